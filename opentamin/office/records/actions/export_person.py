"""Hand over everything we hold about a person."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.accounts.models import Grant, User
from opentamin.office.accounts.permissions import Role

from ..exports import Whom, pack
from .note_act import note_act


@transaction.atomic
def export_person(people: Collection[int], *, by, now: datetime, around: Collection[tuple[str, int]] = (), reason: str = "") -> bytes:
    """The ZIP of all we hold about a person, as JSON and as a page in the language in force.

    `people` are all ids that are one person, the kept one first; none for somebody who only has an account, and asks for it
    themselves. `around` are the scopes, such as branches, whose officers may hand it over; they say why. Raises gate.NotAllowed.
    """
    people = tuple(people)
    if people:
        gate.require(by, "person.export", *(("person", one) for one in people), *around, thing=("export", people[0]))
    own = _accounts_of(people)
    users = own if people else (by.pk,)
    is_own = by.pk in users
    assert is_own or reason, "an officer says why"
    name = User.objects.filter(pk__in=users).values_list("full_name", flat=True).first() or ""
    packed = pack(Whom(people, users), name, now)
    subject = ("person", people[0]) if people else ("user", by.pk)
    note_act("person.export", by=by, subject=subject, facts={"rows": sum(packed.counts.values())}, now=now, reason=reason)
    return packed.body


def _accounts_of(people: tuple[int, ...]) -> tuple[int, ...]:
    """Accounts that are the person's own: not those of whoever acts for them."""
    grants = Grant.objects.filter(role=Role.INSURED, scope_kind="person", scope_id__in=people, revoked_at__isnull=True)
    return tuple(grants.order_by("user_id").values_list("user_id", flat=True).distinct())
