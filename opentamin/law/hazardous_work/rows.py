"""Facts the articles on hard and hazardous work take, and answers they give."""

from typing import NamedTuple

from ..kinds import CareerDays, Code, Count, DayNumber, Flag, Rials, YearsThousandths, one_of
from ..outcomes import Outcome

# What stood between two stretches of hazardous work.
Absence = one_of("absence", "no_work", "other_work", "unpaid_leave", "paid_leave", "sickness_benefit", "military_service")
# Who found the work hazardous.
FindingBody = one_of("finding_body", "primary_committee", "appeal_committee", "high_council", "minutes_of_1368")


class HazardousRun(NamedTuple):
    """Days of hazardous work, the longest unbroken run of them, and how often it was broken."""

    hazardous_days: CareerDays
    hazardous_days_unbroken: CareerDays
    breaks_count: Count
    outcome: Code = Outcome.HAZARDOUS_RUN_UNBROKEN


class HazardousCareer(NamedTuple):
    """Days of work found hazardous, in all and in the longest unbroken run."""

    hazardous_days: CareerDays = 0
    hazardous_days_unbroken: CareerDays = 0
    is_civil_servant: Flag = 0
    is_sso_staff: Flag = 0
    is_worn_out: Flag = 0


class HazardousRight(NamedTuple):
    """Whether hazardous work gives retirement at any age: its years, the longest unbroken run, the years required."""

    is_entitled: Flag
    hazardous_years: YearsThousandths
    unbroken_years: YearsThousandths
    required_years: YearsThousandths
    outcome: Code = Outcome.HAZARDOUS_YEARS_SHORT


class Finding(NamedTuple):
    """A finding that work is hazardous, and the work it is put forward for."""

    finding_body: FindingBody = 0  # type: ignore[valid-type]
    is_final: Flag = 1
    is_same_workplace: Flag = 1
    is_same_title: Flag = 1
    is_environment_changed: Flag = 0
    is_civil_servant: Flag = 0


class FindingCounted(NamedTuple):
    """Whether the work counts as hazardous by the finding."""

    is_counted: Flag
    outcome: Code = Outcome.FINDING_COUNTS


class HazardousAppeal(NamedTuple):
    """Whether an appeal came in time, and its last day."""

    is_in_time: Flag
    last_day: DayNumber
    outcome: Code = Outcome.HAZARDOUS_APPEAL_IN_TIME


class PremiumReclaimed(NamedTuple):
    """Who gives back the added premium a worker paid."""

    from_employer: Rials
    from_organisation: Rials
    outcome: Code = Outcome.HAZARDOUS_PREMIUM_FROM_EMPLOYER


class InterpretationReach(NamedTuple):
    """Whether the law that interprets the rules of hazardous work reaches a retirement."""

    is_reached: Flag
    outcome: Code = Outcome.INTERPRETATION_REACHES
