"""Facts the articles on survivors take, and answers they give. Amounts are rials."""

from typing import Annotated, NamedTuple

from ..kinds import CareerDays, Code, DayNumber, DaysTotal, Flag, Kind, Rials, RialsMonthly
from ..outcomes import Outcome
from ..primitives import primitive

RELATIONS = ("wife", "husband", "daughter", "son", "father", "mother", "granddaughter")
WIFE, HUSBAND, DAUGHTER, SON, FATHER, MOTHER, GRANDDAUGHTER = 0, 1, 2, 3, 4, 5, 6
Relation = Annotated[int, Kind("int8", 0, len(RELATIONS) - 1, "relation", RELATIONS)]

BASES = (
    "no_basis", "pensioner", "work_accident", "recent_record", "twenty_years", "ten_to_twenty_years", "under_ten_years",
    "lump_sum",
)  # fmt: skip
NO_BASIS, PENSIONER, WORK_ACCIDENT, RECENT_RECORD, TWENTY_YEARS, TEN_TO_TWENTY_YEARS, UNDER_TEN_YEARS, LUMP_SUM = range(8)
Basis = Annotated[int, Kind("int8", 0, len(BASES) - 1, "death_basis", BASES)]

SOURCES = ("own_work", "husband", "parent")
OWN_WORK, OF_HUSBAND, OF_PARENT = 0, 1, 2
PensionSource = Annotated[int, Kind("int8", 0, len(SOURCES) - 1, "pension_source", SOURCES)]


@primitive
def is_spouse(relation: int) -> bool:
    """Whether a relation is that of a wife or a husband."""
    return relation in (WIFE, HUSBAND)


@primitive
def is_parent(relation: int) -> bool:
    """Whether a relation is that of a father or a mother."""
    return relation in (FATHER, MOTHER)


@primitive
def is_as_insured(basis: int) -> bool:
    """Whether a right stands on the insurance itself and not on the length of the record."""
    return basis in (WORK_ACCIDENT, RECENT_RECORD)


class SurvivorRight(NamedTuple):
    """Whether somebody is a survivor with a right to a share."""

    is_entitled: Flag
    outcome: Code = Outcome.SURVIVOR_WIDOW


class WidowClaim(NamedTuple):
    """The wife of an insured man who died."""

    is_remarried: Flag
    has_own_pension: Flag
    is_permanent_marriage: Flag = 1


class WidowerClaim(NamedTuple):
    """The husband of an insured woman who died, and the day asked."""

    birth_day: DayNumber
    death_day: DayNumber
    day: DayNumber
    is_dependant: Flag
    is_disabled: Flag
    has_own_pension: Flag


class DaughterClaim(NamedTuple):
    """A daughter as she stands on the day asked; a widow may have a pension of her husband."""

    is_married: Flag
    is_employed: Flag
    has_own_pension: Flag
    has_husband_pension: Flag = 0
    is_husband_pension_given_up: Flag = 0


class ParentClaim(NamedTuple):
    """Father or mother of the insured who died, and the day asked."""

    is_woman: Flag
    birth_day: DayNumber
    death_day: DayNumber
    day: DayNumber
    is_dependant: Flag
    is_disabled: Flag
    has_own_pension: Flag
    is_spouse_dependant: Flag = 0


class SurvivorClaim(NamedTuple):
    """One member of the family, whoever it is; an article asks only what it needs of it."""

    relation: Relation
    day: DayNumber
    death_day: DayNumber
    birth_day: DayNumber
    is_dependant: Flag
    is_disabled: Flag
    is_married: Flag
    is_employed: Flag
    is_student: Flag
    has_own_pension: Flag
    is_permanent_marriage: Flag = 1
    is_remarried: Flag = 0
    has_husband_pension: Flag = 0
    is_husband_pension_given_up: Flag = 0
    is_spouse_dependant: Flag = 0


class DeathRecord(NamedTuple):
    """Days of record that count for a death before retirement."""

    record_days: CareerDays
    outcome: Code = Outcome.DEATH_RECORD_COUNTED


class DeathClaim(NamedTuple):
    """A death and the record before it."""

    death_day: DayNumber
    is_pensioner: Flag
    is_work_accident: Flag
    record_days: CareerDays
    record_days_10_years: DaysTotal
    record_days_last_year: DaysTotal


class DeathBasis(NamedTuple):
    """On what the right of a family stands."""

    basis: Basis
    outcome: Code = Outcome.DEATH_OF_PENSIONER


class DeceasedPay(NamedTuple):
    """The pension at death, the average of 720 days, and that of the last two years of premium."""

    pension_at_death_monthly: RialsMonthly
    average_of_window_monthly: RialsMonthly
    average_of_years_monthly: RialsMonthly


class FamilyPension(NamedTuple):
    """What a family shares: a pension each month, or a sum once."""

    pension_monthly: RialsMonthly
    lump_sum: Rials
    basis: Basis
    outcome: Code = Outcome.DEATH_OF_PENSIONER


class DeceasedWindow(NamedTuple):
    """First and last day whose wages make the average of one who died."""

    first_day: DayNumber
    last_day: DayNumber
    outcome: Code = Outcome.DEATH_WINDOW_BEFORE_EVENT


class SurvivorShare(NamedTuple):
    """The share of one survivor; what it was reckoned from stands beside it."""

    pension_share: RialsMonthly
    outcome: Code = Outcome.SHARE_PAID


class LowServiceShare(NamedTuple):
    """A share of a record under ten years: a pension for spouse and children, a sum once for a parent."""

    pension_share: RialsMonthly
    lump_sum: Rials
    outcome: Code = Outcome.SHARE_PAID


class FamilyShares(NamedTuple):
    """All shares of a family together; always the whole pension."""

    shares_sum: RialsMonthly
    outcome: Code = Outcome.SHARE_PAID


class SurvivorStart(NamedTuple):
    """First day of a survivor's share."""

    start_day: DayNumber
    outcome: Code = Outcome.SURVIVOR_FROM_DEATH


class RequestForum(NamedTuple):
    """Who decides on a request, and the last day on which the branch does."""

    last_branch_day: DayNumber
    is_at_branch: Flag
    outcome: Code = Outcome.REQUEST_AT_BRANCH


class HeirsCertificate(NamedTuple):
    """Last day to bring the certificate of heirs, and whether payment goes on."""

    deadline: DayNumber
    is_paid: Flag
    outcome: Code = Outcome.CERTIFICATE_AWAITED


class SurvivorCheck(NamedTuple):
    """The next day on which the conditions of a survivor are looked at again."""

    next_check_day: DayNumber
    outcome: Code = Outcome.CHECK_SET


class TwoPensions(NamedTuple):
    """What a woman with two pensions is paid."""

    pension_monthly: RialsMonthly
    outcome: Code = Outcome.BOTH_PENSIONS
