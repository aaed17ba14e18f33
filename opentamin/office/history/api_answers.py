"""What the API and the command line say of a record: shapes, and how a read record becomes one.

Days are ISO, months Jalali (140508), wages whole rials. What is `counted` is after Art. 34: the days of the calendar, and the ceiling on
the sum of employers; what is `listed` is as their lists were assessed. Nothing is summed here: every sum is the record's own.
"""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language
from ninja import Schema

from opentamin.law import words

from .one_month import OneMonth, WrittenEntry
from .queries import Gap
from .reading import Part, ReadMonth, Record, Year
from .sources import SourceDocument


class WorkplaceAnswer(Schema):
    """What one workplace's list brought. `document` is that list's tracking number; null with `is_opening`, for months from before the system."""

    workplace: str
    contract_row: str
    days: int
    wage_insurable: int
    is_hazardous: bool
    document: str | None
    received_on: date | None
    is_opening: bool


class MonthAnswer(Schema):
    """`is_ceiling_known` is false where we do not hold the minimum wage of that year: then nothing was cut."""

    month: int
    days_counted: int
    wage_counted: int
    days_listed: int
    wage_listed: int
    wage_excess: int
    is_ceiling_known: bool
    workplaces: list[WorkplaceAnswer]


class YearAnswer(Schema):
    year: int
    days_in_year: int
    months_insured: int
    days_counted: int
    wage_counted: int
    months: list[MonthAnswer]


class GapAnswer(Schema):
    """Months in a row without a day, first and last included."""

    first_month: int
    last_month: int
    months: int


class RecordAnswer(Schema):
    """The newest first. `span_years` and `span_months` are the days of record by 365 a year; `missing` are months without a day
    between the first insured month and the last whose list was due."""

    person: int
    name: str
    days_counted: int
    months_insured: int
    span_years: int
    span_months: int
    first_month: int | None
    last_month: int | None
    missing: list[GapAnswer]
    months_missing: int
    next_month: int
    next_month_last_day: date
    years: list[YearAnswer]


class EntryAnswer(Schema):
    """One entry: `original`, `correction` (added later) or `withdrawal` (its sign turned)."""

    kind: str
    recorded_at: datetime
    document: str | None
    received_on: date | None
    is_opening: bool
    days: int
    wage_insurable: int


class OneMonthAnswer(Schema):
    """`record` is null where nothing stands for the month; `is_late` says whether the last day for its list is past. `steps` are
    sentences in the language of Accept-Language, `traces` the calculation as data, where there was anything to add up or to cut."""

    month: int
    is_late: bool
    record: MonthAnswer | None
    worker_share_excess: int
    entries: list[EntryAnswer]
    steps: list[dict[str, Any]]
    traces: list[dict[str, Any]]


def record_answer(record: Record) -> RecordAnswer:
    """A whole record as a program reads it."""
    span_years, span_months = record.span
    next_month, last_day = record.next_expected
    return RecordAnswer(
        person=record.person.pk, name=str(record.person), days_counted=record.days, months_insured=len(record.insured),
        span_years=span_years, span_months=span_months,
        first_month=record.oldest.month if record.oldest else None, last_month=record.newest.month if record.newest else None,
        missing=[_gap(gap) for gap in record.gaps], months_missing=record.months_missing,
        next_month=next_month, next_month_last_day=last_day, years=[_year(year) for year in record.years],
    )  # fmt: skip


def one_month_answer(one: OneMonth) -> OneMonthAnswer:
    """One month as a program reads it."""
    answer = one.read.counted.answer if one.read else None
    reasons = one.reasons
    return OneMonthAnswer(
        month=one.month, is_late=one.is_late, record=_month(one.read) if one.read else None,
        worker_share_excess=answer.worker_share_excess if answer else 0, entries=[_entry(entry) for entry in one.entries],
        steps=[asdict(words.render(node, get_language())) for node in reasons], traces=[node.to_dict() for node in reasons],
    )  # fmt: skip


def _gap(gap: Gap) -> GapAnswer:
    return GapAnswer(first_month=gap.first, last_month=gap.last, months=gap.months)


def _year(year: Year) -> YearAnswer:
    return YearAnswer(
        year=year.year, days_in_year=year.days_in_year, months_insured=year.months_insured, days_counted=year.days,
        wage_counted=year.wage, months=[_month(one) for one in year.months],
    )  # fmt: skip


def _month(one: ReadMonth) -> MonthAnswer:
    counted = one.counted
    return MonthAnswer(
        month=one.month, days_counted=counted.days, wage_counted=counted.wage, days_listed=counted.month.days,
        wage_listed=counted.month.wage, wage_excess=counted.wage_excess, is_ceiling_known=counted.answer is not None,
        workplaces=[_workplace(part) for part in one.parts],
    )  # fmt: skip


def _workplace(part: Part) -> WorkplaceAnswer:
    return WorkplaceAnswer(
        workplace=part.workplace.name if part.workplace else "", contract_row=part.contract_row, days=part.days, wage_insurable=part.wage,
        is_hazardous=part.is_hazardous, is_opening=part.is_opening, **_document(part.document),
    )  # fmt: skip


def _entry(written: WrittenEntry) -> EntryAnswer:
    return EntryAnswer(
        kind=written.kind, recorded_at=written.recorded_at, is_opening=written.is_opening, days=written.entry.days,
        wage_insurable=written.entry.wage, **_document(written.document),
    )  # fmt: skip


def _document(document: SourceDocument | None) -> dict[str, Any]:
    """The number a person can quote, and the day it came; nothing where nobody can tell."""
    return {"document": document.number if document else None, "received_on": document.received_on if document else None}
