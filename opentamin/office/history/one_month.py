"""One month of a record as it is read on a page and by a program: what counts of it, why, and all that was ever written about it."""

from datetime import date, datetime
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from opentamin import law
from opentamin.law.contributions import counted_wage
from opentamin.law.days import FIRST_YEAR, LAST_YEAR, next_month
from opentamin.office.history.models import MonthEntry
from opentamin.office.history.queries import (
    CountedMonth,
    counted_months,
    entries_of_month,
    facts_of,
    last_month_due,
    month_of_person,
)
from opentamin.office.history.reading import ReadMonth, read_months
from opentamin.office.history.sources import SourceDocument, documents_of
from opentamin.office.kit.refusals import Refusal
from opentamin.office.registry.models import Person


class NoSuchMonth(Refusal):
    """The number asked for is no month of the calendar, or of no year we know."""

    code = "no_such_month"
    status = 404
    sentence = _("چنین ماهی نیست؛ ماه را با شش رقم مانند ۱۴۰۵۰۸ بنویسید.")


class WrittenEntry(NamedTuple):
    """One entry ever written about the month, and the document it came from where somebody can tell."""

    entry: MonthEntry
    document: SourceDocument | None

    @property
    def kind(self) -> str:
        return self.entry.kind

    @property
    def recorded_at(self) -> datetime:
        return self.entry.recorded_at

    @property
    def is_opening(self) -> bool:
        return self.entry.list_id is None


class OneMonth(NamedTuple):
    """A month of a person; `read` is None where nothing stands in the record, `is_late` once the last day for its list is past."""

    month: int
    read: ReadMonth | None
    entries: list[WrittenEntry]
    is_late: bool

    @property
    def before(self) -> int:
        return next_month(self.month, -1)

    @property
    def after(self) -> int | None:
        """The next month, as long as one may ask for it: up to the first whose list is not late yet."""
        return next_month(self.month) if self.is_late else None

    @property
    def reasons(self) -> list:
        """The reasoning of Art. 34 as traces, where there was anything to add up or to cut."""
        return _reasons(self.read.counted) if self.read else []


def read_month(person: Person, month: int, today: date) -> OneMonth:
    """Read one month of a person. Raises NoSuchMonth before anything is asked of the database."""
    require_month(month)
    found = month_of_person(person.pk, month)
    read = read_months(counted_months([found]))[0] if found else None
    return OneMonth(month, read, _with_documents(entries_of_month(person.pk, month)), month <= last_month_due(today))


def require_month(month: int) -> None:
    """Return if this is a month of the calendar, raise NoSuchMonth if not: asked before anybody's record is opened."""
    if not (FIRST_YEAR <= month // 100 < LAST_YEAR and 1 <= month % 100 <= 12):
        raise NoSuchMonth


def _reasons(counted: CountedMonth) -> list:
    if counted.answer is None or (len(counted.month.parts) < 2 and not counted.wage_excess):
        return []
    return [law.explain(counted_wage, facts_of(counted.month), law.of_month(counted.month.month))]


def _with_documents(entries: list[MonthEntry]) -> list[WrittenEntry]:
    documents = documents_of("list", {entry.list_id for entry in entries if entry.list_id is not None})
    return [WrittenEntry(entry, documents.get(entry.list_id)) for entry in entries]
