"""Facts the articles on special schemes take, and answers they give. Amounts are rials."""

from typing import NamedTuple

from ..kinds import CareerDays, Code, Count, DayNumber, Flag, Month, Rials, RialsDaily, RialsMonthly, one_of
from ..outcomes import Outcome

InsuranceScheme = one_of(
    "insurance_scheme",
    "voluntary", "self_old_age", "self_old_age_death", "self_old_age_death_disability",
    "drivers", "builders", "weavers_1376", "weavers_1388", "porters", "seamen",
)  # fmt: skip
VOLUNTARY, SELF_OLD_AGE, SELF_DEATH, SELF_DISABILITY, DRIVERS, BUILDERS, WEAVERS_1376, WEAVERS_1388, PORTERS, SEAMEN = range(10)

PremiumClass = one_of("premium_class", "old_age", "old_age_death", "old_age_death_disability")
OLD_AGE, OLD_AGE_DEATH, OLD_AGE_DEATH_DISABILITY = range(3)

DriverRoute = one_of("driver_route", "within_city", "between_cities")
WITHIN_CITY, BETWEEN_CITIES = 0, 1
DriverVehicle = one_of("driver_vehicle", "car", "minibus", "van", "light_lorry", "bus", "lorry")
CAR, MINIBUS, VAN, LIGHT_LORRY, BUS, LORRY = range(6)

SkillGrade = one_of("skill_grade", "grade_one", "grade_two", "grade_three")
GRADE_ONE, GRADE_TWO, GRADE_THREE = range(3)


class SchemeMember(NamedTuple):
    """A member of a scheme, and whether premium and card are in order (asked of drivers)."""

    scheme: InsuranceScheme  # type: ignore[valid-type]
    is_premium_paid: Flag = 1
    is_card_valid: Flag = 1


class SchemeCover(NamedTuple):
    """What a scheme covers; death means death before retirement, disability total disability."""

    covers_old_age: Flag
    covers_death: Flag
    covers_disability: Flag
    covers_sickness: Flag
    covers_unemployment: Flag
    covers_health: Flag
    outcome: Code = Outcome.SCHEME_COVERS


class Applicant(NamedTuple):
    """A person who asks to enter a scheme on a day."""

    birth_day: DayNumber
    day: DayNumber
    record_days: CareerDays = 0
    is_woman: Flag = 0
    is_student: Flag = 0


class EntryRight(NamedTuple):
    """Whether the person may enter; the first condition not met is named."""

    is_admitted: Flag
    outcome: Code = Outcome.ADMITTED


class SelfEmployedApplicant(NamedTuple):
    """A self-employed person who asks for one of the three covers."""

    premium_class: PremiumClass  # type: ignore[valid-type]
    contracts_before: Count = 0
    record_days: CareerDays = 0
    record_days_ten_years: CareerDays = 0
    record_days_year: CareerDays = 0
    has_passed_medical: Flag = 0


class MedicalDuty(NamedTuple):
    """Whether a medical examination comes before the contract."""

    is_medical_needed: Flag
    outcome: Code = Outcome.MEDICAL_NEEDED


class DriverApplicant(NamedTuple):
    """A driver with a book or card."""

    route: DriverRoute  # type: ignore[valid-type]
    card_expiry_day: DayNumber
    day: DayNumber
    is_on_trial: Flag = 0


class BuilderApplicant(NamedTuple):
    """A construction worker, and whether the quota of the province has room."""

    has_skill_card: Flag
    is_quota_open: Flag


class ChosenMonth(NamedTuple):
    """A calendar month and the daily wage chosen for it."""

    month: Month
    wage_daily: RialsDaily


class ChosenClassMonth(NamedTuple):
    """A calendar month of a self-employed person, a family member or a student."""

    month: Month
    wage_daily: RialsDaily
    premium_class: PremiumClass  # type: ignore[valid-type]


class ChosenBase(NamedTuple):
    """A daily wage chosen for the voluntary scheme, and the average of the last records."""

    wage_daily: RialsDaily
    average_daily: RialsDaily


class BaseSet(NamedTuple):
    """The daily wage on which premium is paid."""

    wage_base_daily: RialsDaily
    outcome: Code = Outcome.COUNTED


class OwnPremium(NamedTuple):
    """What the insured pays for one month, and the wage it is of."""

    premium: Rials
    wage_month: Rials
    outcome: Code = Outcome.PREMIUM_OF_MONTH


class SchemePremium(NamedTuple):
    """Premium of one month for the insured, what the state adds, and the wage both are of."""

    premium: Rials
    state_part: Rials
    wage_month: Rials
    outcome: Code = Outcome.PREMIUM_OF_MONTH


class DriverWork(NamedTuple):
    """What is driven, and where."""

    route: DriverRoute  # type: ignore[valid-type]
    vehicle: DriverVehicle  # type: ignore[valid-type]


class DriverMonth(NamedTuple):
    """A driver's month: what is driven where, since when covered, when paid, until when the card holds."""

    month: Month
    route: DriverRoute  # type: ignore[valid-type]
    vehicle: DriverVehicle  # type: ignore[valid-type]
    covered_day: DayNumber
    paid_day: DayNumber
    card_expiry_day: DayNumber


class DriverPremium(NamedTuple):
    """The premium of a driver's month and who pays which part; the parts make the whole."""

    share_driver: Rials
    share_state: Rials
    share_subsidy: Rials
    premium: Rials
    wage_month: Rials
    outcome: Code = Outcome.DRIVER_PREMIUM_SHARED


class WeaverPremium(NamedTuple):
    """The premium of a weaver's month, the weaver's part and the state's."""

    share_weaver: Rials
    share_state: Rials
    premium: Rials
    wage_month: Rials
    outcome: Code = Outcome.PREMIUM_OF_MONTH


class WeaverPension(NamedTuple):
    """A weaver's pension between its limits."""

    pension_monthly: RialsMonthly
    outcome: Code = Outcome.PENSION_WITHIN_LIMITS


class BuildingPermit(NamedTuple):
    """A building permit: its area, its whole fee, and whether the relief of note 4 is asked."""

    area_m2: Count
    permit_fee: Rials
    is_note_4_asked: Flag = 0


class PermitLevy(NamedTuple):
    """What the owner pays at the permit for the insurance of construction workers."""

    levy: Rials
    outcome: Code = Outcome.LEVY_BY_FEE


class BuilderRetirement(NamedTuple):
    """A construction worker who asks to retire; the general record is judged by the rules of old age."""

    birth_day: DayNumber
    day: DayNumber
    record_days: CareerDays
    has_general_record: Flag


class RetirementRight(NamedTuple):
    """Whether the worker may retire."""

    is_entitled: Flag
    outcome: Code = Outcome.BUILDER_RETIRES_BY_AGE


class SchemeContract(NamedTuple):
    """A contract of insurance and its payments; the last month paid is asked once something was paid."""

    contract_day: DayNumber
    day: DayNumber
    has_paid: Flag = 0
    last_paid_month: Month = 135001


class ContractState(NamedTuple):
    """Whether a contract stands, and the last day for the next payment."""

    is_in_force: Flag
    last_day: DayNumber
    outcome: Code = Outcome.CONTRACT_IN_FORCE


class MonthPayment(NamedTuple):
    """A month of the family scheme and the day it is paid, or asked about."""

    month: Month
    paid_day: DayNumber


class PaymentState(NamedTuple):
    """Whether a payment is in time, and until when it is."""

    is_in_time: Flag
    last_day: DayNumber
    outcome: Code = Outcome.PAYMENT_IN_TIME
