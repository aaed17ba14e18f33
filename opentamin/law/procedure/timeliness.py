"""Whether an act came in time."""

from ..machine.articles import article
from ..outcomes import Outcome
from .rows import Act, InTime


@article("", law="route", in_force=("1354-07-01", None), headline="is_in_time")
def is_in_time(act: Act, law) -> InTime:
    """Whether an act of a day met its last day; a person judges what falls between two readings, and an excuse."""
    if act.act_day < act.service_day:
        return InTime(0, Outcome.UNKNOWN)
    if act.doubt_until < act.last_day:
        return InTime(0, Outcome.UNKNOWN)
    if act.act_day <= act.last_day:
        return InTime(1, Outcome.IN_TIME)
    if act.act_day <= act.doubt_until:
        return InTime(0, Outcome.LATE_BY_ONE_READING)
    if act.may_be_excused == 1 and act.has_excuse == 1:
        return InTime(0, Outcome.LATE_EXCUSE_TO_WEIGH)
    return InTime(0, Outcome.LATE)
