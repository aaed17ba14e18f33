"""Art. 28: the shares of worker, employer and state in the premium."""

from ..kinds import Rials
from ..machine.articles import article
from ..rounding import portion


@article("28", law="ssl", clause="1", in_force=("1354-07-01", None))
def premium_of_wage(wage: Rials, law) -> Rials:
    """Worker share of one worker's wage, rounded for each worker."""
    return portion(wage, law.rate_worker, law.rounding_worker_share)


@article("28", law="ssl", clause="1", in_force=("1354-07-01", None))
def employer_premium(wage: Rials, law) -> Rials:
    """Employer share of the wages of a list, rounded once on the total."""
    return portion(wage, law.rate_employer, law.rounding_list_total)


@article("28", law="ssl", clause="2", in_force=("1354-07-01", None))
def state_premium(wage: Rials, law) -> Rials:
    """State share of the wages of a list, rounded once on the total."""
    return portion(wage, law.rate_state, law.rounding_list_total)
