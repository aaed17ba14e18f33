"""The book as lines of text, for the command line."""

from collections.abc import Iterator
from typing import Any

from ..words import words_of
from .pages import ArticlePage, CasePage, FigureHistory, Mention, Part, Wording
from .writing import article_page, not_official


def article_lines(name: str, language: str) -> Iterator[str]:
    """`./run law article NAME`: the page of one article."""
    page, told = article_page(name, language), _Told(language)
    yield f"{page.title} · {page.cite} · {page.chapter_title}"
    yield page.text
    yield from told.section("facts", [told.part(fact, is_fact=True) for fact in page.facts])
    yield from told.section("answers", [told.part(answer) for answer in page.answers])
    yield from told.section("outcomes", [one.text for one in page.outcomes])
    for wording in page.wordings:
        yield from told.wording(wording)
    yield from told.section("figures", [line for figure in page.figures for line in told.figure(figure)])
    yield from told.section("figures_below", [figure.label for figure in page.figures_below])
    yield from told.section("cases", [line for case in page.cases for line in told.case(case)])
    yield from _neighbours(page, told)


def _neighbours(page: ArticlePage, told: "_Told") -> Iterator[str]:
    yield from told.section("rulings", [f"{one.title} · {one.day_text} · {one.holding} · {one.proof_text}" for one in page.rulings])
    yield from told.section("calls", [told.mention(one) for one in page.calls])
    yield from told.section("cited_by", [told.mention(one) for one in page.cited_by])


def not_official_lines(language: str) -> Iterator[str]:
    """`./run law not-official`: each figure in doubt, its rows, and what depends on it."""
    told, doubts = _Told(language), not_official(language)
    for doubt in doubts:
        yield f"{doubt.figure.name:32} {doubt.figure.label} · {doubt.figure.cite}"
        yield from (f"  {line}" for line in told.rows(doubt.figure, [row for row in doubt.figure.rows if row in doubt.rows]))
        names = told.words.of("patterns", "list_join").join(one.name for one in doubt.dependants)
        yield "  " + (told.heading("depends", articles=names) if names else told.heading("nothing_depends"))
    rows = sum(len(doubt.rows) for doubt in doubts)
    yield told.heading("counted", rows=str(rows), figures=str(len(doubts)))


class _Told:
    """Lines of one language."""

    def __init__(self, language: str) -> None:
        self.words = words_of(language)

    def heading(self, key: str, /, **parts: Any) -> str:
        said: str = self.words.data["book"]["page"][key].format(**parts)
        return said

    def section(self, key: str, lines: list[str]) -> Iterator[str]:
        if lines:
            yield ""
            yield f"{self.heading(key)}:"
            yield from (f"  {line}" for line in lines)

    def part(self, part: Part, is_fact: bool = False) -> str:
        told = [f"{part.name}: {part.label}", part.described]
        if part.options:
            told[1] = self.words.of("patterns", "list_join").join(part.options)
        if part.least:
            told.append(self.heading("bounds", least=part.least, greatest=part.greatest))
        if part.is_series:
            told.append(self.heading("series"))
        elif is_fact:
            told.append(self.heading("default", value=part.default) if part.default else self.heading("without_default"))
        return " · ".join(told)

    def wording(self, wording: Wording) -> Iterator[str]:
        yield ""
        named = self.words.of("patterns", "part_join").join(source.text for source in wording.sources)
        source = [self.heading("source", source=named)] if named else []
        yield " · ".join([f"{self.heading('formula')}: {wording.cite}", wording.in_force, *source])
        for line in wording.formula:
            yield f"  {'    ' * line.depth}{line.text}"

    def figure(self, figure: FigureHistory) -> Iterator[str]:
        yield f"{figure.label} · {figure.cite}"
        yield from (f"  {line}" for line in self.rows(figure, list(figure.rows)))

    def rows(self, figure: FigureHistory, rows: list[Any]) -> Iterator[str]:
        join = self.words.of("patterns", "part_join")
        for row in rows:
            sources = join.join(source.text for source in row.sources)
            ask = self.heading("ask", who=figure.ask) if row.status == "unknown" else ""
            since = self.words.of("patterns", "since").format(day=row.since_text)
            yield " · ".join(text for text in (since, row.value, row.status_text, sources, row.why, ask) if text)

    def case(self, case: CasePage) -> Iterator[str]:
        join = self.words.of("patterns", "part_join")
        yield " · ".join(text for text in (case.mark, case.says, self.heading("on_day", day=case.day_text)) if text)
        yield "  " + join.join(f"{fact.label}: {fact.text}" for fact in case.facts)
        expected = join.join([*(f"{one.label}: {one.text}" for one in case.expected), *([case.outcome_text] if case.outcome else [])])
        yield "  " + self.heading("expects", answers=expected)
        if case.reasons:
            reasons = self.words.of("patterns", "list_join").join(one.title for one in case.reasons)
            yield "  " + self.heading("because", reasons=reasons)

    def mention(self, one: Mention) -> str:
        return f"{one.name}: {one.title} · {one.cite}"
