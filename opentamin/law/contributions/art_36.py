"""Art. 36: the employer answers for both shares, and the insured does not wait for it."""

from ..kinds import Rials
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import MonthCounted, MonthState


@article("36", law="ssl", in_force=("1354-07-01", None), source="ruling 564 of 1398-03-21")
def remitted_by_employer(
    worker_share: Rials, employer_share_own: Rials, unemployment: Rials, hazardous: Rials, law
) -> Rials:
    """What the employer remits: its own share and the worker share, deducted or not."""
    return worker_share + employer_share_own + unemployment + hazardous


@article("36", law="ssl", in_force=("1354-07-01", None), headline="is_counted",
         source="ruling 2919 of 1398-10-17")  # fmt: skip
def month_counts(month: MonthState, law) -> MonthCounted:
    """A month counts once its list is accepted; whether it was paid is not asked."""
    if month.is_list_accepted == 1:
        return MonthCounted(1, Outcome.MONTH_COUNTS)
    return MonthCounted(0, Outcome.MONTH_WAITS)
