"""Withdraw a debt: a prepared one is put aside, an issued one is taken back by a further entry."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from opentamin.office.accounts import gate
from opentamin.office.ledger.actions import cancel_charge, reverse
from opentamin.office.notices.actions import tell
from opentamin.office.records.actions import note_act

from ..models import Debt, DebtState
from ..queries import RECEIVABLE, scopes_of_debt


class AlreadyWithdrawn(Exception):
    """The debt was withdrawn before."""


@transaction.atomic
def withdraw_debt(debt_id: int, *, because: str, by, now: datetime) -> Debt:
    """Withdraw a debt and return it. The charge of an issued one is reversed; what was paid on it becomes free credit.

    A reason is required. Raises AlreadyWithdrawn or gate.NotAllowed, having written nothing.
    """
    assert because, "a withdrawal says why"
    debt = Debt.objects.select_for_update(of=("self",)).select_related("workplace", "journal").get(pk=debt_id)
    gate.require(by, "debt.withdraw", *scopes_of_debt(debt))
    if debt.state == DebtState.WITHDRAWN:
        raise AlreadyWithdrawn(debt.tracking)
    if debt.journal is not None:
        _take_back(debt, because, now)
    debt.state, debt.withdrawn_at, debt.withdrawn_by, debt.withdrawn_because = DebtState.WITHDRAWN, now, by, because
    debt.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_because"])
    note_act("debt.withdraw", by=by, subject=("debt", debt.pk), facts={"amount": debt.amount, "issued": debt.journal_id is not None}, reason=because, now=now)
    if debt.journal is not None:
        tell(("workplace", debt.workplace_id), "debt_withdrawn", {"month": debt.month, "kind": debt.kind, "amount": debt.amount}, f"/debts/{debt.tracking}/", now)
    return debt


def _take_back(debt: Debt, because: str, now: datetime) -> None:
    on = timezone.localdate(now)
    if debt.amount > 0:
        cancel_charge(debt.journal, account=RECEIVABLE, party=("workplace", debt.workplace_id), on=on, reason=because, now=now)
    else:
        reverse(debt.journal, on=on, reason=because, now=now)
