"""A comparison of two laws made ready for a page: both answers side by side, then what differs, article by article."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from opentamin.law.ask import Comparison, Decision, tell
from opentamin.law.ask.comparing import ArticleDifference, ConditionDifference, FigureDifference, ResultDifference
from opentamin.law.ask.saying import label, valued_result
from opentamin.law.machine.articles import ARTICLES
from opentamin.law.machine.nodes import Node
from opentamin.law.machine.plans import plan_of
from opentamin.law.outcomes import Outcome
from opentamin.law.words import words_of
from opentamin.law.words.conditions import condition
from opentamin.law.words.numerals import day
from opentamin.law.words.rendering import cite, figure_line
from opentamin.law.words.sums import Writer

from .answers import Answer, answer_of


@dataclass(frozen=True)
class Row:
    """One thing that differs: its name, how it is called among such things, and both sides in words."""

    what: str
    kind: str
    before: str
    after: str
    more: str = ""


@dataclass(frozen=True)
class Parting:
    """An article where the two laws part; `only` says on which side it was applied, if on one."""

    article: str
    title: str
    cite: str
    only: str = ""
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Difference:
    """The whole comparison in words: `heading` says what becomes of the answer."""

    heading: str
    is_same: bool
    names: tuple[str, str]
    sides: tuple[Answer, Answer]
    partings: list[Parting]


def difference_of(comparison: Comparison, names: tuple[str, str], language: str) -> Difference:
    """`names` are those of the two laws."""
    before, after = (answer_of(decision, None, language) for decision in (comparison.before, comparison.after))
    partings = [_parting(found, names, language) for found in comparison.articles]
    is_same = comparison.is_same and _said(comparison.before, language) == _said(comparison.after, language)
    heading = _("پاسخ در هر دو یکی است") if is_same else _heading(comparison, language)
    return Difference(heading, is_same, names, (before, after), [one for one in partings if one.only or one.rows])


def _heading(comparison: Comparison, language: str) -> str:
    """What becomes of the number the answer leads with; else only that the answers differ."""
    article = comparison.before.article
    leading = next((one for one in comparison.results if one.name == (article.headline or "value")), None)
    if leading is None:
        return _("پاسخ یکی نیست")
    row = _result(article.name, leading, language)
    return _("%(what)s از %(before)s به %(after)s می‌رسد") % {"what": row.what, "before": row.before, "after": row.after}


def _said(decision: Decision, language: str) -> str:
    return tell(decision, language).answer


def _parting(found: ArticleDifference, names: tuple[str, str], language: str) -> Parting:
    node = found.after or found.before
    only = "" if found.before and found.after else names[0] if found.before else names[1]
    title = words_of(language).article(found.article)["title"]
    if node is None or only or found.before is None or found.after is None:
        return Parting(found.article, title, _cite(node, language) if node else "", only)
    return Parting(found.article, title, _cite(node, language), "", list(_rows(found, found.before, found.after, language)))


def _rows(found: ArticleDifference, before: Node, after: Node, language: str) -> Iterator[Row]:
    if found.is_reworded:
        yield Row(_("متن ماده"), "wording", *(f"{_cite(node, language)}{_since(node, language)}" for node in (before, after)))
    for figure in found.figures:
        yield _figure(figure, language)
    for pair in found.conditions:
        row = _condition(pair, before, after, language)
        if row.before and row.after:
            yield row
    for result in found.results:
        yield _result(found.article, result, language)


def _figure(pair: FigureDifference, language: str) -> Row:
    words = words_of(language)
    one, other = figure_line(pair.before, words), figure_line(pair.after, words)
    why = other.why if pair.after.status == "proposed" else ""
    return Row(one.label, "figure", f"{one.value}{_('،')} {one.since}", f"{other.value}{_('،')} {other.since}", why)


def _condition(pair: ConditionDifference, before: Node, after: Node, language: str) -> Row:
    words = words_of(language)
    said = (condition(Writer(words, node), line.sum, line.value) for node, line in ((before, pair.before), (after, pair.after)))
    return Row(_("شرط"), "condition", *said)


def _result(article: str, pair: ResultDifference, language: str) -> Row:
    words = words_of(language)
    if pair.name == "outcome":
        return Row(_("نتیجه"), "result", *(words.of("outcomes", Outcome(value).name) for value in (pair.before, pair.after)))
    kind = plan_of(ARTICLES[article]).results[pair.name]
    name = words.article(article)["title"] if pair.name == "value" else label(ARTICLES[article], pair.name, language)
    return Row(name, "result", *(valued_result(kind, value)(language) for value in (pair.before, pair.after)))


def _cite(node: Node, language: str) -> str:
    return cite(node.act, node.number, node.clause, words_of(language))


def _since(node: Node, language: str) -> str:
    if not node.since:
        return ""
    words = words_of(language)
    shown = day(date.fromisoformat(node.since), language, words.of("calendar", "months"))
    return f"{_('،')} {words.of('patterns', 'since').format(day=shown)}"
