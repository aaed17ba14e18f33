"""Art. 3 of the law of cash penalties: part of the penalties is forgiven to whoever pays before the writ."""

from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .rows import Remission, RemissionAsked

FULL_PAYMENT_ONLY, INSTALMENTS_TOO = 0, 1


@article("3", law="penalties", in_force=("1373-05-09", None), headline="remitted", source="PEN73")
def penalty_remission(asked: RemissionAsked, law) -> Remission:
    """Penalties forgiven; a missed instalment brings them back."""
    if asked.is_on_instalments == 1 and asked.is_instalment_missed == 1:
        return Remission(0, asked.penalties, Outcome.REMISSION_REVIVED)
    if asked.is_writ_issued == 1:
        return Remission(0, asked.penalties, Outcome.NOT_REMITTED_WRIT_ISSUED)
    if asked.is_on_instalments == 1 and law.remission_reaches == FULL_PAYMENT_ONLY:
        return Remission(0, asked.penalties, Outcome.NOT_REMITTED_INSTALMENTS)
    if asked.is_paid_in_full == 0 and asked.is_on_instalments == 0:
        return Remission(0, asked.penalties, Outcome.NOT_REMITTED_PART_PAID)
    remitted = portion(asked.penalties, law.remission_rate, law.rounding_penalty)
    penalties_left = asked.penalties - remitted
    return Remission(remitted, penalties_left, Outcome.PENALTY_REMITTED)
