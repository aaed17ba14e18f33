"""Findings as sentences: the one place where a stored code becomes words, for pages, the report, the API and the command."""

from collections.abc import Iterable
from typing import NamedTuple

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
