"""From when a share runs, who decides on a late request, and when conditions are looked at again."""

from ..days import add_months
from ..disability.calendar import years_after
from ..kinds import DayNumber, Flag
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import DAUGHTER, WIFE, HeirsCertificate, Relation, RequestForum, SurvivorCheck, SurvivorStart, is_parent

FROM_REQUEST, FROM_QUALIFICATION = 0, 1
FIRST_PAYMENT, DEATH = 0, 1


@article("80", law="ssl", in_force=("1354-07-01", None), headline="start_day",
         source="ruling 791 of 1398-04-18; C-SURV")  # fmt: skip
def survivor_start(
    relation: Relation, death_day: DayNumber, qualified_day: DayNumber, request_day: DayNumber, law
) -> SurvivorStart:
    """First day of a share: the death, however late the request; for one who qualified later, the request.

    The circular says the latter of daughters; for others it is a choice.
    """
    if request_day < death_day:
        return SurvivorStart(death_day, Outcome.UNKNOWN)
    if request_day < qualified_day:
        return SurvivorStart(death_day, Outcome.UNKNOWN)
    if qualified_day <= death_day:
        return SurvivorStart(death_day, Outcome.SURVIVOR_FROM_DEATH)
    if relation == DAUGHTER:
        return SurvivorStart(request_day, Outcome.SURVIVOR_FROM_REQUEST)
    if law.later_survivor_start == FROM_QUALIFICATION:
        return SurvivorStart(qualified_day, Outcome.SURVIVOR_FROM_QUALIFICATION)
    return SurvivorStart(request_day, Outcome.SURVIVOR_FROM_REQUEST)


@article("80", law="ssl", in_force=("1354-07-01", None), headline="is_at_branch", source="C-SURV")
def survivors_request_forum(death_day: DayNumber, request_day: DayNumber, law) -> RequestForum:
    """The branch decides for some years after the death, then the province."""
    last_branch_day = years_after(death_day, law.late_request_years)
    if request_day < death_day:
        return RequestForum(last_branch_day, 0, Outcome.UNKNOWN)
    if request_day > last_branch_day:
        return RequestForum(last_branch_day, 0, Outcome.REQUEST_TO_PROVINCE)
    return RequestForum(last_branch_day, 1, Outcome.REQUEST_AT_BRANCH)


@article("", law="practice", in_force=("1354-07-01", None), headline="deadline", source="APP")
def heirs_certificate(
    death_day: DayNumber, first_payment_day: DayNumber, day: DayNumber, is_certificate_given: Flag, law
) -> HeirsCertificate:
    """Last day to bring the certificate of heirs; after it payment stops until it comes."""
    deadline = add_months(first_payment_day, law.heirs_certificate_months)
    if law.heirs_certificate_from == DEATH:
        deadline = add_months(death_day, law.heirs_certificate_months)
    if first_payment_day < death_day:
        return HeirsCertificate(deadline, 0, Outcome.UNKNOWN)
    if is_certificate_given == 1:
        return HeirsCertificate(deadline, 1, Outcome.CERTIFICATE_GIVEN)
    if day > deadline:
        return HeirsCertificate(deadline, 0, Outcome.CERTIFICATE_OVERDUE)
    return HeirsCertificate(deadline, 1, Outcome.CERTIFICATE_AWAITED)


@article("", law="practice", in_force=("1354-07-01", None), headline="next_check_day", source="C-SURV")
def survivor_check(relation: Relation, is_only_survivor: Flag, last_check_day: DayNumber, law) -> SurvivorCheck:
    """When the conditions of a survivor are looked at again; for sons and husbands no time was found."""
    if is_only_survivor == 1:
        return SurvivorCheck(add_months(last_check_day, law.check_months_only_survivor), Outcome.CHECK_SET)
    if relation == DAUGHTER:
        return SurvivorCheck(add_months(last_check_day, law.check_months_daughter), Outcome.CHECK_SET)
    if relation == WIFE or is_parent(relation):
        return SurvivorCheck(add_months(last_check_day, law.check_months_wife_parent), Outcome.CHECK_SET)
    return SurvivorCheck(last_check_day, Outcome.UNKNOWN)
