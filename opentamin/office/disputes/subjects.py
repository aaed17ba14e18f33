"""What one may object to: found by what the address of the page says, with who may object and which branch it falls to."""

import re
from typing import Any, Final, NamedTuple

from django.http import Http404

from opentamin.law.days import FIRST_YEAR, LAST_YEAR
from opentamin.office.accounts import gate
from opentamin.office.contributions.models import ListState, MonthlyList, WorkerAssessment
from opentamin.office.debts.models import Debt
from opentamin.office.debts.queries import debt_seen_by, is_issued, traces_of
from opentamin.office.history.models import MonthCurrent
from opentamin.office.kit.text import fold
from opentamin.office.registry.models import Person, Workplace
from opentamin.office.registry.queries import same_person_ids

from .models import SubjectKind

FILE, RECEIVE = "objection.file", "objection.receive"
_PATH: Final = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,20})(?:#(\d{1,4}))?", re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,18}", re.ASCII)


class Subject(NamedTuple):
    """One thing somebody objects to. `party` is who objects; `scopes` those by which a user may object in its name."""

    kind: str
    key: str
    month: int
    party: tuple[str, int]
    scopes: tuple[tuple[str, int], ...]
    branch_id: int | None
    debt: Debt | None = None
    line_path: str = ""
    line_article: str = ""
    list: MonthlyList | None = None
    row: int | None = None
    person: Person | None = None


class NoSuchLine(Http404):
    """The kept trace of the debt has no line under this path."""


def find_subject(user, asked: dict[str, str]) -> Subject:
    """The subject of `debt` (and `line`), of `list` and `row`, or of `person`, `month` (and `list`), as typed.

    Raises Http404 for what is not there and gate.NotAllowed for what is not the user's to object to.
    """
    given = {name: fold(value) for name, value in asked.items() if value}
    if "debt" in given:
        subject = of_debt(user, given["debt"], given.get("line", ""))
    elif "month" in given:
        subject = of_month(_number(given.get("person", "")), _number(given["month"]), given.get("list", ""))
    elif "list" in given:
        subject = of_row(given["list"], _number(given.get("row", "")))
    else:
        raise Http404
    if not may_file(user, subject) and not may_receive(user, subject):
        raise gate.NotAllowed(FILE)
    return subject


def may_file(user, subject: Subject) -> bool:
    """Whether the user objects in the party's own name: as employer, clerk or advocate, as insured or representative."""
    return gate.may(user, FILE, *subject.scopes)


def may_receive(user, subject: Subject) -> bool:
    """Whether the user may write in what the party brought on paper."""
    if subject.branch_id is None:
        return bool(gate.scopes_of(user, RECEIVE, "branch"))
    return gate.may(user, RECEIVE, ("branch", subject.branch_id))


def of_debt(user, tracking: str, path: str) -> Subject:
    """A whole debt, or one line of its kept trace."""
    debt = debt_seen_by(user, tracking)
    if not is_issued(debt):
        raise Http404
    party = ("workplace", debt.workplace_id)
    subject = Subject(SubjectKind.DEBT, f"debt:{debt.pk}", debt.month, party, (party,), debt.workplace.branch_id, debt=debt)
    if not path:
        return subject
    node, _ = line_at(debt, path)
    return subject._replace(kind=SubjectKind.LINE, key=f"line:{debt.pk}:{path}", line_path=path, line_article=node.article)


def line_at(debt: Debt, path: str) -> tuple[Any, int | None]:
    """The node of a path in the kept trace, and the place of the line in it where the path names one. Raises NoSuchLine."""
    match = _PATH.fullmatch(path)
    if match is None:
        raise NoSuchLine(path)
    nodes, node = traces_of(debt), None
    for place in map(int, match[1].split(".")):
        if place >= len(nodes):
            raise NoSuchLine(path)
        node, nodes = nodes[place], nodes[place].children
    line = int(match[2]) if match[2] else None
    if line is not None and line >= len(node.lines):
        raise NoSuchLine(path)
    return node, line


def of_row(tracking: str, row: int) -> Subject:
    """A worker's row of an assessed list, as the workplace sees it."""
    one, worker = _assessed_row(tracking, row=row)
    party = ("workplace", one.workplace_id)
    return Subject(
        SubjectKind.ROW, f"row:{one.pk}:{worker.row}", one.month, party, (party,), one.workplace.branch_id,
        list=one, row=worker.row, person=Person.objects.filter(pk=worker.person_id).first(),
    )  # fmt: skip


def of_month(person_id: int, month: int, tracking: str) -> Subject:
    """A month of a person's record: their row of a list, or the month itself where no list is named."""
    ids = same_person_ids(person_id) or [person_id]
    person = Person.objects.filter(pk=ids[0]).first()
    if person is None:
        raise gate.NotAllowed(FILE)
    if not (FIRST_YEAR <= month // 100 < LAST_YEAR and 1 <= month % 100 <= 12):
        raise Http404
    party, scopes = ("person", person.pk), tuple(("person", one) for one in ids)
    if tracking:
        one, worker = _assessed_row(tracking, person_id__in=ids)
        return Subject(SubjectKind.ROW, f"row:{one.pk}:{worker.row}", one.month, party, scopes, one.workplace.branch_id, list=one, row=worker.row, person=person)
    return Subject(SubjectKind.MONTH, f"month:{person.pk}:{month}", month, party, scopes, _branch_of(ids), person=person)


def _assessed_row(tracking: str, **wanted: Any) -> tuple[MonthlyList, WorkerAssessment]:
    one = MonthlyList.objects.select_related("workplace__branch").filter(tracking=tracking, state=ListState.ASSESSED).first()
    worker = WorkerAssessment.objects.filter(list=one, **wanted).order_by("row").first() if one else None
    if one is None or worker is None:
        raise gate.NotAllowed(FILE)  # one answer for what is not there and what is another's
    return one, worker


def _branch_of(ids: list[int]) -> int | None:
    """The branch of the workplace a person worked at last."""
    last = MonthCurrent.objects.filter(person_id__in=ids).order_by("-month").values_list("workplace_id", flat=True).first()
    return Workplace.objects.filter(pk=last).values_list("branch_id", flat=True).first()


def _number(typed: str) -> int:
    if not _NUMBER.fullmatch(typed):
        raise Http404
    return int(typed)
