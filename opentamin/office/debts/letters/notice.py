"""The debt notice (اعلامیهٔ بدهی) as a PDF: reasons, remedy, last day, signature and a code to check it by."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from opentamin import law as laws
from opentamin.law import words
from opentamin.office.kit import days, numbers
from opentamin.office.kit.number_words import in_words
from opentamin.office.records.actions.issue_paper import Mark
from opentamin.office.records.letters import render_pdf
from opentamin.office.registry.queries import code_of

from ..models import Debt, DebtKind
from ..queries import remedy_from, traces_of
from ..telling import because_words, happened, uncertain_figures
from .texts import LOWERED, fill, text_in_force

LETTER = Path(__file__).parent / "notice.typ"
PAPER_KIND = "debt_notice"
LANGUAGE = "fa"  # a paper that begins a time is written in the language of the law


def notice_pdf(debt: Debt, mark: Mark | None, *, now: datetime, addressee: str = "", text: dict[str, str] | None = None) -> bytes:
    """The letter; the same debt, text and moment give the same bytes. `text` tries a text that is not in force yet."""
    with translation.override(LANGUAGE):
        return render_pdf(LETTER, letter_data(debt, now=now, addressee=addressee, text=text), mark, now=now.astimezone(UTC))


def letter_data(debt: Debt, *, now: datetime, addressee: str = "", text: dict[str, str] | None = None) -> dict[str, Any]:
    """What the letter says, in the words and digits of the language in force."""
    kind = LOWERED if debt.amount < 0 else debt.kind
    said = fill(text or text_in_force(kind).text, facts_of(debt, now=now, addressee=addressee))
    steps = [words.render(node, LANGUAGE) for node in traces_of(debt)]
    return {
        **said,
        "language": LANGUAGE,
        "unit": debt.workplace.branch.name,
        "number": numbers.digits(debt.tracking),
        "day": days.day_plain(now),
        "facts": _pairs(debt),
        "steps_title": _("چرا این مبلغ؟ ماده به ماده"),
        "heads": [_("گام"), _("ماده"), _("نتیجه")],
        "steps": [row for step in steps for row in _rows(step)],
        "total": [_("مبلغ این نامه"), "", f"{numbers.grouped(abs(debt.amount))} {_('ریال')}"],
        "uncertain_title": _("رقم‌هایی که هنوز از متن رسمی خوانده نشده‌اند یا گزیدهٔ سازمان‌اند"),
        "uncertain": [f"{figure.label}: {figure.value} ({figure.status})" for figure in uncertain_figures(steps)],
        "remedy_title": _("اگر موافق نیستید"),
        "signed": [debt.issued_by.full_name if debt.issued_by else "", debt.workplace.branch.name],
        "foot": _("اعلامیهٔ بدهی"),
    }


def facts_of(debt: Debt, *, now: datetime, addressee: str = "") -> dict[str, str]:
    """Everything a text may name in braces (`texts.FACTS`)."""
    issued_on = timezone.localdate(now)
    workplace = debt.workplace
    to = addressee or _("کارفرمای کارگاه «%(workplace)s»: %(employer)s") % {"workplace": workplace.name, "employer": workplace.employer.name}
    return {
        "addressee": to,
        "workplace": workplace.name,
        "code": numbers.digits(code_of(workplace, issued_on)),
        "month": days.month_words(debt.month),
        "kind": str(DebtKind(debt.kind).label),
        "amount": numbers.grouped(abs(debt.amount)),
        "amount_words": in_words(abs(debt.amount)),
        "total": numbers.grouped(debt.total),
        "before": numbers.grouped(debt.before),
        "earlier": _("، جز %(before)s ریالی که پیش‌تر خواسته شده است،") % {"before": numbers.grouped(debt.before)} if debt.before else "",
        "day": days.day_full(debt.day),
        "last_day": days.day_full(debt.last_day),
        "what_happened": happened(debt),
        "evidence": str(debt.evidence.get_kind_display()),
        "evidence_day": days.day_plain(debt.evidence.found_on),
        "because": because_words(debt.revised_because),
        "tracking": numbers.digits(debt.tracking),
        "objection_days": numbers.digits(laws.at(issued_on).objection_days),
        "last_day_if_today": days.day_full(remedy_from(issued_on).last_day),
    }


def _pairs(debt: Debt) -> list[list[str]]:
    pairs = [
        [_("کارگاه"), debt.workplace.name],
        [_("ماه"), days.month_words(debt.month)],
        [_("آخرین روز فهرست و حق بیمه"), days.day_full(debt.last_day)],
        [_("سند این بدهی"), f"{debt.evidence.get_kind_display()}، {days.day_plain(debt.evidence.found_on)}"],
    ]
    if debt.before:
        pairs.append([_("پیش‌تر خواسته شده است"), f"{numbers.grouped(debt.before)} {_('ریال')}"])
    return pairs


def _rows(step) -> list[list[str]]:
    """The steps of an explanation in the order of the calculation, each with its article and what it gave."""
    own = [step.title + (f"\n{step.calc}" if step.calc else ""), step.cite, step.value]
    return [row for child in step.children for row in _rows(child)] + [own]
