"""Release the collection of a debt that was held for a cause."""

from datetime import datetime

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act

from ..models import CollectionHold, Debt
from ..queries import scopes_of_debt


@transaction.atomic
def release_collection(debt_id: int, *, cause: tuple[str, int], because: str, by, now: datetime) -> bool:
    """End the hold of a cause; whether there was one. Other causes go on holding: ask `queries.is_held`. A reason is required."""
    assert because, "a release says why"
    debt = Debt.objects.select_for_update(of=("self",)).select_related("workplace").get(pk=debt_id)
    gate.require(by, "debt.hold", *scopes_of_debt(debt))
    hold = CollectionHold.objects.filter(debt=debt, cause_kind=cause[0], cause_id=cause[1], released_at__isnull=True).first()
    if hold is None:
        return False
    hold.released_at, hold.released_by, hold.released_because = now, by, because
    hold.save(update_fields=["released_at", "released_by", "released_because"])
    note_act("debt.release", by=by, subject=("debt", debt.pk), facts={"cause": cause[0], "cause_id": cause[1]}, reason=because, now=now)
    return True
