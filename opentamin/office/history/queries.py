"""Questions about people's insured months."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import Max

from opentamin import law
from opentamin.law.contributions import CountedWage, EmployersMonth, ListDuty, counted_wage
from opentamin.law.days import date_of, month_length, month_of, next_month
from opentamin.law.procedure import list_last_day
from opentamin.office.history.fold import FOLD
from opentamin.office.history.models import MonthCurrent, MonthEntry
from opentamin.office.registry.models import Workplace
from opentamin.office.registry.queries import same_person_ids


class Month(NamedTuple):
    """A person's month over all workplaces, before any ceiling: days and wage (rials) as their lists were assessed."""

    month: int
    days: int
    wage: int
    is_hazardous: bool
    parts: tuple[MonthCurrent, ...]

    @property
    def workplaces(self) -> int:
        """At how many workplaces."""
        return len({part.workplace_id for part in self.parts})


def months_of(person_id: int) -> list[Month]:
    """Return every month of a person, and of those merged into them, newest first. Two statements."""
    parts: dict[int, list[MonthCurrent]] = defaultdict(list)
    rows = MonthCurrent.objects.filter(person_id__in=same_person_ids(person_id))
    for row in rows.order_by("-month", "workplace_id", "contract_row"):
        parts[row.month].append(row)
    return [gathered(month, rows) for month, rows in parts.items()]


def month_of_person(person_id: int, month: int) -> Month | None:
    """Return one month of a person, or None where no list or opening record names them."""
    rows = MonthCurrent.objects.filter(person_id__in=same_person_ids(person_id), month=month)
    parts = list(rows.order_by("workplace_id", "contract_row"))
    return gathered(month, parts) if parts else None


def gathered(month: int, parts: Iterable[MonthCurrent]) -> Month:
    """Return the parts of one month as one."""
    parts = tuple(parts)
    days, wage = sum(part.days for part in parts), sum(part.wage for part in parts)
    return Month(month, days, wage, any(part.is_hazardous for part in parts), parts)


class CountedMonth(NamedTuple):
    """A month and what of it counts under Art. 34; `answer` is None where a figure the article needs is not known.

    Then all that was assessed is shown and nothing is said about a ceiling.
    """

    month: Month
    answer: CountedWage | None

    @property
    def days(self) -> int:
        """Days that count."""
        return self.answer.days_counted if self.answer else min(self.month.days, month_length(self.month.month))

    @property
    def wage(self) -> int:
        """Wage that counts, in rials."""
        return self.answer.wage_counted if self.answer else self.month.wage

    @property
    def wage_excess(self) -> int:
        """Rials assessed by several employers above the ceiling of the month."""
        return self.answer.wage_excess if self.answer else 0


def counted_months(months: Iterable[Month]) -> list[CountedMonth]:
    """Return months with what of each counts: the calendar's days, and the ceiling on the sum of employers (Art. 34)."""
    return [CountedMonth(month, _counted(month)) for month in months]


def _counted(month: Month) -> CountedWage | None:
    try:
        return counted_wage(facts_of(month), law.of_month(month.month))
    except (law.UnknownFigure, law.NotInForce):
        return None


def facts_of(month: Month) -> EmployersMonth:
    """Return what Art. 34 is asked about."""
    return EmployersMonth(wage_base_sum=month.wage, days_sum=month.days, days_in_month=month_length(month.month))


def last_day_of_list(month: int) -> date:
    """Return the last day for the list of a month, moved on where it is a holiday (Art. 39)."""
    return date_of(list_last_day(ListDuty(month), law.of_month(month)).last_day)


def last_month_due(today: date) -> int:
    """Return the newest month whose list had to be here by yesterday: only from then on is it missing."""
    month = month_of(today)
    while last_day_of_list(month) >= today:
        month = next_month(month, -1)
    return month


class Gap(NamedTuple):
    """Months in a row, first and last included, without a single insured day."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many months."""
        return (self.last // 100 - self.first // 100) * 12 + self.last % 100 - self.first % 100 + 1


def gaps_of(months: Iterable[Month], until: int) -> list[Gap]:
    """Return the gaps between a person's first insured month and the month `until`, newest first.

    A month of nought days is part of a gap: a list names the person, and no day counts.
    """
    insured = {month.month for month in months if month.days > 0 and month.month <= until}
    gaps: list[Gap] = []
    month = min(insured, default=next_month(until))
    while month <= until:
        if month not in insured:
            if gaps and next_month(gaps[-1].last) == month:
                gaps[-1] = gaps[-1]._replace(last=month)
            else:
                gaps.append(Gap(month, month))
        month = next_month(month)
    return gaps[::-1]


def entries_of_month(person_id: int, month: int) -> list[MonthEntry]:
    """Return every entry ever written about a person's month, oldest first."""
    entries = MonthEntry.objects.filter(person_id__in=same_person_ids(person_id), month=month)
    return list(entries.order_by("id"))


def branches_of(person_ids: Iterable[int]) -> list[int]:
    """Return the branches that keep the workplaces these people have worked at."""
    workplaces = MonthCurrent.objects.filter(person_id__in=list(person_ids)).values("workplace_id")
    return sorted(Workplace.objects.filter(pk__in=workplaces).values_list("branch_id", flat=True).distinct())


def last_written_at(person_id: int) -> datetime | None:
    """Return the moment of the newest entry about a person, or None."""
    entries = MonthEntry.objects.filter(person_id__in=same_person_ids(person_id))
    return entries.aggregate(newest=Max("recorded_at"))["newest"]


class WorkplaceMonth(NamedTuple):
    """The newest month a workplace has, and its people there: {person: (days, wage in rials)}."""

    month: int
    people: dict[int, tuple[int, int]]


def last_month_of_workplace(workplace_id: int, month: int, contract_row: str = "") -> WorkplaceMonth | None:
    """Return the newest month before `month` that a workplace and contract row have in history, or None."""
    rows = MonthCurrent.objects.filter(workplace_id=workplace_id, contract_row=contract_row)
    newest = rows.filter(month__lt=month).order_by("-month").values_list("month", flat=True).first()
    if newest is None:
        return None
    people = rows.filter(month=newest).values_list("person_id", "days", "wage")
    return WorkplaceMonth(newest, {person: (days, wage) for person, days, wage in people})


def projection_differences() -> int:
    """Return how many current months differ from the fold of their entries: nought, or something is broken."""
    columns = "person_id, month, workplace_id, contract_row, days, wage, is_hazardous, entry_id, list_id, lists"
    kept = f"SELECT {columns} FROM history_monthcurrent"
    folded = f"SELECT {columns} FROM ({FOLD.format(where='')}) fold"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM (({kept} EXCEPT {folded}) UNION ALL ({folded} EXCEPT {kept})) different")
        return cursor.fetchone()[0]
