"""What the API of objections answers: shapes, and how an objection becomes one. Days are ISO, months Jalali (140508)."""

from datetime import date, datetime

from ninja import Schema

from .models import Objection
from .queries import answer_of, documents_of, holds_collection
from .telling import timeliness_words, title_of, what_follows


class DocumentAnswer(Schema):
    name: str
    role: str
    size: int
    sha256: str


class ObjectionAnswer(Schema):
    """`timeliness` is in_time, in_doubt, early, late or no_limit; `reasons` and `follows` are sentences in the language asked for;
    `answer` is the branch's written answer, in its own words, where it has answered."""

    tracking: str
    subject: str
    title: str
    debt: str | None
    line: str
    list: str | None
    row: int | None
    month: int
    state: str
    grounds: list[str]
    words: str
    filed_at: datetime
    act_day: date
    timeliness: str
    service_day: date | None
    last_day: date | None
    review_last_day: date | None
    answer_last_day: date
    is_collection_held: bool
    forums: list[str]
    reasons: list[str]
    follows: list[str]
    answer: str
    trace_digest: str
    documents: list[DocumentAnswer]


class ReceiptAnswer(Schema):
    """`is_first` is false when the very same had arrived before; then this is its first receipt again."""

    is_first: bool
    objection: ObjectionAnswer


class ObjectionsPage(Schema):
    count: int
    page: int
    size: int
    items: list[ObjectionAnswer]


def objection_answer(one: Objection) -> ObjectionAnswer:
    """The objection as a program reads it."""
    answer = answer_of(one)
    documents = [DocumentAnswer(name=paper.name, role=paper.role, size=paper.document.size, sha256=paper.document.sha256) for paper in documents_of(one)]
    return ObjectionAnswer(
        tracking=one.tracking, subject=one.subject_kind, title=title_of(one),
        debt=one.debt.tracking if one.debt else None, line=one.line_path, list=one.list.tracking if one.list else None, row=one.row,
        month=one.month, state=one.state, grounds=one.grounds, words=one.words, filed_at=one.filed_at, act_day=one.act_day,
        timeliness=one.timeliness, service_day=one.service_day, last_day=one.last_day, review_last_day=one.review_last_day,
        answer_last_day=one.answer_last_day, is_collection_held=holds_collection(one), forums=one.forums,
        reasons=timeliness_words(one), follows=what_follows(one), answer=answer.reason if answer else "", trace_digest=one.trace_digest, documents=documents,
    )  # fmt: skip
