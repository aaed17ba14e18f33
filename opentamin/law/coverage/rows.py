"""Facts the articles on cover and record take, and answers they give. Amounts are rials."""

from typing import NamedTuple

from ..kinds import CareerDays, Code, Count, DayNumber, Days, DaysTotal, Flag, Month, Rials, RialsDaily, RialsMonthly, one_of
from ..outcomes import Outcome

Relation = one_of(
    "work_relation",
    "employee", "trainee_with_contract", "trainee_without_contract", "contractor", "board_member",
    "scholarship_student", "embassy_local_staff", "own_business",
)  # fmt: skip
EMPLOYEE, TRAINEE, TRAINEE_WITHOUT_CONTRACT, CONTRACTOR, BOARD_MEMBER, SCHOLAR, EMBASSY_STAFF, OWN_BUSINESS = range(8)

SecondRecord = one_of("second_record", "second_employer", "voluntary_scheme")
SECOND_EMPLOYER, VOLUNTARY_SCHEME = 0, 1


class WorkRelation(NamedTuple):
    """How a person stands to the one who pays, and what else is known of the cover."""

    relation: Relation  # type: ignore[valid-type]
    is_foreign: Flag = 0
    is_of_treaty_state: Flag = 0
    has_cover_at_home: Flag = 0
    is_insured_elsewhere: Flag = 0
    has_asked: Flag = 0


class Cover(NamedTuple):
    """Whether the compulsory scheme covers, wholly or against work accidents only."""

    is_covered: Flag
    is_accident_only: Flag
    outcome: Code = Outcome.COVER_COMPULSORY


class ForeignMonth(NamedTuple):
    """One month of a foreign worker who has cover at home."""

    month: Month
    days: Days
    wage_insurable: Rials


class AccidentPremium(NamedTuple):
    """Premium against work accidents only, and the wage above the ceiling that bears none."""

    premium: Rials
    wage_base: Rials
    wage_cut: Rials
    outcome: Code = Outcome.COUNTED


class MonthDays(NamedTuple):
    """Days of record noted for one month by all lists together."""

    month: Month
    days_sum: DaysTotal


class DaysCounted(NamedTuple):
    """Days that stand in the record, and those beyond the calendar."""

    days_counted: Days
    days_over: DaysTotal
    outcome: Code = Outcome.DAYS_COUNTED


class TwoRecords(NamedTuple):
    """Two records of one person in one month: first and last day, counted within the month, and wage of each."""

    month: Month
    start_one: Days
    end_one: Days
    wage_one: Rials
    start_two: Days
    end_two: Days
    wage_two: Rials
    second_record: SecondRecord = 0  # type: ignore[valid-type]


class RecordsCounted(NamedTuple):
    """Days counted once, and the wage that stands beside them."""

    days_counted: Days
    days_twice: Days
    wage_counted: Rials
    wage_left_out: Rials
    outcome: Code = Outcome.DAYS_COUNTED


class ListRecord(NamedTuple):
    """A record that came with a list, and the day on which it is to be deleted."""

    received_day: DayNumber
    day: DayNumber
    is_list_accepted: Flag = 1
    is_premium_paid: Flag = 1


class RecordKept(NamedTuple):
    """Whether the record stands, and the last day on which it could be checked."""

    is_kept: Flag
    last_check_day: DayNumber
    outcome: Code = Outcome.RECORD_STANDS


class SupplementaryList(NamedTuple):
    """A list handed in later for months worked."""

    is_work_proved: Flag
    is_retired: Flag = 0


class SupplementTaken(NamedTuple):
    """Whether a supplementary list is accepted."""

    is_accepted: Flag
    outcome: Code = Outcome.SUPPLEMENT_ACCEPTED


class RecordState(NamedTuple):
    """Where a record stands in the register."""

    is_final: Flag
    is_used: Flag = 0


class RecordUsable(NamedTuple):
    """Whether a record may found a right."""

    is_usable: Flag
    outcome: Code = Outcome.RECORD_USABLE


class BrokenMonth(NamedTuple):
    """A month with fewer days of record than the calendar gives it."""

    month: Month
    days: Days
    wage_daily: RialsDaily


class BrokenMonthPriced(NamedTuple):
    """Days missing and the premium that fills them."""

    premium: Rials
    days_missing: Days
    outcome: Code = Outcome.PURCHASE_PRICED


class FundTransfer(NamedTuple):
    """A request to bring the record of another fund over; both premiums of the same time."""

    premium_here: Rials
    premium_there: Rials
    is_pension_in_payment: Flag = 0
    is_veteran: Flag = 0


class TransferDue(NamedTuple):
    """Whether the record may be brought over, and the difference the person pays."""

    is_allowed: Flag
    difference: Rials
    outcome: Code = Outcome.TRANSFER_WITH_DIFFERENCE


class AggregateRequest(NamedTuple):
    """A request for one pension out of the records of several funds."""

    is_active_in_last_fund: Flag
    is_pension_in_payment: Flag = 0
    is_transfer_settled: Flag = 0
    is_of_armed_forces_fund: Flag = 0


class AggregateRight(NamedTuple):
    """Whether the records are taken together, and how many working days the enquiry may take."""

    is_granted: Flag
    enquiry_working_days: Count
    outcome: Code = Outcome.AGGREGATE_GRANTED


class TwoFunds(NamedTuple):
    """A pension worked out on the record of two funds together."""

    pension_monthly: RialsMonthly
    record_days_here: CareerDays
    record_days_there: CareerDays


class FundShares(NamedTuple):
    """What each fund pays of one pension."""

    share_here: RialsMonthly
    share_there: RialsMonthly
    outcome: Code = Outcome.SHARES_BY_DAYS
