"""An officer hands a person everything we hold about them."""

from datetime import datetime

from opentamin.office.history.queries import branches_of
from opentamin.office.records.actions import export_person
from opentamin.office.registry.queries import same_person_ids


def hand_over_data(person_id: int, *, by, now: datetime, reason: str) -> bytes:
    """The ZIP of `records.export_person`, for a person who came to a branch they have worked under.

    The person sees it among the readings of their record, and the act keeps the reason. Raises gate.NotAllowed.
    """
    assert reason.strip(), "an officer says why"
    ids = same_person_ids(person_id)
    return export_person(ids, by=by, now=now, around=[("branch", branch) for branch in branches_of(ids)], reason=reason.strip())
