"""What the gate's room is told of the things grants are over: their names, and what they lie within."""

from collections.abc import Iterable

from opentamin.office.accounts.scopes import Scope
from opentamin.office.registry.models import Branch, Person, Workplace


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
