"""Art. 37: whoever takes over a business answers for its debts unless the organisation was asked."""

from ..machine.articles import article
from ..outcomes import Outcome
from .contract_rows import BusinessTransfer, Liability


@article("37", law="ssl", in_force=("1354-07-01", None), headline="liable_for", source="ART")
def transferee_liability(transfer: BusinessTransfer, law) -> Liability:
    """What the new owner answers for, together with the old one."""
    if transfer.is_certificate_given == 1:
        return Liability(0, Outcome.TRANSFEREE_FREE)
    if transfer.debt_open == 0:
        return Liability(0, Outcome.TRANSFEREE_WITHOUT_DEBT)
    return Liability(transfer.debt_open, Outcome.TRANSFEREE_JOINTLY_LIABLE)
