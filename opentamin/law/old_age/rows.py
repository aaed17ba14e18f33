"""Facts the articles on old age take, and answers they give. Amounts are rials, service is in thousandths of a year."""

from typing import Annotated, NamedTuple

from ..kinds import CareerDays, Code, DayNumber, Flag, Kind, Months, RialsMonthly, Years, YearsThousandths, one_of
from ..outcomes import Outcome

OldAgePath = one_of(
    "old_age_path",
    "no_path", "normal_age", "thirty_years", "thirty_five_years", "woman_worker", "hazardous_work", "low_service",
    "renovation", "mother", "veteran",
)  # fmt: skip
(
    NO_PATH, NORMAL_AGE, THIRTY_YEARS, THIRTY_FIVE_YEARS, WOMAN_WORKER, HAZARDOUS_WORK, LOW_SERVICE,
    RENOVATION, MOTHER, VETERAN,
) = range(10)  # fmt: skip
# Narrow, because forty-two million rows are asked at once.
Children = Annotated[int, Kind("int8", 0, 127, "count")]


class OldAgeClaim(NamedTuple):
    """All that is asked of a claim to an old-age pension, besides the wages averaged.

    ``day`` is the day of the claim, ``record_days`` the whole record on it. The record on the
    day of the reform counts hazardous years as ``service_with_hazardous`` does. Bought days are
    those bought under the law of low service.
    """

    day: DayNumber
    birth_day: DayNumber
    last_work_day: DayNumber
    is_woman: Flag
    record_days: CareerDays
    record_days_on_reform_day: CareerDays
    record_days_found_later: CareerDays = 0
    labour_law_days: CareerDays = 0
    hazardous_days: CareerDays = 0
    hazardous_days_unbroken: CareerDays = 0
    favour_days: CareerDays = 0
    bought_days: CareerDays = 0
    children_count: Children = 0
    children_under_youth_law: Children = 0
    is_civil_servant: Flag = 0
    is_sso_staff: Flag = 0
    is_worn_out: Flag = 0
    is_construction_worker: Flag = 0
    is_veteran: Flag = 0
    is_disabled_person: Flag = 0
    is_disabled_totally: Flag = 0
    is_employer_agreed: Flag = 0
    is_ministry_agreed: Flag = 0
    is_cost_paid: Flag = 0


class ClaimedService(NamedTuple):
    """Age and service on the day of the claim; not consistent where the facts contradict each other."""

    is_consistent: Flag
    age: Years
    age_months: Months
    counted_days: CareerDays
    years: YearsThousandths


class ReformMonths(NamedTuple):
    """Months the reform adds for each missing year, and by which of its classes."""

    months_yearly: Months
    outcome: Code = Outcome.REFORM_CLASS_1


class PathAnswer(NamedTuple):
    """Whether one path gives the right, and what it asks.

    The age asked is ``required_age`` years and ``required_age_months`` months, the service
    ``required_years``; 0 where the path asks no age.
    """

    is_entitled: Flag
    path: OldAgePath  # type: ignore[valid-type]
    required_age: Years
    required_age_months: Months
    required_years: YearsThousandths
    outcome: Code = Outcome.OLD_AGE_SERVICE_SHORT


class OldAgePaths(NamedTuple):
    """Every path that gives the right, and the best of them with what it asks; else what the normal age asks."""

    path: OldAgePath  # type: ignore[valid-type]
    is_by_normal_age: Flag
    is_by_thirty_years: Flag
    is_by_thirty_five_years: Flag
    is_by_woman_worker: Flag
    is_by_hazardous_work: Flag
    is_by_low_service: Flag
    is_by_renovation: Flag
    is_by_mother: Flag
    is_by_veteran: Flag
    age: Years
    counted_days: CareerDays
    years: YearsThousandths
    required_age: Years
    required_age_months: Months
    required_years: YearsThousandths
    outcome: Code = Outcome.UNKNOWN


class PathPension(NamedTuple):
    """The pension of a month by one path, the average it rests on (0 where on none), and the years counted."""

    pension_monthly: RialsMonthly
    average_monthly: RialsMonthly
    years: YearsThousandths
    outcome: Code = Outcome.PENSION_OF_YEARS


class OldAgeDecision(NamedTuple):
    """The pension of a month and the day it starts, by the best path; zeros and the first failed condition without a right."""

    is_entitled: Flag
    path: OldAgePath  # type: ignore[valid-type]
    pension_monthly: RialsMonthly
    start_day: DayNumber
    average_monthly: RialsMonthly
    years: YearsThousandths
    required_age: Years
    required_age_months: Months
    required_years: YearsThousandths
    outcome: Code = Outcome.UNKNOWN
