"""Art. 50: final debts are enforced like official deeds, by the organisation's own officers."""

from ..kinds import DayNumber, Rials, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..procedure import LastDay, last_day_after_months
from ..rounding import portion
from .rows import DebtState, Enforceable, SeizedIncome


@article("50", law="ssl", in_force=("1354-07-01", None), headline="last_day", source="C-ENF")
def writ_last_day(service_day: DayNumber, law) -> LastDay:
    """Last day to pay, to agree on instalments or to name property, after the writ was served."""
    return last_day_after_months(service_day, law.writ_months, law)


@article("50", law="ssl", in_force=("1354-07-01", None), headline="is_enforceable", source="C-ENF")
def debt_enforceable(state: DebtState, law) -> Enforceable:
    """Whether property may be seized: a final debt, no plan that is kept, a writ served, and its time over.

    A writ served after the day asked, or a day that is past by one reading only, is for a person to judge.
    """
    if state.is_final == 0:
        return Enforceable(0, Outcome.DEBT_NOT_FINAL)
    if state.is_on_instalments == 1 and state.is_instalment_missed == 0:
        return Enforceable(0, Outcome.DEBT_ON_INSTALMENTS)
    if state.is_writ_served == 0:
        return Enforceable(0, Outcome.WRIT_NOT_SERVED)
    if state.service_day > state.day:
        return Enforceable(0, Outcome.UNKNOWN)
    limit = writ_last_day(state.service_day, law)
    if state.day <= limit.last_day:
        return Enforceable(0, Outcome.WRIT_TIME_RUNS)
    if state.day <= limit.doubt_until:
        return Enforceable(0, Outcome.UNKNOWN)
    return Enforceable(1, Outcome.DEBT_ENFORCEABLE)


@article("50", law="ssl", in_force=("1354-07-01", None), source="C-ENF, its digits damaged in the copy")
def seizure_amount(debt: Rials, law) -> Rials:
    """Value of property seized for a debt: the debt and a share of it more."""
    added = portion(debt, law.seizure_added_rate, law.rounding_penalty)
    return debt + added


@article("50", law="ssl", in_force=("1354-07-01", None), source="C-ENF")
def seizable_income(income: SeizedIncome, law) -> RialsMonthly:
    """The most that may be taken each month from a debtor's wage or pension."""
    if income.is_pension == 1:
        return portion(income.income_monthly, law.seizable_rate_pension, law.rounding_seized)
    if income.is_married == 1:
        return portion(income.income_monthly, law.seizable_rate_married, law.rounding_seized)
    return portion(income.income_monthly, law.seizable_rate_single, law.rounding_seized)
