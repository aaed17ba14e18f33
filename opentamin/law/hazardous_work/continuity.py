"""Which absences break the years of hazardous work, and the longest run that stays unbroken."""

from ..days import add_months
from ..kinds import DayNumber, Flag
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import Absence, HazardousRun

UNPAID_LEAVE, PAID_LEAVE = 2, 3
BREAKS, KEEPS = 0, 1
TWO_MONTHS, AS_OTHER_BREAKS = 0, 1


@article("76", law="ssl", clause="note_2", in_force=("1371-12-16", None),
         source="unpaid leave: rulings 1017-1021 of 1391-12-28")  # fmt: skip
def continuity_broken(absence: Absence, absence_day: DayNumber, return_day: DayNumber, law) -> Flag:
    """Whether an absence from ``absence_day`` to the day before ``return_day`` breaks the continuity; no day at all never does."""
    if absence >= PAID_LEAVE and law.hazardous_lawful_absence == KEEPS:
        return 0
    if absence == UNPAID_LEAVE and law.hazardous_unpaid_leave_rule == TWO_MONTHS:
        last_return_day = add_months(absence_day, law.hazardous_unpaid_leave_months)
        return 1 if return_day > last_return_day else 0
    breaking_day = max(add_months(absence_day, law.hazardous_gap_months), absence_day + 1)
    return 1 if return_day >= breaking_day else 0


@article("76", law="ssl", clause="note_2", in_force=("1371-12-16", None), headline="hazardous_days_unbroken")
def hazardous_run(start_days: list[DayNumber], end_days: list[DayNumber], absences: list[Absence], law) -> HazardousRun:
    """Days of all stretches of hazardous work and of the longest unbroken run.

    Each stretch goes from its start day to its end day, both counted; ``absences`` says what
    followed each. A stretch that ends before it starts, or starts before the last one ended,
    is for a person to judge.
    """
    hazardous_days = 0
    hazardous_days_unbroken = 0
    run_days = 0
    breaks_count = 0
    for place in range(len(start_days)):
        if end_days[place] < start_days[place]:
            return HazardousRun(0, 0, 0, Outcome.UNKNOWN)
        if place > 0:
            if start_days[place] <= end_days[place - 1]:
                return HazardousRun(0, 0, 0, Outcome.UNKNOWN)
            is_broken = continuity_broken(absences[place - 1], end_days[place - 1] + 1, start_days[place], law)
            if is_broken == 1:
                breaks_count += 1
                run_days = 0
        stretch_days = end_days[place] - start_days[place] + 1
        hazardous_days += stretch_days
        run_days += stretch_days
        hazardous_days_unbroken = max(hazardous_days_unbroken, run_days)
    if breaks_count > 0:
        return HazardousRun(hazardous_days, hazardous_days_unbroken, breaks_count, Outcome.HAZARDOUS_RUN_BROKEN)
    return HazardousRun(hazardous_days, hazardous_days, 0, Outcome.HAZARDOUS_RUN_UNBROKEN)
