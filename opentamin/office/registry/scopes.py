"""What the rooms below are told of people and workplaces: their names, what they lie within, by which number they are found."""

from collections.abc import Iterable
from datetime import date

from opentamin.office.accounts.scopes import Scope
from opentamin.office.kit.text import fold_code
from opentamin.office.registry.models import Branch, Person, Workplace
from opentamin.office.registry.queries import find_person, same_person_ids, workplace_by_code


def workplace_names(ids: Iterable[int]) -> dict[int, str]:
    """Names of workplaces by id."""
    return dict(Workplace.objects.filter(pk__in=ids).values_list("pk", "name"))


def branch_of_workplace(workplace_id: int) -> list[Scope]:
    """The branch a workplace belongs to."""
    branches = Workplace.objects.filter(pk=workplace_id).values_list("branch_id", flat=True)
    return [("branch", branch_id) for branch_id in branches]


def branch_names(ids: Iterable[int]) -> dict[int, str]:
    """Names of branches by id."""
    return dict(Branch.objects.filter(pk__in=ids).values_list("pk", "name"))


def person_names(ids: Iterable[int]) -> dict[int, str]:
    """Names of people by id."""
    return {person.pk: str(person) for person in Person.objects.filter(pk__in=ids)}


def merged_people(ids: list[int]) -> list[Scope]:
    """Everybody who is one person with one of these."""
    return [("person", same) for person_id in ids for same in same_person_ids(person_id)]


def find_scope_of_person(typed: str, on: date) -> int | None:
    """The person of a national id or insurance number."""
    number = fold_code(typed)
    found = find_person(number, "national_id", on) or find_person(number[-8:], "insurance_number", on)
    return found.pk if found else None


def find_scope_of_workplace(typed: str, on: date) -> int | None:
    """The workplace of a code."""
    found = workplace_by_code(fold_code(typed), on)
    return found.pk if found else None
