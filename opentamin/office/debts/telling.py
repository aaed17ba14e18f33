"""A debt in sentences, in the language of the page: what happened, why it was changed, which figures are not sure."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin.office.kit import days, numbers

from .models import Debt, DebtKind

UNCERTAIN = ("recollected", "policy")
_OF_THE_MACHINE = {
    "replaced": gettext_lazy("حساب تازه‌ای جای آن را گرفت"),
    "fell_away": gettext_lazy("پول یا فهرست به‌موقع رسیده بود و دلیلی برای آن نماند"),
    "changed_since": gettext_lazy("پس از صدور، پرداخت یا فهرستی رسید که آن را دگرگون کرد"),
}


def because_words(because: str) -> str:
    """The reason as a person wrote it, or the machine's in words."""
    return str(_OF_THE_MACHINE[because]) if because in _OF_THE_MACHINE else because


def happened(debt: Debt) -> str:
    """What happened, in one or more plain sentences."""
    if debt.kind == DebtKind.LATE_PREMIUM:
        return " ".join(_late_sum(part["facts"], date.fromisoformat(part["until"]), debt) for part in debt.parts)
    if debt.list_id is None:
        return _("تا %(day)s فهرستی نرسیده است.") % {"day": days.day_full(debt.day)}
    return _("این فهرست در %(day)s رسید.") % {"day": days.day_full(debt.evidence.found_on)}


def _late_sum(facts: dict, until: date, debt: Debt) -> str:
    amount = facts["premium_unpaid"] + facts["unemployment_unpaid"]
    said = {"amount": numbers.grouped(amount), "day": days.day_full(until)}
    if until == debt.day:
        return _("%(amount)s ریال آن تا %(day)s پرداخت نشده بود.") % said
    return _("%(amount)s ریال آن در %(day)s پرداخت شد.") % said


def uncertain_figures(steps: Iterable) -> list:
    """Figures that rest on memory or on a choice, each once, in the order of the calculation."""
    found = {}
    for step in steps:
        own = [figure for figure in step.figures if figure.status_key in UNCERTAIN]
        found |= dict.fromkeys([*own, *uncertain_figures(step.children)])
    return list(found)
