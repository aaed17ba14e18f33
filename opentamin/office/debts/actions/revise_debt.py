"""Revise an issued debt: work it out again from what is known now, and prepare the difference as a further entry."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..models import Debt, DebtState
from ..queries import scopes_of_debt
from ..revisiting import claim_again
from .prepare_debts import write_claim


class NothingToRevise(Refusal):
    """The debt is not in force, or what is known now gives the same amount."""

    code = "nothing_to_revise"
    sentence = _("با آنچه امروز می‌دانیم مبلغ همان است، یا این بدهی دیگر در جریان نیست. پرداخت یا سند تازه را نخست در جای خودش ثبت کنید.")


@transaction.atomic
def revise_debt(debt_id: int, *, because: str, by, now: datetime) -> Debt:
    """Prepare the revision of a debt and return it: what the articles give now up to the same day, less what was asked.

    Facts are never typed in here: a payment, a list or a paper that came to light is recorded where it belongs, and the revision
    reads it. The revision is issued like any debt, with a letter of its own; the first entry stays. A reason is required.
    Raises NothingToRevise or gate.NotAllowed, having written nothing.
    """
    assert because, "a revision says why"
    debt = Debt.objects.select_for_update(of=("self",)).select_related("workplace", "list").get(pk=debt_id)
    gate.require(by, "debt.revise", *scopes_of_debt(debt))
    if debt.state != DebtState.ISSUED:
        raise NothingToRevise
    claim = claim_again(debt, known_on=timezone.localdate(now))
    revision = write_claim(claim, debt.day, by=by, now=now, revises=debt, because=because)
    if revision is None:
        raise NothingToRevise
    note_act("debt.revise", by=by, subject=("debt", debt.pk), facts={"revision": revision.pk, "amount": revision.amount}, reason=because, now=now)
    return revision
