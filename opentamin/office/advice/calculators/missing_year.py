"""«یک سال سابقهٔ گمشده چقدر می‌ارزد؟»: retirement with and without some missing months, side by side."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.ask import Decision, decide
from opentamin.law.coverage import supplementary_list
from opentamin.law.days import date_of, full_months_between, number_of
from opentamin.office.kit import days, numbers

from ..calculator import Calculator
from ..durations import MONTHS_IN_YEAR, in_days, in_years_and_months, span_words
from ..estimate import Estimate
from ..fields import WholeField, YesNoField
from ..labels import by_law
from ..money import rials
from ..own_record import MISSING_MONTHS_MAX, own_missing_year
from ..refusals import said
from ..retirement import Course, Prospect
from ..sections import Section
from .retirement import SELDOM, RetirementForm, claim_of, wages_of

# What grows in a claim when missing months are found.
GROW_WHEN_FOUND = ("record_days", "labour_law_days")


class MissingYearForm(RetirementForm):
    """What retirement asks, and how much of the record is missing."""

    missing_months = WholeField(
        label=gettext_lazy("چند ماه از سابقه‌تان گم شده است؟"), least=1, most=MISSING_MONTHS_MAX, initial=MONTHS_IN_YEAR,
        help_text=gettext_lazy("ماه‌هایی که کار کرده‌اید و در سابقه نیست."),
    )  # fmt: skip
    is_found_before = YesNoField(label=by_law(gettext_lazy("این ماه‌ها پیش از %(reform_months)s بوده است؟")), initial="yes", help_text=gettext_lazy("در آن روز قانون بازنشستگی عوض شد."))

    sections = (
        Section(gettext_lazy("سابقهٔ گمشده"), ("missing_months", "is_found_before")),
        Section(gettext_lazy("شما و سابقهٔ کنونی"), ("is_woman", "birth_day", "record_years", "record_months", "average", "goes_on")),
        Section(gettext_lazy("آنچه کم پیش می‌آید"), SELDOM, is_folded=True),
    )


@dataclass(frozen=True)
class Side:
    """One of the two records: how long it is, when it opens a path, and what it then pays."""

    name: str
    service: str
    first: Prospect | None
    then: int
    decision: Decision

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The same names for both sides."""
        if self.first is None:
            return [(_("سابقه"), self.service), (_("بازنشستگی"), _("راهی باز نمی‌شود"))]
        return [
            (_("سابقه"), self.service),
            (_("بازنشستگی از"), days.day_plain(self.first.day)),
            (_("از راه"), self.first.name),
            (_("مستمری در آن روز"), rials(self.first.pension)),
        ]


def with_found(claim: dict, months: int, is_before: bool, law: laws.Law) -> dict:
    """The claim after missing months were accepted; those before the reform are found after its day."""
    found = in_days(0, months, law)
    grown = {name: claim[name] + found if claim[name] else 0 for name in GROW_WHEN_FOUND}
    return {**claim, **grown, "record_days_found_later": found if is_before else 0}


def estimate(facts: dict, today: date) -> Estimate:
    """Both records asked for every path ahead, and their pensions on one and the same day."""
    law = laws.at(today)
    claim, wages = claim_of(facts, today), wages_of(facts, today)
    found = with_found(claim, facts["missing_months"], facts["is_found_before"], law)
    courses = [Course(one, wages, goes_on=facts["goes_on"]) for one in (claim, found)]
    firsts = [next(iter(course.prospects()), None) for course in courses]
    opened = [number_of(first.day) for first in firsts if first]
    on = max(opened, default=courses[0].start)
    names = (_("بی این ماه‌ها"), _("با این ماه‌ها"))
    sides = [_side(name, course, first, on) for name, course, first in zip(names, courses, firsts, strict=True)]
    kept = decide(supplementary_list, {"is_work_proved": 1, "is_retired": 0}, law)
    more = sides[1].then - sides[0].then
    return Estimate(
        heading=_heading(sides, more),
        lede=_lede(sides, more),
        amount=more if more > 0 else None,
        amount_unit=_("در ماه بیشتر"),
        rows=[(f"{side.name}{_('؛')} {label}", value) for side in sides for label, value in side.facts],
        notes=[_("این برآورد می‌گیرد که میانگین مزد شما با این ماه‌ها عوض نمی‌شود.")],
        decisions=[*(side.decision for side in sides), kept],
        whose=[side.name for side in sides],
        more={"sides": sides, "on": date_of(on), "money_of": laws.days.month_of(today), "kept": said(kept)},
    )  # fmt: skip


def _side(name: str, course: Course, first: Prospect | None, on: int) -> Side:
    decision = course.decision_on(on)
    service = span_words(*in_years_and_months(course.claim["record_days"], course.law_on(course.start)))
    return Side(name, service, first, decision.amounts.get("pension_monthly", 0), decision)


def _heading(sides: list[Side], more: int) -> str:
    without, found = (side.first for side in sides)
    if found is None:
        return _("به برآورد ما، با این ماه‌ها هم راهی به بازنشستگی باز نمی‌شود")
    if without is None:
        return _("به برآورد ما، این ماه‌ها راه بازنشستگی را برای شما باز می‌کند")
    earlier = full_months_between(number_of(found.day), number_of(without.day))
    if earlier:
        span = span_words(*divmod(earlier, MONTHS_IN_YEAR))
        return _("به برآورد ما، این ماه‌ها بازنشستگی شما را %(span)s جلو می‌اندازد") % {"span": span}
    if more > 0:
        return _("به برآورد ما، این ماه‌ها مستمری شما را ماهی %(more)s بیشتر می‌کند") % {"more": rials(more)}
    return _("به برآورد ما، این ماه‌ها روز و مبلغ بازنشستگی شما را عوض نمی‌کند")


def _lede(sides: list[Side], more: int) -> str:
    if sides[0].first is None or sides[1].first is None or more <= 0:
        return _("با این همه، سابقه از آن شماست و می‌توانید آن را بخواهید.")
    share = more * 100 // sides[0].then if sides[0].then else 0
    return _("اگر با هر دو سابقه در یک روز بازنشسته شوید، مستمری با این ماه‌ها حدود %(percent)s درصد بیشتر است.") % {"percent": numbers.digits(share)}


CALCULATOR = Calculator(
    code="missing_year",
    question=gettext_lazy("یک سال سابقهٔ گمشده چقدر می‌ارزد؟"),
    what=gettext_lazy("روز بازنشستگی و مستمری شما با آن ماه‌ها و بی آن‌ها کنار هم، و این‌که چگونه آن‌ها را بخواهید."),
    form=MissingYearForm,
    estimate=estimate,
    template="advice/missing_year.html",
    own=own_missing_year,
)
