"""The page of an article put together: its words, versions, formula, figures, cases and neighbours."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from .. import days
from ..ask.saying import kind_key, say
from ..ask.schema import outcomes_of
from ..kinds import AMOUNT_MAX, Kind
from ..machine.articles import ARTICLES, NEVER, Article, Version
from ..machine.cases import Case, differences, expected_of, facts_of, read_cases
from ..machine.figures import Status, all_figures
from ..machine.plans import plan_of
from ..report import article_named
from ..rulings import all_rulings
from ..words import words_of
from ..words.files import Words
from ..words.numerals import day
from ..words.rendering import cite
from ..words.sums import Writer
from .figures import calls_of, cited_by, dependants, figure_history, figures_below, figures_of, readers
from .formula import formula
from .pages import ArticlePage, CasePage, Doubt, Group, Index, Mention, OutcomeWords, Part, RegisteredRuling, Value, Wording
from .rulings import articles_under, mention, ruling_mentions
from .source_texts import sources_read


@cache
def article_page(name: str, language: str) -> ArticlePage:
    """All there is to say of an article, in "fa" or "en". Raises NoSuchArticle for a name nobody gave."""
    article, words = article_named(name), words_of(language)
    said, reference, chapter = words.article(name), article.reference, chapter_of(article)
    plan = plan_of(article)
    cases = [case for case in _cases() if case.article == name]
    through = [case for case in _cases() if case.article != name and name in case.reasons]
    return ArticlePage(
        name=name,
        language=language,
        title=said["title"],
        text=said["text"].strip(),
        cite=cite(reference.act, reference.number, reference.clause, words),
        act=reference.act,
        number=reference.number,
        clause=reference.clause,
        chapter=chapter,
        chapter_title=chapter_title(chapter, words),
        wordings=tuple(_wording(article, version, words) for version in article.versions),
        facts=tuple(_part(article, fact, kind, words) for fact, kind in plan.kinds.items()),
        answers=tuple(_part(article, field, kind, words) for field, kind in plan.results.items() if field != "outcome"),
        outcomes=tuple(OutcomeWords(one, words.of("outcomes", one)) for one in outcomes_of(article)),
        figures=tuple(figure_history(figure, language) for figure in figures_of(article)),
        figures_below=tuple(figure_history(figure, language) for figure in figures_below(article)),
        cases=tuple(case_page(case, language) for case in cases),
        cases_through=tuple(case_page(case, language) for case in through),
        rulings=ruling_mentions(article, language),
        calls=mentions(calls_of(article), language),
        cited_by=mentions(cited_by(article), language),
    )


@cache
def _cases() -> tuple[Case, ...]:
    return tuple(read_cases())


def not_official(language: str) -> tuple[Doubt, ...]:
    """Every figure of which a row is not from an official text, with everything that depends on it."""
    found = []
    for name, figure in all_figures().items():
        history = figure_history(name, language)
        rows = tuple(row for row in history.rows if row.status != Status.OFFICIAL)
        if rows:
            found.append(Doubt(history, rows, mentions(readers(figure.name), language), mentions(dependants(name), language)))
    return tuple(found)


def register(language: str) -> tuple[RegisteredRuling, ...]:
    """Every ruling of the register, latest first."""
    words = words_of(language)
    return tuple(
        RegisteredRuling(mention(one, words), one.subject, mentions(articles_under(one), language)) for one in reversed(all_rulings())
    )


def index(language: str) -> Index:
    """Every article, by act and by chapter; inside a group by its number."""
    words = words_of(language)
    acts = {article.reference.act for article in ARTICLES.values()}
    chapters = {chapter_of(article) for article in ARTICLES.values()}
    named_acts = {act: words.of("acts", act)["name"] for act in acts}
    named_chapters = {chapter: chapter_title(chapter, words) for chapter in chapters}
    return Index(
        acts=tuple(_group(act, title, lambda one: one.reference.act, language) for act, title in _by_title(named_acts)),
        chapters=tuple(_group(chapter, title, chapter_of, language) for chapter, title in _by_title(named_chapters)),
    )


def _group(name: str, title: str, belongs: Any, language: str) -> Group:
    inside = [article for article in ARTICLES.values() if belongs(article) == name]
    return Group(name, title, mentions(sorted(inside, key=_order), language))


def _by_title(named: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(named.items(), key=lambda item: item[1])


def _order(article: Article) -> tuple[int, str, str]:
    number = article.reference.number
    return int(number) if number.isdecimal() else 0, number, article.name


def chapter_of(article: Article) -> str:
    """The folder of the law an article stands in."""
    inside = article.__module__.removeprefix(__name__.rpartition(".book.")[0] + ".")
    return inside.partition(".")[0]


def chapter_title(chapter: str, words: Words) -> str:
    """The heading of a chapter; its folder's name where the words have none."""
    titles: dict[str, str] = words.data["book"]["chapters"]
    return titles.get(chapter, chapter)


