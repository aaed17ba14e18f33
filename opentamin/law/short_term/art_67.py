"""Art. 67: the wage of a leave around a birth, how long it lasts, and who pays it."""

from ..days import add_months
from ..kinds import CareerDays, Count, DayNumber, Flag, Months
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .art_63 import last_wage_daily
from .rows import (
    UNPAID_LEAVE,
    VOLUNTARY,
    WORK_ENDED,
    LastPay,
    Maternity,
    MaternityDue,
    MaternityLength,
    MaternityPayer,
    MaternityRight,
)
from .spans import days_of_months

THIRTY_DAYS, CALENDAR = 0, 1
FULL_LENGTH, TWELVE_WEEKS = 0, 1
NOBODY, OPEN, EMPLOYER, ORGANISATION = 0, 1, 2, 3


@article("67", law="ssl", in_force=("1354-07-01", "1393-08-19"), headline="is_paid_here")
def maternity_payer(is_state_staff: Flag, law) -> MaternityPayer:
    """Before the ruling on state staff the courts differed; their case goes to a person."""
    if is_state_staff == 1:
        return MaternityPayer(0, Outcome.UNKNOWN)
    return MaternityPayer(1, Outcome.MATERNITY_PAID)


@maternity_payer.amended("67", law="ssl", in_force=("1393-08-19", None), source="ruling 1328 of 1393-08-19")
def maternity_payer_since_1393(is_state_staff: Flag, law) -> MaternityPayer:
    """State staff are paid by their agency."""
    if is_state_staff == 1:
        return MaternityPayer(0, Outcome.MATERNITY_BY_AGENCY)
    return MaternityPayer(1, Outcome.MATERNITY_PAID)


@article("67", law="ssl", in_force=("1354-07-01", None))
def maternity_days_of_months(day: DayNumber, months: Months, law) -> CareerDays:
    """Days of a leave given in months, from its first day."""
    if law.maternity_month == CALENDAR:
        return days_of_months(day, months)
    return months * law.maternity_month_days


@article("67", law="ssl", in_force=("1354-07-01", "1392-03-20"), headline="days_most", source="ART")
def maternity_length(day: DayNumber, children_born: Count, is_nursing: Flag, law) -> MaternityLength:
    """The most days of a leave before and after the birth together."""
    return MaternityLength(law.maternity_days, Outcome.MATERNITY_LENGTH_SET)


@maternity_length.amended("", law="population", clause="note_2", in_force=("1392-03-20", "1400-07-24"),
                          source="law of 1392-03-20 as printed by vindad.com")  # fmt: skip
def maternity_length_since_1392(day: DayNumber, children_born: Count, is_nursing: Flag, law) -> MaternityLength:
    """Months of the law of 1392; of several children at once nothing was found for these years."""
    if children_born > 1:
        return MaternityLength(0, Outcome.UNKNOWN)
    if is_nursing == 0 and law.maternity_not_nursing == TWELVE_WEEKS:
        return MaternityLength(law.maternity_days_not_nursing, Outcome.MATERNITY_LENGTH_SET)
    days_most = maternity_days_of_months(day, law.maternity_months, law)
    return MaternityLength(days_most, Outcome.MATERNITY_LENGTH_SET)


@maternity_length.amended("17", law="youth", clause="alef", in_force=("1400-07-24", None), source="CORPUS")
def maternity_length_since_1400(day: DayNumber, children_born: Count, is_nursing: Flag, law) -> MaternityLength:
    """Months of the law of 1400 for all sectors, and more of them for several children at once."""
    if is_nursing == 0 and law.maternity_not_nursing == TWELVE_WEEKS:
        return MaternityLength(law.maternity_days_not_nursing, Outcome.MATERNITY_LENGTH_SET)
    months = law.maternity_months
    if children_born > 1:
        months = law.maternity_months_several
    days_most = maternity_days_of_months(day, months, law)
    return MaternityLength(days_most, Outcome.MATERNITY_LENGTH_SET)


@article("67", law="ssl", in_force=("1354-07-01", None), headline="is_entitled",
         source="ART; not at work: ruling 991 of 1400-03-25")  # fmt: skip
def maternity_right(case: Maternity, law) -> MaternityRight:
    """Whether a leave is paid; the first bar that is met is named.

    A child born dead, a leave begun after the birth, and a mother who was neither at work nor
    on paid leave when it began go to a person: Art. 67 decides none of them, and a page of the
    organisation asks for the last.
    """
    leave_from = add_months(case.delivery_day, -law.maternity_months_before)
    days_in_year = days_of_months(case.delivery_day, -12)
    if case.children_born == 0 or case.insured_days > days_in_year or case.day > case.delivery_day:
        return MaternityRight(0, leave_from, Outcome.UNKNOWN)
    if case.is_woman == 0:
        return MaternityRight(0, leave_from, Outcome.MATERNITY_NOT_INSURED_WOMAN)
    if case.scheme >= VOLUNTARY:
        return MaternityRight(0, leave_from, Outcome.SHORT_TERM_NOT_IN_SCHEME)
    payer = maternity_payer(case.is_state_staff, law)
    if payer.outcome != Outcome.MATERNITY_PAID:
        return MaternityRight(0, leave_from, payer.outcome)
    if case.insured_days < law.maternity_insured_days:
        return MaternityRight(0, leave_from, Outcome.MATERNITY_RECORD_SHORT)
    if case.is_working == 1:
        return MaternityRight(0, leave_from, Outcome.MATERNITY_WORKING)
    if case.day < leave_from:
        return MaternityRight(0, leave_from, Outcome.MATERNITY_TOO_EARLY)
    if case.is_born_dead == 1 or case.work_at_start == UNPAID_LEAVE or case.work_at_start == WORK_ENDED:
        return MaternityRight(0, leave_from, Outcome.UNKNOWN)
    return MaternityRight(1, leave_from, Outcome.MATERNITY_PAID)


@article("67", law="ssl", in_force=("1354-07-01", None), headline="amount", source="ART")
def maternity_due(pay: LastPay, case: Maternity, law) -> MaternityDue:
    """What a leave is paid, from its first day, and the part of the wage it does not replace."""
    right = maternity_right(case, law)
    if right.outcome != Outcome.MATERNITY_PAID:
        return MaternityDue(0, 0, 0, 0, 0, right.outcome)
    length = maternity_length(case.day, case.children_born, case.is_nursing, law)
    wage = last_wage_daily(pay, law)
    if length.outcome == Outcome.UNKNOWN or wage.outcome == Outcome.UNKNOWN:
        return MaternityDue(0, 0, 0, 0, 0, Outcome.UNKNOWN)
    days_paid = min(case.days_leave, length.days_most)
    days_over = case.days_leave - days_paid
    wage_of_leave = wage.wage_daily * days_paid
    amount = portion(wage_of_leave, law.rate_maternity, law.rounding_short_term)
    wage_missing = wage_of_leave - amount
    if law.maternity_missing_third == OPEN:
        return MaternityDue(amount, wage.wage_daily, days_paid, days_over, wage_missing, Outcome.MATERNITY_THIRD_OPEN)
    if law.maternity_missing_third == EMPLOYER:
        return MaternityDue(amount, wage.wage_daily, days_paid, days_over, wage_missing, Outcome.MATERNITY_THIRD_BY_EMPLOYER)
    if law.maternity_missing_third == ORGANISATION:
        return MaternityDue(wage_of_leave, wage.wage_daily, days_paid, days_over, 0, Outcome.MATERNITY_IN_FULL)
    return MaternityDue(amount, wage.wage_daily, days_paid, days_over, wage_missing, Outcome.MATERNITY_PAID)
