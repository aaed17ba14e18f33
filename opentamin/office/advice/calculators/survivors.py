"""«از مستمری او به هر یک از ما چقدر می‌رسد؟»: what a family shares, and each one's share, as a picture and a table."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.adjustment.rows import RaisedKind
from opentamin.law.ask import Decision, decide
from opentamin.law.days import jalali_from_date, number_of
from opentamin.law.disability import record_window
from opentamin.law.kinds import kind_needed
from opentamin.law.survivors import family_pension
from opentamin.law.survivors.rows import TEN_TO_TWENTY_YEARS, UNDER_TEN_YEARS
from opentamin.office.kit import numbers

from ..calculator import Calculator
from ..durations import in_days
from ..estimate import Estimate
from ..family import DAUGHTER, FATHER, HUSBAND, MOTHER, SON, WIFE, Member, Share, rights_of, shared
from ..family_form import CHILD_ROWS, SurvivorsForm
from ..family_picture import pictures_of
from ..money import rials
from ..raised import is_answered, raises_since
from ..refusals import said, unanswered

FULL, PRO_RATA = (kind_needed(RaisedKind).options.index(name) for name in ("full", "pro_rata"))
# Pensions that may stand on the minimum wage by their years, without the minimum of Art. 111.
BY_YEARS_OF_MINIMUM = (TEN_TO_TWENTY_YEARS, UNDER_TEN_YEARS)


def members_of(facts: dict) -> Iterator[Member]:
    """The family that was typed: spouses, children, parents."""
    for _place in range(facts["wives"] or 0):
        yield Member(WIFE)
    if facts["husband_birth"]:
        yield Member(HUSBAND, facts["husband_birth"], frozenset(facts["husband_held"]))
    for row in range(1, CHILD_ROWS + 1):
        if facts[f"child_{row}"]:
            relation = DAUGHTER if facts[f"child_{row}"] == "daughter" else SON
            held = facts[f"child_{row}_state"]
            yield Member(relation, facts[f"child_{row}_birth"], frozenset(held.split("+")) if held else frozenset())
    if facts["father_birth"]:
        yield Member(FATHER, facts["father_birth"], frozenset(facts["father_held"]))
    if facts["mother_birth"]:
        yield Member(MOTHER, facts["mother_birth"], frozenset(facts["mother_held"]))


def pension_asked(facts: dict) -> Decision:
    """What the family shares, by the law of the day of death."""
    law = laws.at(facts["death_day"])
    day = number_of(facts["death_day"])
    record = in_days(facts["record_years"] or 0, facts["record_months"] or 0, law)
    window = decide(record_window, {"day": day}, law).amounts
    ten_years = facts["days_ten_years"]
    last_year = facts["days_last_year"]
    ten_years = min(record, window["ten_years_days"]) if ten_years is None else ten_years
    claim = {
        "death_day": day,
        "is_pensioner": int(facts["is_pensioner"]),
        "is_work_accident": int(facts["is_work_accident"]),
        "record_days": record,
        "record_days_10_years": ten_years,
        "record_days_last_year": min(ten_years, window["year_days"]) if last_year is None else last_year,
        "pension_at_death_monthly": facts["pension"] or 0,
        "average_of_window_monthly": facts["average_window"] or facts["average"] or 0,
        "average_of_years_monthly": facts["average"] or 0,
    }
    return decide(family_pension, claim, law)


def raises_asked(facts: dict, pension: Decision, today: date) -> list[Decision]:
    """The increases of the years since the death: the sum is raised, then shared."""
    kind = PRO_RATA if pension.amounts["basis"] in BY_YEARS_OF_MINIMUM else FULL
    return raises_since(pension.amounts["pension_monthly"], facts["death_day"], today, kind)


def estimate(facts: dict, today: date) -> Estimate:
    """The pension by the law of the day of death, raised by that of each year since; rights and shares by the law of today."""
    pension = pension_asked(facts)
    nothing = _("به برآورد ما، از این سابقه مستمری به بازماندگان نمی‌رسد")
    refused = unanswered(pension, nothing)
    if refused:
        return refused
    due = pension.amounts
    if not due["pension_monthly"] and not due["lump_sum"]:
        return Estimate(nothing, said(pension), decisions=[pension], refused=pension)
    family = rights_of(list(members_of(facts)), facts["death_day"], today)
    if due["lump_sum"]:
        return Estimate(
            _("به برآورد ما، به بازماندگان یک بار %(amount)s می‌رسد") % {"amount": rials(due["lump_sum"])},
            said(pension), due["lump_sum"], _("یک بار"), decisions=[pension],
        )  # fmt: skip
    raises = raises_asked(facts, pension, today)
    family = shared(
        family, _pension_today(pension, raises), due["basis"], are_orphans=facts["are_orphans"],
        record_days=pension.facts["record_days"], died=facts["death_day"], today=today,
    )  # fmt: skip
    paid = [one for one in family if one.monthly or one.once]
    if not paid:
        first = next((one.right for one in family if not one.is_open), family[0].right)
        return Estimate(
            _("به برآورد ما، از کسانی که نوشتید کسی سهم ندارد"), rows=_rows(family), notes=_notes(family, raises),
            decisions=[right for _name, right in _rights_told(family)], whose=[name for name, _right in _rights_told(family)], refused=first,
        )  # fmt: skip
    return _answer(pension, raises, family)


def _pension_today(pension: Decision, raises: list[Decision]) -> int:
    """The pension in the money of today; in that of the day of death where the increase of a year is not known."""
    if raises and all(is_answered(one) for one in raises):
        return raises[-1].amounts["pension_monthly"]
    return pension.amounts["pension_monthly"]


def _answer(pension: Decision, raises: list[Decision], family: list[Share]) -> Estimate:
    total = sum(one.monthly for one in family)
    told = [("", pension), *_raises_told(raises), *_rights_told(family), *_shares_told(family)]
    return Estimate(
        heading=_heading(family, total),
        lede=said(pension),
        amount=total,
        amount_unit=_("در ماه"),
        rows=[*_rows(family), (_("روی هم"), rials(total)), *_began(pension, raises)],
        notes=_notes(family, raises),
        decisions=[decision for _name, decision in told],
        whose=[name for name, _decision in told],
        more={"family": family, "total": total, "once": sum(one.once for one in family), "began": _began(pension, raises), "pictures": pictures_of(family, _("درگذشته"))},
    )


def _heading(family: list[Share], total: int) -> str:
    paid = [one for one in family if one.monthly or one.once]
    if len(paid) == 1:
        return _("به برآورد ما، همهٔ مستمری به %(name)s می‌رسد: ماهی %(amount)s") % {"name": paid[0].name, "amount": rials(total)}
    named = {"count": numbers.digits(len(paid)), "amount": rials(total)}
    return _("به برآورد ما، %(count)s بازمانده روی هم ماهی %(amount)s می‌گیرند") % named


def _raises_told(raises: list[Decision]) -> list[tuple[str, Decision]]:
    if not all(is_answered(one) for one in raises):
        return []
    return [(_("سال %(year)s") % {"year": numbers.digits(jalali_from_date(one.day)[0])}, one) for one in raises]


def _began(pension: Decision, raises: list[Decision]) -> list[tuple[str, str]]:
    """What the pension was on the day of death, where it has grown since."""
    grown = _pension_today(pension, raises) != pension.amounts["pension_monthly"]
    return [(_("مستمری روز درگذشت، پیش از افزایش‌های سالانه"), rials(pension.amounts["pension_monthly"]))] if grown else []


def _rights_told(family: list[Share]) -> list[tuple[str, Decision]]:
    """One reasoning for each relation and outcome: children who stand alike are told once."""
    first = {(one.relation, one.right.outcome): one for one in reversed(family)}
    return [(one.name, one.right) for one in family if first[one.relation, one.right.outcome] is one]


def _shares_told(family: list[Share]) -> list[tuple[str, Decision]]:
    """One reasoning for each relation: the others of it are reckoned alike."""
    first = {one.relation: one for one in reversed(family) if one.decision is not None}
    return [(one.name, one.decision) for one in family if first.get(one.relation) is one and one.decision is not None]


def _rows(family: list[Share]) -> list[tuple[str, str]]:
    return [(one.name, _share_words(one)) for one in family]


def _share_words(one: Share) -> str:
    if one.monthly:
        return _("ماهی %(amount)s") % {"amount": rials(one.monthly)}
    if one.once:
        return _("یک بار %(amount)s") % {"amount": rials(one.once)}
    return one.why


def _notes(family: list[Share], raises: list[Decision]) -> list[str]:
    notes = []
    waiting = [one.name for one in family if one.is_open]
    if waiting:
        notes.append(_("حق %(names)s را کارشناس باید بررسی کند؛ سهم دیگران بی او حساب شده است.") % {"names": _("، ").join(waiting)})
    if raises and is_answered(raises[-1]):
        notes.append(_("مستمری با افزایش سالانهٔ هر سال پس از درگذشت به پول امروز رسیده است؛ متناسب‌سازی در آن نیست."))
    elif raises:
        year = numbers.digits(jalali_from_date(raises[-1].day)[0])
        notes.append(_("رقم‌ها به پول روز درگذشت است: افزایش سال %(year)s نزد ما نیست. حق و سهم هر کس به قانون امروز است.") % {"year": year})
    return notes


CALCULATOR = Calculator(
    code="survivors",
    question=gettext_lazy("پس از درگذشت بیمه‌شده به هر بازمانده چقدر می‌رسد؟"),
    what=gettext_lazy("حق هر یک از خانواده و سهم او از مستمری، با تصویر خانواده؛ از مستمری بازنشسته یا از سابقهٔ کسی که هنوز کار می‌کرد."),
    form=SurvivorsForm,
    estimate=estimate,
    template="advice/survivors.html",
)
