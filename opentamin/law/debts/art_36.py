"""Art. 36: a worker share the employer did not deduct on the pay day is the employer's own."""

from ..machine.articles import article
from ..outcomes import Outcome
from .rows import ShareBorne, ShareDeducted


@article("36", law="ssl", in_force=("1354-07-01", None), headline="borne_by_employer",
         source="ART; rulings 564 of 1398-03-21 and 2919 of 1398-10-17")  # fmt: skip
def undeducted_share(share: ShareDeducted, law) -> ShareBorne:
    """What the employer remits of the worker share and what of it may not be asked of the worker any more.

    More deducted than the share is for a person to judge.
    """
    if share.deducted > share.worker_share:
        return ShareBorne(0, 0, Outcome.UNKNOWN)
    borne_by_employer = share.worker_share - share.deducted
    outcome = Outcome.SHARE_WAS_DEDUCTED
    if borne_by_employer > 0:
        outcome = Outcome.SHARE_WAS_NOT_DEDUCTED
    return ShareBorne(share.worker_share, borne_by_employer, outcome)
