"""What a finding that work is hazardous reaches, and whether it was appealed in time."""

from ..kinds import DayNumber
from ..machine.articles import article
from ..outcomes import Outcome
from ..procedure import Act, hazardous_objection_last_day, is_in_time
from .rows import Finding, FindingCounted, HazardousAppeal

APPEAL_COMMITTEE = 1


@article("", law="hazardous_bylaw", in_force=("1380-07-14", None), headline="is_counted",
         source="rulings 695-699 of 1396-07-25, 61-65 of 1392-02-02, 446-455 and 531 of 1390-10-19, 1331-1338 of 1399-10-20, "
                "787, 788 and 800 of 1393-04-23, 554 of 1399-04-17")  # fmt: skip
def finding_counted(finding: Finding, law) -> FindingCounted:
    """Whether work counts as hazardous by a finding; the first bar met is named.

    A finding stands for that title in that workplace as long as the work environment stays.
    That the workplace closed since is no bar.
    """
    if finding.is_civil_servant == 1:
        return FindingCounted(0, Outcome.HAZARDOUS_CIVIL_SERVANT)
    if finding.finding_body > APPEAL_COMMITTEE:
        return FindingCounted(0, Outcome.FINDING_BY_NO_COMMITTEE)
    if finding.is_final == 0:
        return FindingCounted(0, Outcome.FINDING_NOT_FINAL)
    if finding.is_same_workplace == 0:
        return FindingCounted(0, Outcome.FINDING_OTHER_WORKPLACE)
    if finding.is_same_title == 0:
        return FindingCounted(0, Outcome.FINDING_OTHER_TITLE)
    if finding.is_environment_changed == 1:
        return FindingCounted(0, Outcome.FINDING_ENVIRONMENT_CHANGED)
    return FindingCounted(1, Outcome.FINDING_COUNTS)


@article("", law="hazardous_bylaw", in_force=("1385-12-26", None), headline="is_in_time")
def hazardous_appeal(service_day: DayNumber, appeal_day: DayNumber, law) -> HazardousAppeal:
    """Whether an appeal to the provincial appeal committee came in time, by the one rule for last days.

    One before the decision was served, or between the last day and its latest reading, is for a person to judge.
    """
    limit = hazardous_objection_last_day(service_day, law)
    met = is_in_time(Act(service_day, appeal_day, limit.last_day, limit.doubt_until, 0, 0), law)
    if met.outcome == Outcome.IN_TIME:
        return HazardousAppeal(1, limit.last_day, Outcome.HAZARDOUS_APPEAL_IN_TIME)
    if met.outcome == Outcome.LATE:
        return HazardousAppeal(0, limit.last_day, Outcome.HAZARDOUS_APPEAL_LATE)
    return HazardousAppeal(0, limit.last_day, Outcome.UNKNOWN)
