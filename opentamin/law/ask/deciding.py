"""Deciding a case: the answer, its amounts, its reasons, what it rests on; or the next question.

An answer is always given: where a figure is unknown, a fact is missing or the article is not in
force, the decision says so. Only facts out of their bounds are an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from ..days import number_of
from ..errors import LawError, Missing, NotInForce, UnknownFigure
from ..kinds import Kind
from ..machine.articles import Article
from ..machine.dated import Law, at
from ..machine.nodes import FigureUsed, Node
from ..machine.plans import called_by, plan_of
from ..machine.tracing import arguments_of, assumed_by, script_of, trace
from ..words import words_of
from .saying import kind_key, label, say
from .schema import facts_schema
from .standing import UNKNOWN, Condition, entitled, failed

UNPROVEN = ("recollected", "policy", "proposed")


class Status(StrEnum):
    """How far a question came."""

    DECIDED = "decided"
    MISSING = "missing"
    FIGURE_UNKNOWN = "figure_unknown"
    NOT_IN_FORCE = "not_in_force"


@dataclass(frozen=True)
class Question:
    """A fact to ask for: its name, what it is called, and what kind of answer it takes."""

    article: Article
    name: str

    @property
    def kind(self) -> Kind:
        return plan_of(self.article).kinds[self.name]

    def label(self, language: str) -> str:
        return label(self.article, self.name, language)

    def text(self, language: str) -> str:
        """The question as a sentence."""
        kind = self.kind
        return say(language, "questions", kind_key(kind), fact=self.label(language), options=self._options(language))

    def _options(self, language: str) -> str:
        words = words_of(language)
        return words.of("patterns", "or").join(words.option(self.kind, place) for place in range(len(self.kind.options)))

    def to_dict(self, language: str) -> dict[str, Any]:
        shape = facts_schema(self.article, language)["properties"][self.name]
        return {"name": self.name, "label": self.label(language), "text": self.text(language), "schema": shape}


@dataclass(frozen=True)
class Decision:
    """What the law of a day says of one case.

    ``amounts`` are whole numbers by the name of each result ("value" where there is one number);
    ``entitled`` is None where no right was asked about or the facts allow no answer; ``assumed`` are
    facts not given for which the rule has a usual value; ``failed`` is what stood in the way;
    ``rests_on`` are figures nobody proved: recollected, chosen as policy, or proposed by a reform.
    """

    article: Article
    status: Status
    day: date
    known_on: date | None
    law: str
    facts: dict[str, Any]
    assumed: dict[str, Any] = field(default_factory=dict)
    outcome: str = ""
    entitled: bool | None = None
    amounts: dict[str, int] = field(default_factory=dict)
    node: Node | None = None
    failed: tuple[Condition, ...] = ()
    rests_on: tuple[FigureUsed, ...] = ()
    question: Question | None = None
    trouble: LawError | None = None

    @property
    def is_for_a_person(self) -> bool:
        """Whether the facts allow no answer, so that an officer decides."""
        return self.outcome == UNKNOWN

    def to_dict(self, language: str) -> dict[str, Any]:
        """The decision as JSON can hold it, worded in one language; days are Jalali text."""
        from .telling import as_data

        return as_data(self, language)


def prepare(article: Article, facts: Mapping[str, Any], on: date, known_on: date | None = None) -> tuple[dict[str, Any], Law]:
    """The facts with the day asked about, where the article takes it and it was not given; and the law of that day."""
    ready = dict(facts)
    if "day" in plan_of(article).kinds and "day" not in ready:
        ready["day"] = number_of(on)
    return ready, at(on, known_on)


def decide(article: Article, facts: Mapping[str, Any], law: Law) -> Decision:
    """The decision of a case by the law of a day; OutOfBounds where a fact is beyond its kind."""
    given = dict(facts)
    common: dict[str, Any] = {"article": article, "day": law.day, "known_on": law.known_on, "law": law.hash, "facts": given}
    try:
        arguments = arguments_of(article, given)
        node, _ = trace(article, (*arguments, law))
    except Missing as missing:
        return Decision(status=Status.MISSING, question=Question(article, missing.name), **common)
    except UnknownFigure as unknown:
        return Decision(status=Status.FIGURE_UNKNOWN, trouble=unknown, **common)
    except NotInForce as ended:
        return Decision(status=Status.NOT_IN_FORCE, trouble=ended, **common)
    is_granted = entitled(node)
    return Decision(
        status=Status.DECIDED,
        assumed=assumed_by(arguments),
        outcome=node.outcome,
        entitled=is_granted,
        amounts=amounts_of(node),
        node=node,
        failed=failed(node) if is_granted is False or node.outcome == UNKNOWN else (),
        rests_on=unproven(node),
        **common,
    )


def amounts_of(node: Node) -> dict[str, int]:
    """Results of a node by name, without its outcome."""
    if not isinstance(node.output, dict):
        return {"value": node.output}
    return {name: value for name, value in node.output.items() if name != "outcome"}


def unproven(node: Node) -> tuple[FigureUsed, ...]:
    """Figures of a trace that are recollected, policy or proposed, each row once."""
    found = {(used.name, used.since): used for part in node.walk() for used in part.figures if used.status in UNPROVEN}
    return tuple(found.values())


def next_question(article: Article, facts: Mapping[str, Any], law: Law) -> Question | None:
    """The fact the rule comes to first and was not given; None where none is needed or none would help."""
    return decide(article, facts, law).question


def questions_left(article: Article, facts: Mapping[str, Any], law: Law) -> tuple[Question, ...]:
    """The next question and those that may follow it, at most; how many depends on the answers."""
    first = next_question(article, facts, law)
    if first is None:
        return ()
    plan = plan_of(article)
    read = _may_read(article, law, set())
    rest = [
        Question(article, name)
        for name in plan.kinds
        if name not in facts and name not in plan.defaults and name != first.name and name in read
    ]
    return (first, *rest)


def _may_read(article: Article, law: Law, seen: set[str]) -> set[str]:
    """Names of facts an article and those it calls may read on a day."""
    try:
        version = article.version_for(law)
    except NotInForce:
        return set()
    if article.name in seen or version is None or version.function is None:
        return set()
    seen.add(article.name)
    names = {name for kind, name in script_of(version.function).leaves if kind == "fact"}
    for called in called_by(version.function):
        names |= _may_read(called, law, seen)
    return names | {name for name in article.parameters if name in plan_of(article).kinds}

