"""Who is new in a list, who is gone, and who has other days or another wage."""

from typing import NamedTuple

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin import law as laws
from opentamin.office.kit.refusals import Refusal
from opentamin.office.registry.arrays import int_array

from .listings import preview_of
from .models import ListState, MonthlyList
from .reckoning import Reckoning


class NothingToCompare(Refusal):
    """Rows of a list are kept once it is accepted; before, and after it was withdrawn, nobody in it can be compared."""

    code = "nothing_to_compare"
    sentence = _("این فهرست را هنوز نمی‌شود با ماه پیش سنجید: یا در دست بررسی است، یا خطا دارد، یا پس گرفته شده است.")


class Change(NamedTuple):
    """One worker against last month: days, and the wage that counts (rials), of both; zero where absent."""

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
WITH wages AS ({wages}), now AS (
    SELECT person_id, min(row) AS row, sum(days) AS days, sum(wages.wage) AS wage,
           min(first_name || ' ' || last_name) AS name
    FROM contributions_listrow JOIN wages USING (row) WHERE list_id = %(list)s AND person_id IS NOT NULL GROUP BY person_id
), strangers AS (
    SELECT row, days, wages.wage, first_name || ' ' || last_name AS name
    FROM contributions_listrow JOIN wages USING (row) WHERE list_id = %(list)s AND person_id IS NULL
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
FROM (SELECT) AS always LEFT JOIN numbered n ON n.place <= %(limit)s LEFT JOIN registry_person p ON p.id = n.person_id
ORDER BY n.kind, n.place
"""


_ASSESSED = "SELECT row, wage_base AS wage FROM contributions_workerassessment WHERE list_id = %(list)s"
_PREVIEWED = "SELECT place AS row, wage FROM unnest(%(wages)s::bigint[]) WITH ORDINALITY AS previewed(wage, place)"
_MONTH_BEFORE = """
    SELECT c.person_id, sum(c.days) AS days, sum(c.wage) AS wage
    FROM history_monthcurrent c
    WHERE c.workplace_id = %(workplace)s AND c.contract_row = %(contract_row)s AND c.month = %(before)s
    GROUP BY c.person_id"""
_CORRECTED = """
    SELECT w.person_id, sum(w.days) AS days, sum(w.wage_base) AS wage
    FROM contributions_workerassessment w WHERE w.list_id = %(corrects)s GROUP BY w.person_id"""


def changes_of(one: MonthlyList, limit: int = 10, *, preview: Reckoning | None = None) -> Changes:
    """What is new against the month before, of a correction against the list it corrects, in one statement. A joiner may be
    someone we do not know yet (person 0). Wages are what counts of them by the law of each month; `preview` spares reckoning an
    accepted list again. Raises NothingToCompare."""
    if one.state not in (ListState.ACCEPTED, ListState.ASSESSED):
        raise NothingToCompare
    if one.state == ListState.ACCEPTED and preview is None:
        preview = preview_of(one, arrived=timezone.localdate(one.received_at), known_on=timezone.localdate())
    values = {
        "list": one.id,
        "workplace": one.workplace_id,
        "contract_row": one.contract_row,
        "before": laws.days.next_month(one.month, -1),
        "corrects": one.corrects_id,
        "limit": limit,
        "wages": int_array(preview.workers["wage_base"].tolist()) if preview else None,
    }
    statement = _CHANGES.replace("{wages}", _PREVIEWED if preview else _ASSESSED).replace("{before}", _CORRECTED if one.corrects_id else _MONTH_BEFORE)
    found: dict[str, list[Change]] = {"joiner": [], "leaver": [], "changed": []}
    totals = dict.fromkeys(found, 0)
    has_before, reduced = bool(one.corrects_id), 0
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        for kind, total, person, name, row, days_before, days, wage_before, wage, before, reduces in cursor.fetchall():
            has_before = has_before or before
            if kind is None:  # nobody is new, gone or changed
                break
            found[kind].append(Change(person, name, row, int(days_before), int(days), int(wage_before), int(wage)))
            totals[kind], reduced = total, reduces
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
