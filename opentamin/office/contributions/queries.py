"""Questions about lists. Pages, the API and the acts ask here; nothing here changes anything."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
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


class Change(NamedTuple):
    """One worker against last month: days and wages of both, zero where absent."""

    person_id: int
    name: str
    row: int
    days_before: int
    days: int
    wage_before: int
    wage: int


class Changes(NamedTuple):
    """Joiners, leavers and those whose days or wage changed, with full counts; each listing is cut at `limit`.
    `reduced_count`: how many lose days, wage or the whole month."""

    joiners: list[Change]
    leavers: list[Change]
    changed: list[Change]
    joiners_count: int
    leavers_count: int
    changed_count: int
    reduced_count: int
    is_first_month: bool


_CHANGES = """
WITH now AS (
    SELECT person_id, min(row) AS row, sum(days) AS days, sum(wage_insurable) AS wage,
           min(first_name || ' ' || last_name) AS name
    FROM contributions_listrow WHERE list_id = %(list)s AND person_id IS NOT NULL GROUP BY person_id
), strangers AS (
    SELECT row, days, wage_insurable AS wage, first_name || ' ' || last_name AS name
    FROM contributions_listrow WHERE list_id = %(list)s AND person_id IS NULL
), before AS ({before}), compared AS (
    SELECT coalesce(now.person_id, before.person_id) AS person_id, now.name, now.row,
           coalesce(before.days, 0) AS days_before, coalesce(now.days, 0) AS days,
           coalesce(before.wage, 0) AS wage_before, coalesce(now.wage, 0) AS wage,
           CASE WHEN before.person_id IS NULL THEN 'joiner' WHEN now.person_id IS NULL THEN 'leaver'
                WHEN before.days <> now.days OR before.wage <> now.wage THEN 'changed' ELSE 'same' END AS kind
    FROM now FULL JOIN before USING (person_id)
    UNION ALL
    SELECT 0, name, row, 0, days, 0, wage, 'joiner' FROM strangers
), numbered AS (
    SELECT *, row_number() OVER (PARTITION BY kind ORDER BY row, person_id) AS place,
           count(*) OVER (PARTITION BY kind) AS total,
           count(*) FILTER (WHERE days < days_before OR wage < wage_before) OVER () AS reduced
    FROM compared WHERE kind <> 'same'
)
SELECT n.kind, n.total, n.person_id, coalesce(n.name, p.first_name || ' ' || p.last_name, ''), coalesce(n.row, 0),
       n.days_before, n.days, n.wage_before, n.wage, EXISTS (SELECT 1 FROM before), n.reduced
FROM numbered n LEFT JOIN registry_person p ON p.id = n.person_id
WHERE n.place <= %(limit)s ORDER BY n.kind, n.place
"""


_MONTH_BEFORE = """
    SELECT c.person_id, sum(c.days) AS days, sum(c.wage) AS wage
    FROM history_monthcurrent c
    WHERE c.workplace_id = %(workplace)s AND c.contract_row = %(contract_row)s AND c.month = %(before)s
    GROUP BY c.person_id"""
_CORRECTED = """
    SELECT w.person_id, sum(w.days) AS days, sum(w.wage_insurable) AS wage
    FROM contributions_workerassessment w WHERE w.list_id = %(corrects)s GROUP BY w.person_id"""


def changes_of(one: MonthlyList, limit: int = 10) -> Changes:
    """What is new against the month before, of a correction against the list it corrects, in one statement. A joiner may be
    someone we do not know yet (person 0)."""
    values = {
        "list": one.id,
        "workplace": one.workplace_id,
        "contract_row": one.contract_row,
        "before": laws.days.next_month(one.month, -1),
        "corrects": one.corrects_id,
        "limit": limit,
    }
    statement = _CHANGES.replace("{before}", _CORRECTED if one.corrects_id else _MONTH_BEFORE)
    found: dict[str, list[Change]] = {"joiner": [], "leaver": [], "changed": []}
    totals = dict.fromkeys(found, 0)
    has_before, reduced = bool(one.corrects_id), 0
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        for kind, total, person, name, row, days_before, days, wage_before, wage, before, reduces in cursor.fetchall():
            found[kind].append(Change(person, name, row, int(days_before), int(days), int(wage_before), int(wage)))
            totals[kind] = total
            has_before, reduced = has_before or before, reduces
    return Changes(
        found["joiner"],
        found["leaver"],
        found["changed"],
        totals["joiner"],
        totals["leaver"],
        totals["changed"],
        reduced,
        is_first_month=not has_before,
    )
