"""A decision made ready for a page: the answer first, then what stood in the way, what would change it, and what it rests on."""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from opentamin.law import book
from opentamin.law.ask import Changes, Decision, Status, change_lines, tell
from opentamin.law.ask.saying import plain_of
from opentamin.law.days import text_of
from opentamin.law.machine.plans import plan_of
from opentamin.law.words import FigureLine, Step

from .facts_form import DAY

MONEY = ("rials", "rials_day")


@dataclass(frozen=True)
class Answer:
    """What the law of a day says of one case, in words. `kind` is good, need or empty, as notes and tags have it."""

    article: str
    title: str
    cite: str
    law_day: str
    heading: str
    lede: str
    kind: str
    amount: int | None
    rows: list[tuple[str, str]]
    trouble: str
    failed: list[str]
    changes: list[str]
    is_search_cut: bool
    steps: list[Step]
    rests_on: list[FigureLine]
    assumed: list[tuple[str, str]]


def answer_of(decision: Decision, changes: Changes | None, language: str) -> Answer:
    """The words of a decision that is one; `changes` is None where the search took too long."""
    told = tell(decision, language)
    is_decided = decision.status is Status.DECIDED
    rows = [
        (line.label, line.value)
        for name, line in zip(_results(decision), told.amounts, strict=True)
        if decision.entitled is not False or decision.amounts[name]
    ]
    return Answer(
        article=decision.article.name,
        title=told.title,
        cite=told.cite,
        law_day=told.day,
        heading=_heading(decision, told.answer, told.title),
        lede=told.lines[0] if is_decided else "",
        kind={True: "good", False: "need", None: ""}[decision.entitled],
        amount=_amount(decision),
        rows=[] if decision.is_for_a_person else rows,
        trouble=_trouble(decision, language),
        failed=list(told.failed),
        changes=list(change_lines(changes, language)) if changes else [],
        is_search_cut=changes is None,
        steps=[told.step] if told.step else [],
        rests_on=list(told.rests_on),
        assumed=[(line.label, line.value) for line in told.assumed],
    )


def _results(decision: Decision) -> list[str]:
    return [name for name in plan_of(decision.article).results if name in decision.amounts]


def _heading(decision: Decision, answer: str, title: str) -> str:
    """The answer in one sentence."""
    if decision.status is Status.NOT_IN_FORCE:
        return _("این ماده در آن روز در اجرا نبود")
    if decision.status is Status.FIGURE_UNKNOWN:
        return _("رقمی که پاسخ به آن نیاز دارد نزد ما نیست")
    if decision.outcome:
        return answer
    return f"{title} {answer}" if title.endswith(("؟", "?")) else f"{title}: {answer}"


def _amount(decision: Decision) -> int | None:
    """The one sum of the answer, in rials; None where it is none or nothing is due."""
    headline = decision.article.headline or "value"
    kind = plan_of(decision.article).results.get(headline)
    value = decision.amounts.get(headline)
    return value if kind is not None and kind.unit in MONEY and value else None


def _trouble(decision: Decision, language: str) -> str:
    if decision.status is Status.NOT_IN_FORCE:
        spans = [wording.in_force for wording in book.article_page(decision.article.name, language).wordings]
        return _("روزهای اجرای آن: %(spans)s.") % {"spans": _("؛ ").join(spans)}
    return decision.trouble.sentence(language) if decision.trouble is not None else ""


def facts_text(decision: Decision) -> str:
    """The facts as a file the command line takes; the day asked about is said beside it."""
    kinds = plan_of(decision.article).kinds
    table: dict[str, Any] = {
        name: [plain_of(kinds[name], one) for one in value] if isinstance(value, list) else plain_of(kinds[name], value)
        for name, value in decision.facts.items()
        if name in kinds and name != DAY
    }
    return json.dumps(table, ensure_ascii=False, indent=2)


def command(decision: Decision) -> str:
    return f"./run law decide {decision.article.name} --facts facts.json --on {text_of(decision.day)}"
