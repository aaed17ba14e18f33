"""The home of an insured person, or of someone who looks after their affairs: how far the record has come, and what deserves a look."""

from datetime import date
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from opentamin.law.days import month_length
from opentamin.office.history.actions import open_record
from opentamin.office.history.queries import Gap
from opentamin.office.history.reading import Record, read_record
from opentamin.office.kit.days import month_words
from opentamin.office.kit.numbers import grouped
from opentamin.office.registry.models import Person

from ..audience import Audience
from ..catalogue import services_for
from ..letters import latest
from ..watch import ShortMonth, look_back, recent_gaps, short_months

MONTHS_SHOWN = 6
NEEDS_MAX = 3


class Need(NamedTuple):
    """Something to look at, as `site/pieces/needs.html` shows it."""

    title: str
    reason: str
    url: str
    action: str
    until: date | None = None
    is_late: bool = False


def home(request: HttpRequest, audience: Audience, today: date) -> tuple[str, dict]:
    people = list(Person.objects.filter(pk__in=audience.scope_ids("person")).order_by("pk"))
    asked = [person for person in people if str(person.pk) == request.GET.get("person")]
    context = {
        **latest(request.user),
        "services": services_for(audience.name),
        "is_own": not asked and audience.grants[0].role == "insured",
    }
    for person in (asked or people)[:1]:
        # The address of the record carries whose it is, unless it is the reader's own.
        carry = "" if context["is_own"] else f"?person={person.pk}"
        record = read_record(open_record(person.pk, by=request.user), today)
        context |= {
            "record": record,
            "carry": carry,
            "months": record.months[:MONTHS_SHOWN],
            "needs": _needs(record, carry)[:NEEDS_MAX],
            "other_people": [other for other in people if other != person],
        }
    return "eservices/insured.html", context


def _needs(record: Record, carry: str) -> list[Need]:
    since = look_back(record)
    return [_of_gap(gap, carry) for gap in recent_gaps(record, since)] + [
        _of_short(short, carry) for short in short_months(record, since)
    ]


def _of_gap(gap: Gap, carry: str) -> Need:
    first, last = month_words(gap.first), month_words(gap.last)
    one = _("%(month)s بیمه ندارید") % {"month": first}
    return Need(
        one if gap.months == 1 else _("از %(first)s تا %(last)s بیمه ندارید") % {"first": first, "last": last},
        _("اگر در این مدت کار کرده‌اید، فهرست آن از کارفرما نرسیده است."),
        reverse("history:month", args=[gap.last]) + carry,
        _("چه می‌توانم بکنم"),
    )


def _of_short(short: ShortMonth, carry: str) -> Need:
    lengths = {"days": grouped(short.days), "length": grouped(month_length(short.month))}
    return Need(
        _("روزهای %(month)s را بررسی کنید") % {"month": month_words(short.month)},
        _("کارفرما برای شما %(days)s روز از %(length)s روز را نوشته است؛ ماه‌های پیش و پس از آن کامل است.") % lengths,
        reverse("history:month", args=[short.month]) + carry,
        _("دیدن این ماه"),
    )
