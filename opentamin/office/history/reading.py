"""A person's record as it is read on a page and in a paper: months in years, their workplaces and documents, and the gaps."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from opentamin.law.days import next_month, year_length
from opentamin.office.history.queries import CountedMonth, Gap, counted_months, gaps_of, last_day_of_list, last_month_due, months_of
from opentamin.office.history.sources import SourceDocument, documents_of
from opentamin.office.registry.models import Person, Workplace

# The organisation turns days of record into years by 365.
DAYS_IN_YEAR, MONTHS_IN_YEAR = 365, 12


class Part(NamedTuple):
    """One line of a month: what one workplace's list brought, and that list. Without a list it is an opening record."""

    workplace: Workplace | None
    contract_row: str
    days: int
    wage: int
    is_hazardous: bool
    document: SourceDocument | None
    is_opening: bool


class ReadMonth(NamedTuple):
    """A month as it is read: what counts of it, and its lines."""

    counted: CountedMonth
    parts: list[Part]

    @property
    def month(self) -> int:
        return self.counted.month.month


class Year(NamedTuple):
    """A Jalali year of a record, months newest first."""

    year: int
    months: list[ReadMonth]

    @property
    def days(self) -> int:
        return sum(month.counted.days for month in self.months)

    @property
    def days_in_year(self) -> int:
        return year_length(self.year)

    @property
    def months_insured(self) -> int:
        return sum(month.counted.days > 0 for month in self.months)

    @property
    def wage(self) -> int:
        return sum(month.counted.wage for month in self.months)


class Record:
    """All that is known of a person's insured months on a day."""

    def __init__(self, person: Person, months: list[ReadMonth], today: date) -> None:
        self.person, self.months, self.today = person, months, today

    @cached_property
    def insured(self) -> list[ReadMonth]:
        """Months with at least one day that counts, newest first."""
        return [month for month in self.months if month.counted.days]

    @property
    def days(self) -> int:
        return sum(month.counted.days for month in self.insured)

    @property
    def span(self) -> tuple[int, int]:
        """The record in full years and months beyond them, by 365 days a year."""
        years, rest = divmod(self.days, DAYS_IN_YEAR)
        return years, rest * MONTHS_IN_YEAR // DAYS_IN_YEAR

    @property
    def newest(self) -> ReadMonth | None:
        return self.insured[0] if self.insured else None

    @property
    def oldest(self) -> ReadMonth | None:
        return self.insured[-1] if self.insured else None

    @cached_property
    def gaps(self) -> list[Gap]:
        """Months without a day between the first insured month and the last whose list was due, newest first."""
        return gaps_of([month.counted.month for month in self.months], last_month_due(self.today))

    @property
    def months_missing(self) -> int:
        return sum(gap.months for gap in self.gaps)

    @cached_property
    def years(self) -> list[Year]:
        """The record by years, newest first."""
        return [Year(year, list(months)) for year, months in groupby(self.months, key=lambda month: month.month // 100)]

    @property
    def next_due(self) -> tuple[int, date]:
        """The first month whose list is not late yet, and the last day for it."""
        return self._with_deadline(next_month(last_month_due(self.today)))

    @property
    def next_expected(self) -> tuple[int, date]:
        """The first month that is neither late nor in the record, and the last day for its list."""
        month = self.next_due[0]
        insured = {one.month for one in self.insured}
        while month in insured:
            month = next_month(month)
        return self._with_deadline(month)

    def _with_deadline(self, month: int) -> tuple[int, date]:
        return month, last_day_of_list(month)


def read_record(person: Person, today: date) -> Record:
    """Read a whole record. Three statements whatever its length, and the teller's one."""
    return Record(person, read_months(counted_months(months_of(person.pk))), today)


def read_months(counted: Iterable[CountedMonth]) -> list[ReadMonth]:
    """Add names of workplaces and documents to counted months."""
    counted = list(counted)
    rows = [row for one in counted for row in one.month.parts]
    workplaces = Workplace.objects.in_bulk({row.workplace_id for row in rows})
    documents = documents_of("list", {row.list_id for row in rows if row.list_id is not None})
    return [ReadMonth(one, [_part(row, workplaces, documents) for row in one.month.parts]) for one in counted]


def _part(row, workplaces: dict[int, Workplace], documents: dict[int, SourceDocument]) -> Part:
    document = documents.get(row.list_id)
    return Part(workplaces.get(row.workplace_id), row.contract_row, row.days, row.wage, row.is_hazardous, document, row.list_id is None)
