"""Hold the collection of a debt: nobody presses for it while something about it is open."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..models import CollectionHold, Debt
from ..queries import scopes_of_debt


class NotIssued(Refusal):
    """Only what was issued is collected, and so held."""

    code = "not_issued"
    sentence = _("این بدهی صادر نشده است و وصولی ندارد که بایستد.")


@transaction.atomic
def hold_collection(debt_id: int, *, cause: tuple[str, int], by, now: datetime) -> CollectionHold:
    """Hold collection for a cause, such as ("objection", id), and return the hold; the same cause twice is one hold.

    Raises NotIssued or gate.NotAllowed, having written nothing.
    """
    debt = Debt.objects.select_for_update(of=("self",)).select_related("workplace").get(pk=debt_id)
    gate.require(by, "debt.hold", *scopes_of_debt(debt))
    if not debt.is_standing:
        raise NotIssued
    kind, cause_id = cause
    hold, is_new = CollectionHold.objects.get_or_create(
        debt=debt, cause_kind=kind, cause_id=cause_id, released_at__isnull=True, defaults={"held_at": now, "held_by": by}
    )
    if is_new:
        note_act("debt.hold", by=by, subject=("debt", debt.pk), facts={"cause": kind, "cause_id": cause_id}, now=now)
    return hold