def mentions(articles: Iterable[Article], language: str) -> tuple[Mention, ...]:
    """Other articles by title, ready to be linked."""
    words = words_of(language)
    return tuple(
        Mention(one.name, words.article(one.name)["title"], cite(one.reference.act, one.reference.number, one.reference.clause, words))
        for one in articles
    )


def _wording(article: Article, version: Version, words: Words) -> Wording:
    headings, months = words.data["book"]["page"], words.of("calendar", "months")
    starts = days.date_of(version.starts)
    ends = None if version.ends >= NEVER else days.date_of(version.ends - 1)
    pattern = "annulled_since" if version.function is None else "in_force_since" if ends is None else "in_force"
    reference = version.reference
    return Wording(
        cite=cite(reference.act, reference.number, reference.clause, words),
        starts=starts,
        ends=ends,
        known_from=days.date_of(version.known),
        in_force=headings[pattern].format(
            start=day(starts, words.language, months), end=day(ends, words.language, months) if ends else ""
        ),
        sources=sources_read(version.source, words),
        is_annulled=version.function is None,
        formula=formula(article, version.function, words.language) if version.function else (),
    )


def _part(article: Article, name: str, kind: Kind, words: Words) -> Part:
    plan = plan_of(article)
    writer = Writer(words, None)
    is_bounded = not kind.options and kind.unit not in ("flag", "day", "month") and kind.greatest < AMOUNT_MAX
    return Part(
        name=name,
        label=words.variable(article.name, name) if name != "value" else words.article(article.name)["title"],
        unit=kind.unit,
        described=say(words.language, "kinds", kind_key(kind)),
        least=writer.with_unit(kind.least, kind.unit) if is_bounded else "",
        greatest=writer.with_unit(kind.greatest, kind.unit) if is_bounded else "",
        options=tuple(words.of("options", kind.unit)[option] for option in kind.options),
        default=told(kind, plan.defaults[name], words) if name in plan.defaults else "",
        is_series=name in plan.series,
    )


def told(kind: Kind | None, value: Any, words: Words) -> str:
    """A value, or a list of them, with its unit or as the thing it names."""
    if isinstance(value, list):
        joined: str = words.of("patterns", "list_join").join(told(kind, one, words) for one in value)
        return joined
    if kind is None:
        return str(value)
    return words.option(kind, value) if kind.options else Writer(words, None).with_unit(value, kind.unit)


def case_page(case: Case, language: str) -> CasePage:
    """A written case with its facts and expectations in words."""
    words, plan = words_of(language), plan_of(ARTICLES[case.article])
    return CasePage(
        mark=case.mark,
        says=case.sentence(language),
        article=case.article,
        day=case.day,
        day_text=day(case.day, language, words.of("calendar", "months")),
        facts=tuple(_value(case, name, plan.kinds.get(name), value, words) for name, value in facts_of(case).items()),
        expected=tuple(_value(case, name, plan.results.get(name), value, words) for name, value in expected_of(case).items()),
        outcome=case.outcome,
        outcome_text=words.of("outcomes", case.outcome) if case.outcome else "",
        reasons=mentions([ARTICLES[name] for name in case.reasons], language),
        is_met=not differences(case),
    )


def _value(case: Case, name: str, kind: Kind | None, value: Any, words: Words) -> Value:
    label = words.article(case.article)["title"] if name == "value" else words.variable(case.article, name)
    return Value(name, label, told(kind, value, words))
