"""Questions about people and workplaces."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from django.db import connection
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat

from opentamin.office.registry.arrays import int_array, text_array
from opentamin.office.registry.matching import Match, settle, usable_numbers
from opentamin.office.registry.models import Person, PersonIdentifier, PersonMerge, Workplace
from opentamin.office.registry.models.functions import FaKey, NameKey

# The numbers a list holds that name somebody on a day, each followed to the kept person at once. One sweep over the index
# for the whole list; which row asked is settled here, because probing row by row takes four times as long.
_MATCH = """
SELECT array_agg(found.value) FILTER (WHERE is_insurance), array_agg(coalesce(root_id, person_id)) FILTER (WHERE is_insurance),
    array_agg(found.value) FILTER (WHERE NOT is_insurance), array_agg(coalesce(root_id, person_id)) FILTER (WHERE NOT is_insurance)
FROM (
    SELECT value, person_id, kind = 'insurance_number' AS is_insurance FROM registry_personidentifier
    WHERE value = ANY(%(values)s::text[]) AND kind IN ('national_id', 'fida', 'insurance_number') AND valid @> %(on)s::date
) found
LEFT JOIN registry_personmerge link ON link.merged_id = found.person_id AND link.undone_at IS NULL
"""
# Which of these kept people are known by a national id or FIDA code, their own or of somebody merged into them.
_KNOWN_BY_NATIONAL = """
SELECT DISTINCT coalesce(root_id, person_id) FROM registry_personidentifier
LEFT JOIN registry_personmerge link ON link.merged_id = person_id AND link.undone_at IS NULL
WHERE kind IN ('national_id', 'fida') AND valid @> %(on)s::date AND person_id IN (
    SELECT unnest(%(people)s::bigint[]) UNION
    SELECT merged_id FROM registry_personmerge WHERE root_id = ANY(%(people)s::bigint[]) AND undone_at IS NULL)
"""


def match_people(national_ids: Sequence[str], insurance_numbers: Sequence[str], on: date) -> Match:
    """Say who each row of two equally long columns is, by the numbers in force on a day.

    Numbers are text of ASCII digits as a list carries them: a national id or FIDA code, and an insurance number of eight digits
    or of ten with `00` in front. An unusable number (wrong check digit, zeros) counts as not given. One statement; a second
    one only if some insurance number names a person beside a national id that names nobody.
    """
    numbers = usable_numbers(national_ids, insurance_numbers)
    wanted = sorted({*numbers.national, *numbers.insurance} - {""})
    people_by_insurance, people_by_national = _people_by_number(wanted, on) if wanted else ({}, {})
    by_national = [people_by_national.get(value, 0) for value in numbers.national]
    by_insurance = [people_by_insurance.get(value, 0) for value in numbers.insurance]
    doubtful = {
        insured
        for value, named, insured in zip(numbers.national, by_national, by_insurance, strict=True)
        if value and insured and not named
    }
    return settle(numbers, by_national, by_insurance, _known_by_national(doubtful, on) if doubtful else set())


def _people_by_number(values: list[str], on: date) -> tuple[dict[str, int], dict[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_MATCH, {"values": text_array(values), "on": on})
        insured, insured_people, named, named_people = (column or [] for column in cursor.fetchone())
    assert len(insured) == len(set(insured)) and len(named) == len(set(named)), "a number names one person a day"
    return dict(zip(insured, insured_people, strict=True)), dict(zip(named, named_people, strict=True))


def _known_by_national(people: set[int], on: date) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN_BY_NATIONAL, {"people": int_array(people), "on": on})
        return {person for (person,) in cursor.fetchall()}


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


_MERGED = "SELECT merged_id, root_id FROM registry_personmerge WHERE undone_at IS NULL AND merged_id = ANY(%s::bigint[])"


def kept_person_ids(person_ids: np.ndarray) -> np.ndarray:
    """Return the ids under which these people are kept (int64, zeros stay): of merged people the kept one. One statement."""
    kept = person_ids.astype(np.int64)
    with connection.cursor() as cursor:
        cursor.execute(_MERGED, [int_array(kept)])
        for merged_id, root_id in cursor.fetchall():
            kept[kept == merged_id] = root_id
    return kept


def same_person_ids(person_id: int) -> list[int]:
    """Return all ids that are now one person with this one, the kept id first. One statement."""
    live = PersonMerge.objects.filter(undone_at__isnull=True)
    own_root = live.filter(merged_id=person_id).values("root_id")
    links = dict(live.filter(Q(root_id=person_id) | Q(root_id__in=own_root)).order_by("merged_id").values_list("merged_id", "root_id"))
    return [links.get(person_id, person_id), *links]


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
