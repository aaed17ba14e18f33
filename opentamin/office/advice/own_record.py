"""What a signed-in person's own record says, to fill a calculator with. Only ever the person's own, and noted nowhere else."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from opentamin import law as laws
from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import Role
from opentamin.office.history.queries import CountedMonth, Gap, counted_months, gaps_of, last_month_due, months_of
from opentamin.office.kit import days, numbers
from opentamin.office.registry.models import Person

from .durations import MONTHS_IN_YEAR, in_years_and_months

_SEX = {Person.Sex.FEMALE: "yes", Person.Sex.MALE: "no"}
GAPS_NAMED_MAX, MISSING_MONTHS_MAX = 6, 240


@dataclass(frozen=True)
class Own:
    """Facts to start the form with, and a sentence that names what they rest on."""

    facts: dict
    said: str


def own_person(user) -> Person | None:
    """The person a user is, if they are insured here themselves."""
    mine = [grant.scope_id for grant in gate.live_grants(user) if grant.role == Role.INSURED]
    return Person.objects.filter(pk=mine[0]).first() if mine and gate.may(user, "record.read", ("person", mine[0])) else None


def own_retirement(user, today: date) -> Own | None:
    """Record, birth and the average of the last months with premium."""
    person = own_person(user)
    insured = _insured(person)
    if person is None or not insured:
        return None
    law = laws.at(today)
    averaged = insured[-law.average_months :]
    years, months = in_years_and_months(sum(one.days for one in insured), law)
    facts = {
        "is_woman": _SEX.get(person.sex),
        "birth_day": person.birth_day,
        "record_years": years,
        "record_months": months,
        "average": sum(one.wage for one in averaged) // len(averaged),
    }
    said = _("این فرم از سابقهٔ خودتان پر شد: %(count)s ماه بیمه تا %(last)s، و میانگین مزد %(averaged)s ماه از %(from)s تا %(last)s. هر کدام را می‌توانید عوض کنید.") % {
        "count": numbers.grouped(len(insured)),
        "averaged": numbers.grouped(len(averaged)),
        "from": days.month_words(averaged[0].month.month),
        "last": days.month_words(averaged[-1].month.month),
    }  # fmt: skip
    return Own({name: value for name, value in facts.items() if value is not None}, said)


def own_sickness(user, today: date) -> Own | None:
    """The pay Art. 63 looks at."""
    insured = _insured(own_person(user))
    return _own_pay(insured, today, {}) if insured else None


def own_maternity(user, today: date) -> Own | None:
    """The pay Art. 63 looks at, and the days of premium in the twelve months before today."""
    person = own_person(user)
    insured = _insured(person)
    if person is None or not insured:
        return None
    facts = {"insured_days": _days_since(insured, today, MONTHS_IN_YEAR)}
    if person.sex in _SEX:
        facts["is_woman"] = _SEX[person.sex]
    return _own_pay(insured, today, facts)


def own_unemployment(user, today: date) -> Own | None:
    """Birth, months of premium, the pay Art. 63 looks at, and how long the last workplace lasted."""
    person = own_person(user)
    insured = _insured(person)
    if person is None or not insured:
        return None
    years, months = divmod(len(insured), MONTHS_IN_YEAR)
    last = {part.workplace_id for part in insured[-1].month.parts}
    there = sum(1 for one in insured if last & {part.workplace_id for part in one.month.parts})
    facts = {"birth_day": person.birth_day, "record_years": years, "record_months": months, "last_workplace_months": there}
    return _own_pay(insured, today, {name: value for name, value in facts.items() if value is not None})


def own_marriage(user, today: date) -> Own | None:
    """Days of premium and average wage before a marriage today."""
    insured = _insured(own_person(user))
    if not insured:
        return None
    law = laws.at(today)
    averaged = insured[-law.marriage_months_averaged :]
    facts = {
        "insured_days": _days_since(insured, today, law.marriage_years_before * MONTHS_IN_YEAR),
        "average": sum(one.wage for one in averaged) // len(averaged),
    }
    return Own(facts, _said(averaged))


def own_missing_year(user, today: date) -> Own | None:
    """What retirement is asked, and the months without a single insured day between the first and the last due."""
    person, own = own_person(user), own_retirement(user, today)
    if person is None or own is None:
        return None
    gaps = gaps_of(months_of(person.pk), last_month_due(today))
    missing = sum(gap.months for gap in gaps)
    if not missing:
        return Own(own.facts, f"{own.said} {_('ماه بی‌سابقه‌ای در میان نیست.')}")
    spans = _("، ").join(_gap_words(gap) for gap in gaps[:GAPS_NAMED_MAX])
    said = _("ماه‌های بی‌سابقهٔ شما: %(spans)s.") % {"spans": spans}
    return Own({**own.facts, "missing_months": min(missing, MISSING_MONTHS_MAX)}, f"{own.said} {said}")


def _gap_words(gap: Gap) -> str:
    if gap.first == gap.last:
        return days.month_words(gap.first)
    return _("از %(first)s تا %(last)s") % {"first": days.month_words(gap.first), "last": days.month_words(gap.last)}


def _own_pay(insured: list[CountedMonth], today: date, facts: dict) -> Own:
    """The wages and days of the last months; of the first of them only so many days as are still looked at."""
    left, wages, worked, first = laws.at(today).wage_lookback_days, 0, 0, len(insured)
    while left and first:
        first -= 1
        taken = min(insured[first].days, left)
        wages += insured[first].wage * taken // insured[first].days
        worked, left = worked + taken, left - taken
    return Own({"wages_sum": wages, "days_worked": worked, **facts}, _said(insured[first:]))


def _days_since(insured: list[CountedMonth], today: date, months: int) -> int:
    """Days of premium in the months before the one of today."""
    here = laws.days.month_of(today)
    first = laws.days.next_month(here, -months)
    return sum(one.days for one in insured if first <= one.month.month < here)


def _said(rested_on: list[CountedMonth]) -> str:
    span = {"first": days.month_words(rested_on[0].month.month), "last": days.month_words(rested_on[-1].month.month)}
    return _("آنچه از سابقهٔ خودتان می‌دانستیم نوشته شد؛ مزدها از %(first)s تا %(last)s است. هر کدام را می‌توانید عوض کنید.") % span


def _insured(person: Person | None) -> list[CountedMonth]:
    """Months with a day that counts, oldest first."""
    if person is None:
        return []
    return sorted((one for one in counted_months(months_of(person.pk)) if one.days), key=lambda one: one.month.month)
