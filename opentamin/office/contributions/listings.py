"""What pages list: findings and workers page by page, the amount before it is fixed, who still owes a list."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from opentamin import law as laws
from opentamin.office.registry.models import Workplace

from .models import ListFinding, ListState, MonthlyList
from .models.monthly_list import STANDING
from .queries import deadline_of, declared_of, workplace_facts
from .reckoning import Reckoning, reckon

PAGE_SIZE = 100
NUMBER = ("workplace", "month", "list_number", "contract_row")  # what two versions of one list have in common


def is_relief_activity(workplace: Workplace, day: date) -> bool:
    """Whether the workplace is of those whose first five workers the law frees (law of five workers)."""
    relief = workplace.five_worker_relief
    return bool(relief and (relief.lower is None or relief.lower <= day) and (relief.upper is None or day < relief.upper))


def last_day_for(workplace: Workplace, month: int) -> date:
    """Last day for the list and premium of a Jalali month."""
    first = laws.days.month_first_day(month)
    return deadline_of(month, is_relief_activity(workplace, first), laws.at(first))


def last_day_of(one: MonthlyList) -> date:
    return last_day_for(one.workplace, one.month)


def counts_by_level(one: MonthlyList) -> dict[str, int]:
    """How many findings of each level are kept; a broken file may have more than are kept."""
    found = ListFinding.objects.filter(list=one).values_list("level").annotate(Count("id"))
    return {"error": 0, "warning": 0, "note": 0, **dict(found)}


def findings_of(one: MonthlyList, level: str | None = None) -> QuerySet[ListFinding]:
    """Findings in their order: errors, warnings, notes."""
    found = ListFinding.objects.filter(list=one).order_by("position")
    return found.filter(level=level) if level else found


def preview_of(one: MonthlyList, *, arrived: date, known_on: date) -> Reckoning:
    """What the law of the month makes of an accepted list, before anybody has it assessed. Two queries."""
    law = laws.at(laws.days.month_first_day(one.month), known_on=known_on)
    return reckon(declared_of(one), month=one.month, workplace=workplace_facts(one, arrived, law), law=law)


class Worker(NamedTuple):
    """One row of an assessed list. Amounts in rials."""

    row: int
    name: str
    days: int
    wage_base: int
    worker_share: int
    wage_lifted: int
    wage_cut: int


_WORKERS = """
SELECT w.row, trim(r.first_name || ' ' || r.last_name), w.days, w.wage_base, w.worker_share, w.wage_lifted, w.wage_cut,
       count(*) OVER ()
FROM contributions_workerassessment w JOIN contributions_listrow r ON r.list_id = w.list_id AND r.row = w.row
WHERE w.list_id = %(list)s
  AND (%(wanted)s = '' OR strpos(lower(translate(r.first_name || ' ' || r.last_name, 'يىكۀةأإؤئ' || chr(8204), 'ییکههااوی')), %(wanted)s) > 0
       OR r.national_id = %(wanted)s OR r.insurance_number = %(wanted)s)
ORDER BY w.row LIMIT %(limit)s OFFSET %(offset)s
"""
# The same folding as in _WORKERS: what looks alike is searched alike, half spaces are no difference.
_ALIKE = str.maketrans("يىكۀةأإؤئ", "ییکههااوی", "\u200c")


def workers_of(one: MonthlyList, *, wanted: str = "", page: int = 1) -> tuple[list[Worker], int]:
    """One page of an assessed list's workers and how many there are in all. `wanted` is part of a name, or a whole number."""
    values = {"list": one.id, "wanted": wanted.translate(_ALIKE).lower(), "limit": PAGE_SIZE, "offset": (page - 1) * PAGE_SIZE}
    with connection.cursor() as cursor:
        cursor.execute(_WORKERS, values)
        found = cursor.fetchall()
    return [Worker(*line[:-1]) for line in found], found[0][-1] if found else 0


def latest_lists(workplaces: Iterable[int], each: int) -> list[MonthlyList]:
    """The latest `each` lists of every workplace, newest month first; withdrawn ones are left out. One query."""
    place = Window(RowNumber(), partition_by=F("workplace"), order_by=[F("month").desc(), F("list_number").asc(), F("received_at").desc()])
    lists = MonthlyList.objects.filter(workplace__in=workplaces).exclude(state=ListState.WITHDRAWN)
    return list(lists.annotate(place=place).filter(place__lte=each).select_related("workplace", "assessment").order_by("workplace", "place"))


