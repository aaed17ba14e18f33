"""Register a person whom an officer has met: names, birth day and at least one number."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from opentamin.lists import identifiers as shapes
from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act
from opentamin.office.registry.models import Person, PersonIdentifier
from opentamin.office.registry.queries import find_person

_IS_RIGHT = {"national_id": shapes.national_id, "insurance_number": shapes.insurance_number, "fida": shapes.fida}


class NumberTaken(ValueError):
    """The number names another person already; `person_id` says whom."""

    def __init__(self, kind: str, person_id: int) -> None:
        self.kind, self.person_id = kind, person_id
        super().__init__(_("این شماره از پیش به نام شخص دیگری ثبت است. پروندهٔ او را ببینید؛ اگر هر دو یک نفرند، دو پرونده را یکی کنید."))


class UnusableNumber(ValueError):
    """The number has not the shape or check digit of its kind."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(_("این شماره درست نیست: شمار رقم‌ها یا رقم کنترل آن نمی‌خواند. شماره را از روی کارت دوباره بنویسید."))


@transaction.atomic
def register_person(
    *,
    identifiers: Mapping[str, str],
    branch_id: int,
    by,
    now: datetime,
    first_name: str = "",
    last_name: str = "",
    father_name: str = "",
    birth_day: date | None = None,
    sex: int = Person.Sex.UNKNOWN,
    nationality: str = "",
    valid_from: date | None = None,
) -> Person:
    """Write a known person with their numbers and return them.

    `identifiers` maps a kind (`national_id`, `insurance_number`, `fida`, `passport`) to its value; they are valid from a day
    on, or for all days if none is given. `branch_id` is the desk that acts.

    Raises UnusableNumber, NumberTaken or gate.NotAllowed, having written nothing.
    """
    gate.require(by, "person.register", ("branch", branch_id))
    assert identifiers, "a person is known by some number"
    canonical = {kind: _canonical(kind, value) for kind, value in identifiers.items()}
    for kind, value in canonical.items():
        holder = find_person(value, kind, valid_from or timezone.localdate(now))
        if holder is not None:
            raise NumberTaken(kind, holder.pk)
    facts: dict[str, Any] = {"birth_day": birth_day, "sex": sex, "nationality": nationality}
    person = Person.objects.create(
        first_name=first_name, last_name=last_name, father_name=father_name, state=Person.State.KNOWN, created_at=now, **facts
    )
    valid = DateRange(valid_from, None)
    PersonIdentifier.objects.bulk_create(
        [PersonIdentifier(person=person, kind=kind, value=value, valid=valid) for kind, value in canonical.items()]
    )
    note_act("person.register", by=by, subject=("person", person.pk), facts={"kinds": sorted(canonical)}, now=now)
    return person


def _canonical(kind: str, value: str) -> str:
    if kind in _IS_RIGHT and not _IS_RIGHT[kind](value):
        raise UnusableNumber(kind)
    return shapes.canonical_insurance_number(value) if kind == "insurance_number" else value
