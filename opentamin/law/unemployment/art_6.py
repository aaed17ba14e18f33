"""Art. 6: who has a right to unemployment benefit, and the last day to register for it."""

from ..contributions.rows import InsuredStatus
from ..contributions.unemployment import unemployment_cover
from ..days import add_months, full_months_between, full_years_between
from ..kinds import DayNumber, Flag
from ..machine.articles import article
from ..outcomes import Outcome
from .art_2 import loss_of_work_judged
from .art_7 import benefit_months
from .rows import DISASTER, Unemployed, UnemploymentRight

NO_BENEFIT, BY_HAND = 0, 0
TEXT = "the law as printed by daftarevekalat.persianblog.ir"


@article("6", law="ui", clause="b", in_force=("1369-06-26", None), source=TEXT)
def unemployment_register_by(unemployed_day: DayNumber, is_excused: Flag, law) -> DayNumber:
    """Last day to register at the labour office; the day of losing work is not counted."""
    if is_excused == 1:
        return add_months(unemployed_day, law.unemployment_excuse_months)
    return unemployed_day + law.unemployment_register_days


@article("6", law="ui", in_force=("1369-06-26", None), headline="is_entitled", source=TEXT,
         absent=UnemploymentRight(0, 0, 0, 0, Outcome.UNEMPLOYMENT_NOT_IN_FORCE))  # fmt: skip
def unemployment_right(status: InsuredStatus, case: Unemployed, law) -> UnemploymentRight:
    """Whether benefit is due; the first bar that is met is named.

    A day of registering before work was lost, more months of premium than were lived, or more
    children than dependants are for a person to judge.
    """
    register_by = unemployment_register_by(case.unemployed_day, case.is_excused, law)
    months_lived = full_months_between(case.birth_day, case.unemployed_day)
    if case.day < case.unemployed_day or case.premium_months > months_lived:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNKNOWN)
    if case.children_count > case.dependants_count:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNKNOWN)
    cover = unemployment_cover(status, law)
    if cover.outcome != Outcome.COVERED:
        return UnemploymentRight(0, 0, register_by, 0, cover.outcome)
    if case.is_unemployment_insured == 0:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNEMPLOYMENT_NOT_INSURED)
    if case.is_premium_paid == 0 and law.unemployment_premium_unpaid == NO_BENEFIT:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNEMPLOYMENT_PREMIUM_UNPAID)
    loss = loss_of_work_judged(case, law)
    if loss.outcome != Outcome.LOSS_INVOLUNTARY:
        return UnemploymentRight(0, 0, register_by, 0, loss.outcome)
    if case.is_ready_to_work == 0:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNEMPLOYMENT_NOT_READY)
    if case.premium_months < law.unemployment_record_months and case.loss_of_work != DISASTER:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNEMPLOYMENT_RECORD_SHORT)
    if case.day > register_by:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNEMPLOYMENT_REGISTERED_LATE)
    return unemployment_length(case, register_by, law)


@article("7", law="ui", clause="a", in_force=("1369-06-26", None), headline="is_entitled",
         source="C-UI; UIL; from 55 on: saedevafa.ir, shahraranews.ir")  # fmt: skip
def unemployment_length(case: Unemployed, register_by: DayNumber, law) -> UnemploymentRight:
    """For how long benefit is paid still: earlier benefit counts against it, and from an age on it has no end.

    A married person without dependants has the longer time.
    """
    if case.premium_months < law.unemployment_record_months and law.unemployment_disaster_months == BY_HAND:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNKNOWN)
    has_family = max(case.is_married, min(case.dependants_count, 1))
    months_due = benefit_months(case.premium_months, has_family, law)
    months_left = max(months_due - case.used_months, 0)
    age = full_years_between(case.birth_day, case.day)
    if age >= law.unemployment_age_until_old_age:
        return UnemploymentRight(1, months_left, register_by, 1, Outcome.UNEMPLOYMENT_UNTIL_OLD_AGE)
    if case.used_months >= months_due:
        return UnemploymentRight(0, 0, register_by, 0, Outcome.UNEMPLOYMENT_USED_UP)
    return UnemploymentRight(1, months_left, register_by, 0, Outcome.UNEMPLOYMENT_ENTITLED)
