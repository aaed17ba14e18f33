"""Chapter on special schemes: insurance by choice, the self-employed, families, students, drivers, builders, weavers."""

from .builders import builder_entry, builder_premium, builder_retirement, builder_wage_daily, permit_levy
from .cover import scheme_cover
from .drivers import driver_entry, driver_premium, driver_wage_daily
from .rows import (
    Applicant,
    BaseSet,
    BuilderApplicant,
    BuilderRetirement,
    BuildingPermit,
    ChosenBase,
    ChosenClassMonth,
    ChosenMonth,
    ContractState,
    DriverApplicant,
    DriverMonth,
    DriverPremium,
    DriverWork,
    EntryRight,
    MedicalDuty,
    MonthPayment,
    OwnPremium,
    PaymentState,
    PermitLevy,
    RetirementRight,
    SchemeContract,
    SchemeCover,
    SchemeMember,
    SchemePremium,
    SelfEmployedApplicant,
    WeaverPension,
    WeaverPremium,
)
from .self_employed import (
    family_entry,
    family_payment,
    family_payment_last_day,
    self_employed_contract,
    self_employed_entry,
    self_employed_first_last_day,
    self_employed_medical,
    self_employed_premium,
    self_employed_wage_of_premium,
    student_entry,
)
from .voluntary import (
    voluntary_base,
    voluntary_base_raised,
    voluntary_contract,
    voluntary_entry,
    voluntary_first_last_day,
    voluntary_months_prepayable,
    voluntary_next_last_day,
    voluntary_premium,
    voluntary_state_part,
    voluntary_wage_of_premium,
)
from .weavers import weaver_pension_1376, weaver_premium_1376, weaver_premium_1388, weaver_record_counted

__all__ = [
    "Applicant", "BaseSet", "BuilderApplicant", "BuilderRetirement", "BuildingPermit", "ChosenBase", "ChosenClassMonth",
    "ChosenMonth", "ContractState", "DriverApplicant", "DriverMonth", "DriverPremium", "DriverWork", "EntryRight", "MedicalDuty",
    "MonthPayment", "OwnPremium", "PaymentState", "PermitLevy", "RetirementRight", "SchemeContract", "SchemeCover", "SchemeMember",
    "SchemePremium", "SelfEmployedApplicant", "WeaverPension", "WeaverPremium", "builder_entry", "builder_premium",
    "builder_retirement", "builder_wage_daily", "driver_entry", "driver_premium", "driver_wage_daily", "family_entry",
    "family_payment", "family_payment_last_day", "permit_levy", "scheme_cover", "self_employed_contract",
    "self_employed_entry", "self_employed_first_last_day", "self_employed_medical", "self_employed_premium",
    "self_employed_wage_of_premium", "student_entry", "voluntary_base", "voluntary_base_raised", "voluntary_contract",
    "voluntary_entry", "voluntary_first_last_day", "voluntary_months_prepayable", "voluntary_next_last_day",
    "voluntary_premium", "voluntary_state_part", "voluntary_wage_of_premium", "weaver_pension_1376",
    "weaver_premium_1376", "weaver_premium_1388", "weaver_record_counted",
]  # fmt: skip
