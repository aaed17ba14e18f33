"""What a calculator answers: a sentence, perhaps a sum, and the decisions of the law it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import zip_longest
from typing import Any

from django.utils.translation import get_language

from opentamin.law import words
from opentamin.law.ask import Decision, change_lines, tell, what_changes
from opentamin.law.words import FigureLine, Step

UNCERTAIN = ("recollected", "policy")
YEARS_AWAITED = 5


@dataclass(frozen=True)
class Estimate:
    """An answer, not a decision.

    `heading` is the answer in one sentence, `lede` the next one, `amount` the one sum of the page in rials (per month, day
    or once: `amount_unit` says). `rows` are names and values read at a glance. `decisions` are shown step by step; `whose`
    names whom each is about, where there are several. `refused` is the decision that says no. `more` is what the
    calculator's own template shows besides.
    """

    heading: str
    lede: str = ""
    amount: int | None = None
    amount_unit: str = ""
    rows: Sequence[tuple[str, str]] = ()
    decisions: Sequence[Decision] = ()
    whose: Sequence[str] = ()
    refused: Decision | None = None
    notes: Sequence[str] = ()
    more: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def steps(self) -> list[Step]:
        """The reasoning in the language of the page, one step for each article that was asked first."""
        language = get_language() or "fa"
        named = zip_longest(self.decisions, self.whose[: len(self.decisions)], fillvalue="")
        return [_of(whom, words.render(one.node, language)) for one, whom in named if one.node is not None]

    @property
    def law_day(self) -> date | None:
        """The day by whose law the answer was worked out."""
        return self.decisions[0].day if self.decisions else None

    @cached_property
    def rests_on(self) -> list[FigureLine]:
        """Figures nobody has proved yet, recollected or chosen, each once."""
        found = [line for step in self.steps for line in _uncertain(step)]
        return list(dict.fromkeys(found))

    @cached_property
    def stopped(self) -> tuple[str, ...]:
        """The first condition that failed, with its article; several where any one of them would have done."""
        return tell(self.refused, get_language() or "fa").failed if self.refused is not None else ()

    @property
    def is_for_a_person(self) -> bool:
        """Whether an officer has to answer: nothing failed, the law stops there."""
        return self.refused is not None and self.refused.is_for_a_person

    @cached_property
    def changes(self) -> tuple[str, ...]:
        """What would turn a refusal: time, or a single fact."""
        if self.refused is None:
            return ()
        return change_lines(what_changes(self.refused, years=YEARS_AWAITED), get_language() or "fa")

    @property
    def troubles(self) -> list[str]:
        """Why the law could not answer: a figure we do not know, an article not in force."""
        language = get_language() or "fa"
        return [decision.trouble.sentence(language) for decision in self.decisions if decision.trouble is not None]


def _of(whom: str, step: Step) -> Step:
    """A step that says whom it is about; its facts are those of the form, which stand beside the answer."""
    return replace(step, title=f"{whom}: {step.title}" if whom else step.title, facts=())


def _uncertain(step: Step) -> list[FigureLine]:
    own = [figure for figure in step.figures if figure.status_key in UNCERTAIN]
    return [*own, *(line for child in step.children for line in _uncertain(child))]
