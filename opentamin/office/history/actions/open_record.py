"""Open a person's record to whoever may see it. The gate notes it when that is not the person."""

from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import Role
from opentamin.office.history.queries import branches_of
from opentamin.office.kit.refusals import Refusal
from opentamin.office.registry.models import Person
from opentamin.office.registry.queries import same_person_ids

READ = "record.read"


class NoRecordLinked(Refusal):
    """Whoever asks for their own record has none, and looks after nobody's."""

    code = "no_record_linked"
    status = 404
    sentence = _("هنوز سابقه‌ای به نام شما پیوند نخورده است. با کارت ملی به نزدیک‌ترین شعبه بروید تا پروندهٔ بیمه را به حساب شما پیوند دهند.")


def open_record(person_id: int | None, *, by) -> Person:
    """Return the person under whom a record is kept; without `person_id` the reader, or the first person they act for if they have
    no record themselves.

    The insured person, whoever acts for them, and officers of a branch one of whose workplaces the record names may read
    it. Raises gate.NotAllowed, also where there is no such person, and NoRecordLinked where nobody was asked for and nobody is theirs.
    """
    ids = same_person_ids(_own(by) if person_id is None else person_id)
    own = [("person", one) for one in ids]
    is_looked_after = bool(gate.scopes_of(by, READ, "person") & set(ids))
    around = [] if is_looked_after else [("branch", branch) for branch in branches_of(ids)]
    gate.require(by, READ, *own, *around)
    person = Person.objects.filter(pk=ids[0]).first()
    if person is None:
        raise gate.NotAllowed(READ)
    return person


def _own(by) -> int:
    readable = gate.scopes_of(by, READ, "person")
    if not readable:
        raise NoRecordLinked
    themselves = {grant.scope_id for grant in gate.live_grants(by) if grant.role == Role.INSURED}
    return min(readable & themselves or readable)
