"""Art. 33: apprentices."""

from ..kinds import Rials
from ..machine.articles import article
from .art_28 import premium_of_wage
from .rows import WorkerMonth


@article("33", law="ssl", in_force=("1354-07-01", None))
def worker_share_by_employer(month: WorkerMonth, worker_share: Rials, law) -> Rials:
    """Part of an apprentice's worker share that the employer pays from its own pocket.

    An apprentice's premium is not under that of the minimum wage; what this adds to the
    worker share is not taken from the apprentice's pay.
    """
    if month.is_apprentice == 0:
        return 0
    share_of_pay = premium_of_wage(month.wage_insurable, law)
    return max(worker_share - share_of_pay, 0)
