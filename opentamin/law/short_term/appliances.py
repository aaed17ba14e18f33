"""Orthoses and prostheses: a share by a tariff we have not seen."""

from ..machine.articles import article
from ..outcomes import Outcome
from .rows import Appliance, ApplianceGrant


@article("", law="practice", in_force=("1354-07-01", None), headline="amount", source="APP")
def appliance_grant(case: Appliance, law) -> ApplianceGrant:
    """Whether a share is paid; its amount is ``appliance_tariff``, which nobody has supplied."""
    if case.is_insured == 0:
        return ApplianceGrant(0, Outcome.APPLIANCE_NOT_INSURED)
    if case.is_prescribed == 0:
        return ApplianceGrant(0, Outcome.APPLIANCE_NOT_PRESCRIBED)
    return ApplianceGrant(0, Outcome.APPLIANCE_BY_TARIFF)
