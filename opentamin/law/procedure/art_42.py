"""Art. 42: the employer objects to a debt notice, and the organisation brings it to the board."""

from ..kinds import DayNumber
from ..machine.articles import article
from ..outcomes import Outcome
from .counting import last_day_after_days, last_day_after_months
from .rows import Act, LastDay, Objection, Referred
from .timeliness import is_in_time


@article("42", law="ssl", in_force=("1354-07-01", None), headline="last_day", source="C-BOARD")
def objection_last_day(service_day: DayNumber, law) -> LastDay:
    """Last day to object in writing to a debt notice; without objection it is final and Art. 50 follows."""
    return last_day_after_days(service_day, law.objection_days, law)


@article("42", law="ssl", in_force=("1354-07-01", None), headline="last_day", source="C-BOARD")
def board_referral_last_day(objection_day: DayNumber, law) -> LastDay:
    """Last day for the organisation to bring an objection to the primary board."""
    return last_day_after_months(objection_day, law.board_referral_months, law)


@article("", law="boards_instruction", in_force=("1396-09-05", None), headline="last_day", source="C-BOARD")
def file_to_board_last_day(objection_day: DayNumber, law) -> LastDay:
    """Last day for the branch to send the file to the secretariat of the board."""
    return last_day_after_days(objection_day, law.file_to_board_days, law)


@article("", law="practice", in_force=("1396-09-05", None), headline="last_day", source="APP")
def branch_review_last_day(objection_day: DayNumber, law) -> LastDay:
    """Last day for the branch to look at its own figures again before it sends the file on."""
    return last_day_after_days(objection_day, law.branch_review_days, law)


@article("42", law="ssl", in_force=("1354-07-01", None), headline="is_referred", source="C-BOARD")
def objection_referred(objection: Objection, law) -> Referred:
    """Whether an objection goes to the board: signed, by one who may, in time.

    Sent by registered post, telegram, e-mail, fax or the site, it counts from the day of sending or of entry.
    """
    limit = objection_last_day(objection.service_day, law)
    if objection.is_signed == 0:
        return Referred(0, limit.last_day, Outcome.OBJECTION_UNSIGNED)
    if objection.is_authorised == 0:
        return Referred(0, limit.last_day, Outcome.OBJECTION_UNAUTHORISED)
    timeliness = is_in_time(Act(objection.service_day, objection.act_day, limit.last_day, limit.doubt_until, 0, 0), law)
    if timeliness.outcome == Outcome.UNKNOWN:
        return Referred(0, limit.last_day, Outcome.UNKNOWN)
    if timeliness.outcome == Outcome.LATE_BY_ONE_READING:
        return Referred(0, limit.last_day, Outcome.OBJECTION_IN_DOUBT)
    if timeliness.outcome == Outcome.LATE:
        return Referred(0, limit.last_day, Outcome.OBJECTION_LATE)
    return Referred(1, limit.last_day, Outcome.OBJECTION_REFERRED)
