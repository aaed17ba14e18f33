"""What the API of lists answers: shapes, and how a list becomes one. Amounts are whole rials, months Jalali (140508), days ISO."""

from dataclasses import asdict, is_dataclass
from datetime import UTC, date, datetime
from typing import Any

from ninja import Schema

from opentamin.law import words

from .changes import Change, Changes
from .listings import last_day_of
from .models import MonthlyList
from .telling import Line


class Amounts(Schema):
    """Parts of what a list owes. `employer_share_own` is the employer's share without what the state pays of it."""

    wage_base_total: int
    worker_share_total: int
    employer_share: int
    employer_share_own: int
    unemployment: int
    hazardous: int
    relief_state: int
    relief_at_stake: int
    state_share: int
    due_total: int


class ListAnswer(Schema):
    tracking: str
    workplace_code: str
    workplace: str
    month: int
    list_number: int
    contract_row: str
    state: str
    received_at: datetime
    checked_at: datetime | None
    assessed_at: datetime | None
    withdrawn_at: datetime | None
    last_day: date
    workers_count: int
    days_total: int
    wage_total: int
    error_count: int
    warning_count: int
    due_total: int | None
    corrects: str | None
    corrected_at: datetime | None


class ReceiptAnswer(Schema):
    """`is_first` is false when the same list had arrived before; then this is its first receipt again."""

    is_first: bool
    list: ListAnswer


class FindingAnswer(Schema):
    """`code`, `row` and `column` are for the program; the sentences are in the language asked for."""

    level: str
    code: str
    row: int | None
    column: str
    seen: str
    name: str
    summary: str
    rule: str
    mend: str
    article: str


class WorkerAnswer(Schema):
    row: int
    name: str
    days: int
    wage_base: int
    worker_share: int
    wage_lifted: int
    wage_cut: int


class Page(Schema):
    """Part of a long answer: `count` in all, `page` from 1, at most `size` on a page."""

    count: int
    page: int
    size: int


class ListsPage(Page):
    items: list[ListAnswer]


class FindingsPage(Page):
    items: list[FindingAnswer]


class WorkersPage(Page):
    items: list[WorkerAnswer]


class Reasons(Schema):
    """How an amount was worked out: `steps` are sentences, `trace` the whole calculation as data.

    `is_kept_text`: the rules changed since, and the text kept on the day explains. `is_the_assessed_law` is false when that text
    cannot be had and today's explains; `is_digest_met` says whether the trace is to the letter the one kept (null where none is).
    """

    law_hash: str
    law_day: date
    is_the_assessed_law: bool
    is_kept_text: bool
    is_digest_met: bool | None
    steps: Any
    trace: Any


class AmountAnswer(Reasons):
    """`is_assessed` is false for the amount shown before assessment."""

    is_assessed: bool
    amounts: Amounts
    trace_digest: str


class WorkerAmountAnswer(Reasons):
    """One worker's part. `wage_declared` is what the list says, `wage_base` what the articles made of it."""

    row: int
    name: str
    days: int
    wage_declared: int
    wage_base: int
    worker_share: int
    wage_lifted: int
    wage_cut: int


class ChangeAnswer(Schema):
    """One worker against the month before, wages as far as they count (Arts 28 and 30); nought where absent. `row` is null for who
    is gone, `is_known` false for who is in no record of ours yet."""

    row: int | None
    name: str
    is_known: bool
    days_before: int
    days: int
    wage_before: int
    wage: int


class ChangesAnswer(Schema):
    """Who is new, gone, or has other days or another wage, against the month before; of a correction against the list it corrects.
    Counts are full, each listing is cut at the `limit` asked for."""

    is_first_month: bool
    joiners_count: int
    leavers_count: int
    changed_count: int
    reduced_count: int
    joiners: list[ChangeAnswer]
    leavers: list[ChangeAnswer]
    changed: list[ChangeAnswer]


def list_answer(one: MonthlyList) -> ListAnswer:
    """A list read with its workplace and assessment. `corrects` is the tracking number of the list it corrects, if any."""
    assessment = getattr(one, "assessment", None)
    return ListAnswer(
        **{name: in_utc(getattr(one, name)) for name in ListAnswer.model_fields if name not in ("workplace", "last_day", "due_total", "corrects")},
        workplace=one.workplace.name,
        last_day=last_day_of(one),
        due_total=assessment.due_total if assessment else None,
        corrects=one.corrects.tracking if one.corrects_id else None,
    )


def in_utc(value: Any) -> Any:
    """A moment is told in one way, whether just made or read again."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def finding_answer(line: Line) -> FindingAnswer:
    return FindingAnswer(**{name: getattr(line, name) for name in FindingAnswer.model_fields})


def changes_answer(changes: Changes) -> ChangesAnswer:
    """Changes without our own numbers of people."""
    listed = {name: [_change_answer(one) for one in getattr(changes, name)] for name in ("joiners", "leavers", "changed")}
    return ChangesAnswer(**(changes._asdict() | listed))


def _change_answer(one: Change) -> ChangeAnswer:
    values = one._asdict() | {"row": one.row or None, "is_known": bool(one.person_id)}
    return ChangeAnswer(**{name: values[name] for name in ChangeAnswer.model_fields})


def steps_answer(node, language: str) -> dict[str, Any]:
    """The explanation as sentences."""
    return _plain(words.render(node, language))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {name: _plain(inner) for name, inner in asdict(value).items()}
    if hasattr(value, "_asdict"):
        return {name: _plain(inner) for name, inner in value._asdict().items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return {name: _plain(inner) for name, inner in value.items()} if isinstance(value, dict) else value
