"""Open a person's record to whoever may see it. The gate notes it when that is not the person."""

from opentamin.office.accounts import gate
from opentamin.office.history.queries import branches_of
from opentamin.office.registry.models import Person
from opentamin.office.registry.queries import same_person_ids

READ = "record.read"


def open_record(person_id: int, *, by) -> Person:
    """Return the person under whom a record is kept.

    The insured person, whoever acts for them, and officers of a branch one of whose workplaces the record names may read
    it. Raises gate.NotAllowed, also where there is no such person.
    """
    ids = same_person_ids(person_id)
    own = [("person", one) for one in ids]
    is_looked_after = bool(gate.scopes_of(by, READ, "person") & set(ids))
    around = [] if is_looked_after else [("branch", branch) for branch in branches_of(ids)]
    gate.require(by, READ, *own, *around)
    person = Person.objects.filter(pk=ids[0]).first()
    if person is None:
        raise gate.NotAllowed(READ)
    return person
