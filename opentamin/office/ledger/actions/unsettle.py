"""Unsettle: take back what was said of a credit and a charge, by a further row."""

from datetime import datetime

from django.db import transaction

from opentamin.office.ledger.models import Settlement


class AlreadyUnsettled(ValueError):
    """The settlement was taken back before, or is itself a taking back."""


@transaction.atomic
def unsettle(settlement: Settlement, *, reason: str, now: datetime) -> Settlement:
    """Write the row that takes `settlement` back whole, and return it. The charge is then open again and the credit free again.

    A reason is required. Raises AlreadyUnsettled.
    """
    assert reason, "who takes a settlement back says why"
    standing = Settlement.objects.select_for_update(no_key=True).get(pk=settlement.pk)
    if standing.undoes_id is not None or Settlement.objects.filter(undoes=standing).exists():
        raise AlreadyUnsettled(f"settlement {settlement.pk}")
    return Settlement.objects.create(
        account_id=standing.account_id,
        party_kind=standing.party_kind,
        party_id=standing.party_id,
        charge_id=standing.charge_id,
        payment_id=standing.payment_id,
        amount=standing.amount,
        on=standing.on,
        undoes=standing,
        reason=reason,
        created_at=now,
    )