class Duty(NamedTuple):
    """What a workplace still has to do about a month: send its list, mend the one handed back (`returned`), or have the
    one that was accepted made final (`accepted`)."""

    workplace: Workplace
    month: int
    last_day: date
    is_late: bool
    returned: MonthlyList | None = None
    accepted: MonthlyList | None = None


def duties_of(workplaces: Iterable[Workplace], today: date) -> list[Duty]:
    """What these workplaces have to do, soonest last day first. One query."""
    by_id = {workplace.id: workplace for workplace in workplaces}
    month = laws.days.next_month(laws.days.month_of(today), -1)
    owed, arrived, seen = [], set(), set()
    for one in _unfinished(by_id, month):
        if one.month == month:
            arrived.add(one.workplace_id)
        key = (one.workplace_id, one.month, one.list_number, one.contract_row)
        if one.state == ListState.ACCEPTED:
            owed.append(_duty(by_id[one.workplace_id], one.month, today, accepted=one))
        elif one.state == ListState.RETURNED and not one.is_replaced and key not in seen:
            owed.append(_duty(by_id[one.workplace_id], one.month, today, returned=one))
        seen.add(key)
    owed += [_duty(workplace, month, today) for workplace in by_id.values() if workplace.id not in arrived and is_open(workplace, month)]
    return sorted(owed, key=lambda duty: (duty.last_day, duty.workplace.name))


def to_be_mended(lists: QuerySet[MonthlyList]) -> QuerySet[MonthlyList]:
    """Of these, what was handed back and nothing has replaced: no list under its number stands, and none came later."""
    same = MonthlyList.objects.filter(**{name: OuterRef(name) for name in NUMBER})
    replaced = same.filter(Q(state__in=[*STANDING, ListState.RECEIVED]) | Q(state=ListState.RETURNED, pk__gt=OuterRef("pk")))
    return lists.filter(state=ListState.RETURNED).exclude(Exists(replaced))


def _unfinished(workplaces: Iterable[int], month: int) -> QuerySet[MonthlyList]:
    """Lists of the month, and older ones that wait for their employer; latest arrival first."""
    same = {name: OuterRef(name) for name in NUMBER}
    stands = MonthlyList.objects.filter(**same, state__in=[*STANDING, ListState.RECEIVED])
    waiting = Q(month=month) | Q(state__in=[ListState.RETURNED, ListState.ACCEPTED])
    lists = MonthlyList.objects.filter(waiting, workplace__in=workplaces).exclude(state=ListState.WITHDRAWN)
    return lists.annotate(is_replaced=Exists(stands)).order_by("-received_at", "-pk")


def _duty(workplace: Workplace, month: int, today: date, **lists: MonthlyList) -> Duty:
    last_day = last_day_for(workplace, month)
    return Duty(workplace, month, last_day, last_day < today, **lists)


def is_open(workplace: Workplace, month: int) -> bool:
    """Whether the workplace was open on any day of the month."""
    first, last = laws.days.month_first_day(month), laws.days.month_last_day(month)
    return workplace.opened_on <= last and (workplace.closed_on is None or workplace.closed_on > first)


def overdue_workplaces(workplaces: QuerySet[Workplace], today: date) -> QuerySet[Workplace]:
    """Of these workplaces, those whose last due list has not come; the month they owe is `month_overdue(workplace, today)`."""
    owing = Q(pk__in=[])
    for is_relief in (False, True):
        month = _month_overdue(is_relief, today)
        first, last = laws.days.month_first_day(month), laws.days.month_last_day(month)
        stands = MonthlyList.objects.filter(workplace=OuterRef("pk"), month=month, state__in=STANDING)
        relief = Q(five_worker_relief__contains=first)
        is_open = Q(opened_on__lte=last) & (Q(closed_on__isnull=True) | Q(closed_on__gt=first))
        owing |= (relief if is_relief else ~relief | Q(five_worker_relief__isnull=True)) & is_open & ~Exists(stands)
    return workplaces.filter(owing).select_related("branch", "employer").order_by("name", "pk")


def month_overdue(workplace: Workplace, today: date) -> int:
    """The latest month whose list this workplace should have sent before today."""
    month = _month_overdue(False, today)
    return _month_overdue(is_relief_activity(workplace, laws.days.month_first_day(month)), today)


def _month_overdue(is_relief: bool, today: date) -> int:
    month = laws.days.next_month(laws.days.month_of(today), -1)
    while deadline_of(month, is_relief, laws.at(laws.days.month_first_day(month))) >= today:
        month = laws.days.next_month(month, -1)
    return month
