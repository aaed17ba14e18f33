"""Open a person's record to whoever may see it, and note it when that is not the person."""

from datetime import datetime

from opentamin.office.accounts import gate
from opentamin.office.history.queries import branches_of
from opentamin.office.records.actions import note_act
from opentamin.office.registry.models import Person
from opentamin.office.registry.queries import same_person_ids

READ = "record.read"


def open_record(person_id: int, *, by, now: datetime) -> Person:
    """Return the person under whom a record is kept.

    The insured person, whoever acts for them, and officers of a branch one of whose workplaces the record names may read
    it. Reading by the organisation is noted. Raises gate.NotAllowed, also where there is no such person.
    """
    ids = same_person_ids(person_id)
    own = [("person", one) for one in ids]
    if not gate.scopes_of(by, READ, "person") & set(ids):
        gate.require(by, READ, *own, *(("branch", branch) for branch in branches_of(ids)))
        note_act(READ, by=by, subject=("person", ids[0]), facts={}, now=now)
    person = Person.objects.filter(pk=ids[0]).first()
    if person is None:
        raise gate.NotAllowed(READ)
    return person
