"""Art. 2: unemployed is who lost work without will and fault. Is the end of a term that?"""

from ..machine.articles import article
from ..outcomes import Outcome
from .rows import OWN_FAULT, RESIGNED, TERM_ENDED, LossJudged, Unemployed

OUTSIDE = 0


@article("2", law="ui", in_force=("1369-06-26", None), headline="is_involuntary",
         source="end of a term: rulings 97 of 1382-03-04, 8 of 1383-01-16 and 839 of 1391-11-16; C-UI")  # fmt: skip
def loss_of_work_judged(case: Unemployed, law) -> LossJudged:
    """Whether work was lost without the worker's will and fault; the first bar that is met is named.

    The end of a term is read in two ways; where it is admitted the work must have been of a
    lasting kind, and the worker for some months at the last workplace.
    """
    if case.loss_of_work == RESIGNED:
        return LossJudged(0, Outcome.LOSS_BY_OWN_WILL)
    if case.loss_of_work == OWN_FAULT:
        return LossJudged(0, Outcome.LOSS_BY_OWN_FAULT)
    if case.loss_of_work == TERM_ENDED and law.unemployment_term_end == OUTSIDE:
        return LossJudged(0, Outcome.LOSS_BY_TERM_AGREED)
    if case.loss_of_work == TERM_ENDED and case.is_permanent_work == 0:
        return LossJudged(0, Outcome.LOSS_OF_PASSING_WORK)
    if case.loss_of_work == TERM_ENDED and case.last_workplace_months < law.unemployment_last_workplace_months:
        return LossJudged(0, Outcome.LOSS_AFTER_SHORT_TERM)
    return LossJudged(1, Outcome.LOSS_INVOLUNTARY)
