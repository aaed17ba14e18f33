"""The files a list was read from: who may take them, and their rows read again."""

from typing import NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import OuterRef, Subquery

from opentamin.lists import Refused, read_upload
from opentamin.office.accounts import gate
from opentamin.office.registry.models import Workplace

from .actions.receive_list import content_of
from .models import ListDocument, MonthlyList
from .models.list_row import DECLARED

OF_THE_LIST = ("DSW_ID", "DSW_YY", "DSW_MM", "DSW_LISTNO")  # said once, in the workshop's record


def documents_of(one: MonthlyList, user) -> list[ListDocument]:
    """Files of the list, each with `may_be_opened`: a ZIP may hold lists of other workplaces, and is then open only to
    those who may read all of them. One query, and one more for such a ZIP."""
    same = ListDocument.objects.filter(document=OuterRef("document")).order_by().values("document")
    workplaces = same.annotate(ids=ArrayAgg("list__workplace", distinct=True)).values("ids")
    kept = list(one.documents.select_related("document").annotate(workplaces=Subquery(workplaces)).order_by("document__name"))
    others = {workplace for each in kept for workplace in each.workplaces} - {one.workplace_id}
    closed = _unreadable(others, user) if others else set()
    for each in kept:
        each.may_be_opened = closed.isdisjoint(each.workplaces)
    return kept


def _unreadable(workplaces: set[int], user) -> set[int]:
    branches = Workplace.objects.filter(id__in=workplaces).values_list("id", "branch_id")
    return {workplace for workplace, branch in branches if not gate.may(user, "list.read", ("workplace", workplace), ("branch", branch))}


class Rows(NamedTuple):
    """Rows of a workers' file: column codes in order, and one sequence of texts for each; and the workshop's record."""

    columns: list[str]
    values: list[list[str]]
    header: dict[str, str]

    def texts(self, column: str) -> list[str]:
        """One column, blank where the file has none."""
        count = len(self.values[0]) if self.values else 0
        return self.values[self.columns.index(column)] if column in self.columns else [""] * count


def rows_as_sent(one: MonthlyList) -> Rows | None:
    """The workers' rows of this list read again from the kept files, or None where they cannot be read."""
    files = [(kept.document.name, kept.document.read()) for kept in one.documents.select_related("document")]
    try:
        pairs = [pair for pair in read_upload(files) if content_of(pair) == one.content_sha256]
    except Refused:
        return None
    if not pairs:
        return None
    workers = {name: values for name, values in pairs[0].workers.items() if name not in OF_THE_LIST}
    header = {name: str(value) for name, value in pairs[0].header.items()}
    return Rows(list(workers), [[str(value) for value in column.tolist()] for column in workers.values()], header)


def rows_as_typed(one: MonthlyList, most: int) -> list[dict[str, str]]:
    """Rows of a list that was handed back, under the names of `ListRow`, to be typed on."""
    rows = rows_as_sent(one)
    if rows is None:
        return []
    named = {name: rows.texts(field)[:most] for name, (field, _kind) in DECLARED.items()}
    typed = [dict(zip(named, values, strict=True)) for values in zip(*named.values(), strict=True)]
    return [row | {"other_monthly": str(max(0, int(row["wage_all"]) - int(row["wage_insurable"])))} for row in typed]
