"""Questions about people and workplaces."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from django.db import connection
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Concat

from opentamin.office.registry.matching import Match, settle, usable_numbers
from opentamin.office.registry.models import Person, PersonIdentifier, PersonMerge, Workplace
from opentamin.office.registry.models.functions import FaKey, NameKey

# One pass for a list of any length. Whoever a number names is followed to the kept person at once; whether the person
# behind an insurance number is known by another national id is asked only of rows whose own national id is unknown.
_MATCH = """
WITH asked AS (
    SELECT * FROM unnest(%(national)s::text[], %(insurance)s::text[]) WITH ORDINALITY AS asked(national, insurance, place)
), named AS (
    SELECT asked.*, coalesce(nlink.root_id, n.person_id, 0) AS by_national, coalesce(ilink.root_id, i.person_id, 0) AS by_insurance
    FROM asked
    LEFT JOIN registry_personidentifier n ON n.value = asked.national AND n.valid @> %(on)s::date
        AND n.kind = CASE length(asked.national) WHEN 12 THEN 'fida' ELSE 'national_id' END
    LEFT JOIN registry_personmerge nlink ON nlink.merged_id = n.person_id AND nlink.undone_at IS NULL
    LEFT JOIN registry_personidentifier i ON i.value = asked.insurance AND i.valid @> %(on)s::date AND i.kind = 'insurance_number'
    LEFT JOIN registry_personmerge ilink ON ilink.merged_id = i.person_id AND ilink.undone_at IS NULL
)
SELECT array_agg(by_national ORDER BY place), array_agg(by_insurance ORDER BY place),
    array_agg(CASE WHEN by_national = 0 AND by_insurance > 0 AND national <> '' THEN EXISTS (
        SELECT FROM registry_personidentifier other
        WHERE other.kind IN ('national_id', 'fida') AND other.valid @> %(on)s::date AND other.person_id IN (
            SELECT by_insurance UNION ALL
            SELECT merged_id FROM registry_personmerge WHERE root_id = by_insurance AND undone_at IS NULL)
    ) ELSE false END ORDER BY place)
FROM named
"""


def match_people(national_ids: Sequence[str], insurance_numbers: Sequence[str], on: date) -> Match:
    """Say who each row of two equally long columns is, by the numbers in force on a day. One statement.

    Numbers are text of ASCII digits as a list carries them: a national id or FIDA code, and an insurance number of eight digits
    or of ten with `00` in front. An unusable number (wrong check digit, zeros) counts as not given.
    """
    numbers = usable_numbers(national_ids, insurance_numbers)
    if not numbers.national:
        return Match(np.zeros(0, np.int64), [])
    with connection.cursor() as cursor:
        cursor.execute(_MATCH, {**numbers._asdict(), "on": on})
        by_national, by_insurance, is_insured_otherwise = cursor.fetchone()
    assert len(by_national) == len(numbers.national), "a number names one person a day, so no row doubles"
    return settle(numbers, np.array(by_national, np.int64), np.array(by_insurance, np.int64), np.array(is_insured_otherwise, bool))


def workplace_by_code(code: str, on: date) -> Workplace | None:
    """Return the workplace that bore a ten-digit code on a day, with its branch and employer, or None."""
    workplaces = Workplace.objects.select_related("branch", "employer")
    return workplaces.filter(identifiers__value=code, identifiers__valid__contains=on).first()


def code_of(workplace: Workplace, on: date) -> str:
    """Return the ten-digit code a workplace bore on a day, or empty text."""
    values = workplace.identifiers.filter(valid__contains=on).order_by("-id").values_list("value", flat=True)
    return values.first() or ""


def find_person(value: str, kind: str, on: date) -> Person | None:
    """Return the person a number names on a day (of merged people the kept one), or None."""
    person_ids = PersonIdentifier.objects.filter(kind=kind, value=value, valid__contains=on).values_list("person_id", flat=True)
    person_id = person_ids.first()
    return None if person_id is None else Person.objects.get(pk=kept_person_id(person_id))


def kept_person_id(person_id: int) -> int:
    """Return the id under which a person is kept: their own, unless they were merged into another."""
    root = PersonMerge.objects.filter(merged_id=person_id, undone_at__isnull=True).values_list("root_id", flat=True).first()
    return root or person_id


def same_person_ids(person_id: int) -> list[int]:
    """Return all ids that are now one person with this one, the kept id first."""
    root = kept_person_id(person_id)
    merged = PersonMerge.objects.filter(root_id=root, undone_at__isnull=True).order_by("merged_id")
    return [root, *merged.values_list("merged_id", flat=True)]


def identifiers_of(person_id: int, on: date) -> dict[str, str]:
    """Return {kind: value} of the numbers of a person, and of those merged into them, in force on a day.

    Where both carry a number of one kind the kept person's stands.
    """
    ids = same_person_ids(person_id)
    rows = PersonIdentifier.objects.filter(person_id__in=ids, valid__contains=on).values_list("person_id", "kind", "value")
    return {kind: value for _, kind, value in sorted(rows, key=lambda row: -ids.index(row[0]))}


def search_people(last_name: str, first_name: str = "", limit: int = 50) -> QuerySet[Person]:
    """Return people whose names begin as given, in the order of the Persian alphabet.

    Spaces, half spaces, vowel signs and the Arabic forms of letters do not matter. Merged people are left out.
    """
    people = Person.objects.annotate(last_key=NameKey("last_name"), first_key=FaKey("first_name"))
    for field, key, wanted in (("last_key", NameKey, last_name), ("first_key", FaKey, first_name)):
        if wanted.strip():
            begins = key(Value(wanted.strip()))
            people = people.filter(**{f"{field}__gte": begins, f"{field}__lt": Concat(begins, Value("\U0010ffff"))})
    kept = people.exclude(merges__in=PersonMerge.objects.filter(undone_at__isnull=True))
    return kept.order_by(F("last_key"), F("first_key"), "id")[:limit]
