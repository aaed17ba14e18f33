"""The page of one article as plain data, in one language: what a lawyer would want to hold against the act.

Texts are ready to be shown; ``name`` fields are keys, to link by. Days are dates; who shows them writes them.
"""

from dataclasses import dataclass
from datetime import date

from .formula import FormulaLine


@dataclass(frozen=True)
class Mention:
    """Another article: ``name`` to link by, its title and where it stands."""

    name: str
    title: str
    cite: str


@dataclass(frozen=True)
class SourceRead:
    """A source as figures and versions name it, and what it is in words, where the words know it."""

    key: str
    text: str


@dataclass(frozen=True)
class Wording:
    """One version of an article. ``ends`` is the last day it governs, None while it does; annulled, it has no formula."""

    cite: str
    starts: date
    ends: date | None
    known_from: date
    in_force: str
    sources: tuple[SourceRead, ...]
    is_annulled: bool
    formula: tuple[FormulaLine, ...]


@dataclass(frozen=True)
class FigureRow:
    """A figure from one day on: its value in words, how well it is known (``status`` a key), and from where."""

    value: str
    since: date
    since_text: str
    known_from: date
    status: str
    status_text: str
    sources: tuple[SourceRead, ...]
    why: str


@dataclass(frozen=True)
class FigureHistory:
    """A figure through time, oldest row first. ``choices`` are all values a choice of ours may have."""

    name: str
    label: str
    cite: str
    unit: str
    ask: str
    rows: tuple[FigureRow, ...]
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A fact an article asks for, or a part of its answer.

    ``unit`` is the key of its kind and ``described`` says it in words; ``options`` are the things it may name.
    ``default`` is empty where it is needed or is part of an answer.
    """

    name: str
    label: str
    unit: str
    described: str
    least: str
    greatest: str
    options: tuple[str, ...]
    default: str
    is_series: bool


@dataclass(frozen=True)
class OutcomeWords:
    """An outcome the article may end in: its key and its sentence."""

    name: str
    text: str


@dataclass(frozen=True)
class Value:
    """A fact given or an amount expected in a case."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class CasePage:
    """A written case; ``mark`` is its number among the worked examples, ``is_met`` whether the law answers so.

    ``says`` is its sentence in the language of the page, empty where nobody has written it.
    """

    mark: str
    says: str
    article: str
    day: date
    day_text: str
    facts: tuple[Value, ...]
    expected: tuple[Value, ...]
    outcome: str
    outcome_text: str
    reasons: tuple[Mention, ...]
    is_met: bool


@dataclass(frozen=True)
class RulingMention:
    """A ruling on an article, or on a figure it reads: ``key`` to link by, what was held in our own words.

    ``proof`` is the key of how well it is proved, ``annuls`` what it ended, ``figures`` the names of those that follow it.
    """

    key: str
    title: str
    day: date
    day_text: str
    is_day_rebuilt: bool
    subject: str
    holding: str
    proof: str
    proof_text: str
    sources: tuple[SourceRead, ...]
    annuls: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True)
class RegisteredRuling:
    """A ruling in the register: what it says, and the articles that follow it or are touched by it."""

    ruling: RulingMention
    subject_key: str
    articles: tuple[Mention, ...]


@dataclass(frozen=True)
class ArticlePage:
    """All there is to say of one article.

    ``figures`` are read by its own versions, ``figures_below`` by the articles it calls. ``wordings`` stand latest
    first. ``cases`` ask this article, ``cases_through`` ask another and name this one among the reasons.
    """

    name: str
    language: str
    title: str
    text: str
    cite: str
    act: str
    number: str
    clause: str
    chapter: str
    chapter_title: str
    wordings: tuple[Wording, ...]
    facts: tuple[Part, ...]
    answers: tuple[Part, ...]
    outcomes: tuple[OutcomeWords, ...]
    figures: tuple[FigureHistory, ...]
    figures_below: tuple[FigureHistory, ...]
    cases: tuple[CasePage, ...]
    cases_through: tuple[CasePage, ...]
    rulings: tuple[RulingMention, ...]
    calls: tuple[Mention, ...]
    cited_by: tuple[Mention, ...]


@dataclass(frozen=True)
class Doubt:
    """A figure of which some rows are not from an official text, and what rests on it.

    ``rows`` are those rows alone. ``readers`` read it themselves; ``dependants`` are all that come to it, readers included.
    """

    figure: FigureHistory
    rows: tuple[FigureRow, ...]
    readers: tuple[Mention, ...]
    dependants: tuple[Mention, ...]


@dataclass(frozen=True)
class Group:
    """Articles under one heading of the index: an act or a chapter."""

    name: str
    title: str
    articles: tuple[Mention, ...]


@dataclass(frozen=True)
class Index:
    """Every article twice: by the act it stands in and by the chapter that holds it."""

    acts: tuple[Group, ...]
    chapters: tuple[Group, ...]
