"""Facts the articles on disability take, and answers they give. Amounts are rials."""

from typing import Annotated, NamedTuple

from ..kinds import (
    CareerDays,
    Code,
    Count,
    DayNumber,
    DaysTotal,
    Flag,
    Kind,
    Percent,
    Rials,
    RialsMonthly,
    kind_needed,
)
from ..outcomes import Outcome

# The greatest monthly amount whose product with a career stays in 64 bits.
MONTHLY_MAX = kind_needed(RialsMonthly).greatest

BANDS = ("no_disability", "lump_sum", "partial", "total")
NO_DISABILITY, LUMP_SUM, PARTIAL, TOTAL = 0, 1, 2, 3
Band = Annotated[int, Kind("int8", 0, len(BANDS) - 1, "disability_band", BANDS)]

QUESTIONS = ("degree_of_loss", "onset_day", "anything_else")
DEGREE_OF_LOSS, ONSET_DAY, ANYTHING_ELSE = 0, 1, 2
CommissionQuestion = Annotated[int, Kind("int8", 0, len(QUESTIONS) - 1, "commission_question", QUESTIONS)]

FORUMS = ("primary_commission", "appeal_commission", "nobody", "justice_court", "branch")
PRIMARY_COMMISSION, APPEAL_COMMISSION, NOBODY, JUSTICE_COURT, BRANCH = 0, 1, 2, 3, 4
CommissionForum = Annotated[int, Kind("int8", 0, len(FORUMS) - 1, "commission_forum", FORUMS)]


class RecordWindow(NamedTuple):
    """The years before a day in which premium is looked for; both begin on the same day of the calendar."""

    ten_years_from_day: DayNumber
    year_from_day: DayNumber
    ten_years_days: DaysTotal
    year_days: DaysTotal


class WageWindow(NamedTuple):
    """First and last day whose wages make the average."""

    first_day: DayNumber
    last_day: DayNumber


class DisabilityBand(NamedTuple):
    """The kind of disability a loss of capacity makes."""

    band: Band
    outcome: Code = Outcome.DISABILITY_TOTAL


class DisabilityClaim(NamedTuple):
    """A loss of capacity and the record before the day of the accident or of the onset of the illness."""

    day: DayNumber
    loss_percent: Percent
    is_work_accident: Flag
    record_days_10_years: DaysTotal
    record_days_last_year: DaysTotal
    is_self_employed: Flag = 0


class DisabilityRight(NamedTuple):
    """Whether a loss of capacity is compensated, and as what."""

    is_entitled: Flag
    band: Band
    outcome: Code = Outcome.DISABILITY_TOTAL


class WindowWages(NamedTuple):
    """What the amount is counted from: wages and days of the window, the whole record, the dependants."""

    wages_sum: Rials
    days_worked: DaysTotal
    record_days: CareerDays
    dependants_count: Count = 0


class MonthlyAverage(NamedTuple):
    """Average wage of a month; UNKNOWN where the days of work cannot be."""

    average_monthly: RialsMonthly
    outcome: Code = Outcome.AVERAGED_BY_DAYS


class AveragePension(NamedTuple):
    """Pension of Art. 72 before the minimum: what the years make, and the addition for dependants."""

    pension_monthly: RialsMonthly
    entitlement_monthly: RialsMonthly
    addition_monthly: RialsMonthly
    outcome: Code = Outcome.DISABILITY_BY_YEARS


class DisabilityPension(NamedTuple):
    """Pension of total disability, and what the minimum added to it."""

    pension_monthly: RialsMonthly
    entitlement_monthly: RialsMonthly
    addition_monthly: RialsMonthly
    minimum_added_monthly: RialsMonthly
    outcome: Code = Outcome.DISABILITY_BY_YEARS


class DisabilityAward(NamedTuple):
    """What a loss of capacity gives: a pension each month, or a sum once."""

    pension_monthly: RialsMonthly
    lump_sum: Rials
    average_monthly: RialsMonthly
    has_treatment: Flag
    outcome: Code = Outcome.DISABILITY_TOTAL


class DisabilityStartFacts(NamedTuple):
    """The days from which a disability pension may begin."""

    is_work_accident: Flag
    medical_rest_end_day: DayNumber
    primary_ruling_day: DayNumber
    work_end_day: DayNumber


class DisabilityStart(NamedTuple):
    """First day of a disability pension."""

    start_day: DayNumber
    outcome: Code = Outcome.DISABILITY_FROM_RULING


class CommissionObjection(NamedTuple):
    """Last day to object to a ruling of the primary commission, and whether an objection met it."""

    deadline: DayNumber
    is_in_time: Flag
    outcome: Code = Outcome.COMMISSION_OBJECTION_IN_TIME


class CommissionMatter(NamedTuple):
    """What is disputed and how far the commissions have come."""

    question: CommissionQuestion
    is_primary_ruling_given: Flag = 0
    is_objection_in_time: Flag = 0
    is_appeal_ruling_given: Flag = 0


class CommissionCompetence(NamedTuple):
    """Who decides next."""

    forum: CommissionForum
    outcome: Code = Outcome.COMMISSION_PRIMARY


class DisabilityReview(NamedTuple):
    """Whether a disability may be examined again, and the last day of it."""

    is_reviewable: Flag
    last_review_day: DayNumber
    outcome: Code = Outcome.DISABILITY_REVIEW_OPEN
