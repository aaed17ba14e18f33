"""Questions about lists. Pages, the API and the acts ask here; nothing here changes anything."""

from collections.abc import Collection
from datetime import date

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import QuerySet, Value
from django.utils import timezone

from opentamin import law as laws
from opentamin.law import contributions as articles
from opentamin.law import procedure
from opentamin.office.accounts import gate
from opentamin.office.history.models import MonthEntry
from opentamin.office.history.sources import SourceDocument
from opentamin.office.notices.models import Webhook
from opentamin.office.registry.models import HazardousOccupation, Workplace

from .models import ListRow, ListState, MonthlyList
from .reckoning import WorkplaceFacts


def workplace_facts(received: MonthlyList, arrived: date, law) -> WorkplaceFacts:
    """What is recorded about the list's workplace for its month. A correction keeps the place of the list it corrects: in
    time if that was, first of its month if that was. The word that nobody worked holds no such place."""
    first = laws.days.month_first_day(received.month)
    relief = received.workplace.five_worker_relief
    is_relief = bool(relief and relief.lower <= first and (relief.upper is None or first < relief.upper))
    jobs = HazardousOccupation.objects.filter(workplace=received.workplace_id, valid__contains=first)
    before = received.corrects.assessment.facts if received.corrects_id and received.corrects.workers_count else None
    return WorkplaceFacts(
        is_relief_activity=is_relief,
        is_further_list=bool(before["is_further_list"]) if before else is_relief and _assessed_before(received),
        hazardous_jobs=frozenset(jobs.values_list("job_code", flat=True)),
        is_list_in_time=bool(before["is_list_in_time"]) if before else arrived <= deadline_of(received.month, is_relief, law),
    )


def _assessed_before(received: MonthlyList) -> bool:
    same = MonthlyList.objects.filter(workplace=received.workplace_id, month=received.month, state=ListState.ASSESSED, workers_count__gt=0)
    return same.exclude(pk=received.pk).exists()


def deadline_of(month: int, is_relief_activity: bool, law) -> date:
    """Last day for the list and premium of a Jalali month, moved on where it is a holiday (Art. 39)."""
    return laws.days.date_of(procedure.list_last_day(articles.ListDuty(month, int(is_relief_activity)), law).last_day)


# What an assessment asks of a row; names and numbers only of those we do not know yet.
_ASSESSED_FROM = ("row", "person_id", "days", "wage_insurable", "nationality", "job_title", "job_code")
_NUMBERS = {"row", "person_id", "days", "wage_insurable"}
IDENTITY = ("national_id", "insurance_number", "first_name", "last_name", "father_name", "birth_date", "sex", "nationality")


def declared_of(accepted: MonthlyList) -> dict[str, np.ndarray | list[str]]:
    """Declared rows of an accepted list as columns, in row order: int64 arrays and lists of text; person 0 where unknown."""
    found = _columns(ListRow.objects.filter(list=accepted), _ASSESSED_FROM)
    return {
        name: np.array([value or 0 for value in column], np.int64) if name in _NUMBERS else column
        for name, column in found.items()
    }


def identities_of(accepted: MonthlyList, rows: Collection[int]) -> dict[str, list[str]]:
    """Names and numbers of these rows (from 1) as declared, in row order."""
    return _columns(ListRow.objects.filter(list=accepted, row__in=rows), IDENTITY)


def _columns(rows: QuerySet[ListRow], names: tuple[str, ...]) -> dict[str, list]:
    """Whole columns, each as one array of the database: a tenth of the work of as many rows."""
    found = rows.aggregate(**{f"all_{name}": ArrayAgg(name, order_by="row", default=Value([])) for name in names})
    return {name: found[f"all_{name}"] for name in names}


def lists_of_workplaces(workplaces: set[int]) -> QuerySet[MonthlyList]:
    """Lists of these workplaces, newest month first."""
    return (
        MonthlyList.objects.filter(workplace__in=workplaces)
        .select_related("workplace", "assessment")
        .order_by("-month", "workplace_id", "list_number", "-received_at")
    )


def lists_of_branches(branches: set[int], *, everywhere: bool = False) -> QuerySet[MonthlyList]:
    """Lists of all workplaces of these branches, latest arrival first."""
    lists = MonthlyList.objects.select_related("workplace", "workplace__branch", "assessment").order_by("-received_at")
    return lists if everywhere else lists.filter(workplace__branch__in=branches)


def scopes_of_list(one: MonthlyList) -> list[tuple[str, int]]:
    """Who may see a list: those who act for the workplace, and its branch."""
    return [("workplace", one.workplace_id), ("branch", one.workplace.branch_id)]


def list_seen_by(user, tracking: str, permission: str = "list.read") -> MonthlyList:
    """The list with this tracking number, if the user may see it. An unknown number and another's list get one answer:
    `accounts.gate.NotAllowed`."""
    one = MonthlyList.objects.select_related("workplace", "workplace__branch", "assessment").filter(tracking=tracking).first()
    if one is None:
        raise gate.NotAllowed(permission)
    gate.require(user, permission, *scopes_of_list(one), thing=("list", one.pk))
    return one


def lists_naming(people: Collection[int]) -> list[tuple[str, int]]:
    """Lists that wrote a month of these people, as things somebody may have read."""
    entries = MonthEntry.objects.filter(person_id__in=people, list_id__isnull=False)
    return [("list", list_id) for list_id in entries.values_list("list_id", flat=True).distinct()]


def documents_of_months(lists: Collection[int]) -> dict[int, SourceDocument]:
    """Tracking number and day of arrival of these lists: what an insured person is told of the source of a month."""
    found = MonthlyList.objects.filter(pk__in=lists).values_list("pk", "tracking", "received_at")
    return {pk: SourceDocument(tracking, timezone.localdate(received)) for pk, tracking, received in found}


def workplaces_of(user, permission: str = "list.read") -> QuerySet[Workplace]:
    """Workplaces the user acts for."""
    return Workplace.objects.filter(id__in=gate.scopes_of(user, permission, "workplace")).select_related("branch", "employer").order_by("name")


def webhooks_of(user) -> list[tuple[Webhook, str]]:
    """Live webhooks of the workplaces the user acts for, newest first, each with the name of its workplace."""
    names = {workplace.id: workplace.name for workplace in workplaces_of(user, "webhook.manage")}
    live = Webhook.objects.filter(scope_kind="workplace", scope_id__in=names, ended_at=None).order_by("-pk")
    return [(one, names[one.scope_id]) for one in live]
