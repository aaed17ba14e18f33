"""Findings as sentences: the one place where a stored code becomes words, for pages, the report, the API and the command."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext_lazy

from opentamin.lists import Finding, words

from .models import ListFinding


class Line(NamedTuple):
    """One finding as a reader meets it. `row` is None where it concerns the whole list; `column` is the code in the file;
    `seen` is what stands there, `seen_words` the same with the digits of the language."""

    position: int
    level: str
    code: str
    row: int | None
    name: str
    column: str
    column_name: str
    seen: str
    seen_words: str
    summary: str
    rule: str
    mend: str
    article: str


def lines_of(findings: Iterable[ListFinding], language: str) -> list[Line]:
    """Sentences in `language` ("fa" or "en"), in the order of the findings."""
    return [_line(kept, language) for kept in findings]


def refusal_line(finding: Finding, language: str) -> Line:
    """Why an upload was not received at all."""
    return _line(ListFinding(position=0, level="error", code=finding.code, row=finding.row, column=finding.column or "", seen=finding.seen, facts=dict(finding.facts)), language)


_CLOSED = {
    "shape": gettext_lazy("نشانی را کامل و بی نام کاربری بنویسید؛ با https، نام و مسیر."),
    "scheme": gettext_lazy("نشانی باید با https آغاز شود."),
    "port": gettext_lazy("تنها درگاه ۴۴۳ یا ۸۴۴۳ پذیرفته است."),
    "unknown": gettext_lazy("این نام در اینترنت پیدا نشد."),
    "inside": gettext_lazy("این نشانی در اینترنت باز نیست؛ به نشانی‌های درونی شبکه‌ها چیزی نمی‌فرستیم."),
}


def closed_address_words(code: str) -> str:
    """Why we do not go to an address (`notices.outgoing.NotOpenNet`)."""
    return str(_CLOSED[code])


def _line(kept: ListFinding, language: str) -> Line:
    finding = Finding(kept.code, kept.level, row=kept.row, column=kept.column or None, seen=kept.seen, facts=kept.facts)
    said = words.sentence(finding, language)
    return Line(
        kept.position,
        kept.level,
        kept.code,
        kept.row,
        kept.name,
        kept.column,
        said.column_name,
        kept.seen,
        said.seen,
        said.summary,
        said.rule,
        said.mend,
        said.article,
    )
