"""Withdraw a debt: a prepared one is put aside, an issued one is taken back by a further entry."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import cancel_charge
from opentamin.office.notices.actions import tell
from opentamin.office.payments.actions import cancel_correction, free_credit
from opentamin.office.records.actions import note_act

from ..models import Debt, DebtState
from ..queries import RECEIVABLE, lowerings_of, scopes_of_debt


class AlreadyWithdrawn(Refusal):
    """The debt was withdrawn before."""

    code = "already_withdrawn"
    sentence = _("این بدهی پیش‌تر پس گرفته شده است.")


@transaction.atomic
def withdraw_debt(debt_id: int, *, because: str, by, now: datetime) -> Debt:
    """Withdraw a debt and return it. The charge of an issued one is reversed; what was paid on it becomes the workplace's credit.

    What had been lowered since is withdrawn with its lowerings: nobody is given back what was never asked. A reason is required.
    Raises AlreadyWithdrawn or gate.NotAllowed, having written nothing.
    """
    assert because, "a withdrawal says why"
    debt = Debt.objects.select_for_update(of=("self",)).select_related("workplace", "journal").get(pk=debt_id)
    gate.require(by, "debt.withdraw", *scopes_of_debt(debt))
    if debt.state == DebtState.WITHDRAWN:
        raise AlreadyWithdrawn
    entries = [*lowerings_of(debt), debt]
    if debt.journal is not None:
        _take_back(entries, because, by, now)
    for entry in entries:
        _mark(entry, because, by, now)
    if debt.journal is not None:
        tell(("workplace", debt.workplace_id), "debt_withdrawn", {"month": debt.month, "kind": debt.kind, "amount": debt.amount}, f"/debts/{debt.tracking}/", now)
    return debt


def _take_back(entries: list[Debt], because: str, by, now: datetime) -> None:
    """The lowerings first: what they had given out as credit is paid by the money that is then set free."""
    on, workplace = timezone.localdate(now), entries[0].workplace_id
    asked_back = [cancel_correction(one.journal, workplace, by=by, now=now, reason=because) for one in entries if one.amount < 0]
    for charge in (one.journal for one in entries if one.amount > 0):
        cancel_charge(charge, account=RECEIVABLE, party=("workplace", workplace), on=on, reason=because, now=now)
    free_credit(workplace, by=by, now=now, reason=because, pays=asked_back)


def _mark(debt: Debt, because: str, by, now: datetime) -> None:
    """A revision that is gone leaves what it revised as it was before."""
    debt.state, debt.withdrawn_at, debt.withdrawn_by, debt.withdrawn_because = DebtState.WITHDRAWN, now, by, because
    debt.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_because"])
    if debt.journal is not None:
        Debt.objects.filter(pk=debt.revises_id, state=DebtState.REVISED).update(state=DebtState.ISSUED)
    note_act("debt.withdraw", by=by, subject=("debt", debt.pk), facts={"amount": debt.amount, "issued": debt.journal_id is not None}, reason=because, now=now)
