"""An estimate as a PDF: the answer, the facts it was given, the reasons, and what it rests on. It carries no code to verify:
nobody decided it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opentamin.law.words import FigureLine, Step
from opentamin.office.kit import days, numbers
from opentamin.office.records.letters import render_pdf

from .calculator import Calculator
from .estimate import Estimate

LETTER = Path(__file__).parent / "letters" / "estimate.typ"


def estimate_pdf(calculator: Calculator, answer: Estimate, given: Sequence[tuple[str, str]], *, now: datetime) -> bytes:
    """The bytes of the paper, in the language of the page."""
    return render_pdf(LETTER, paper_data(calculator, answer, given, now), now=now)


def paper_data(calculator: Calculator, answer: Estimate, given: Sequence[tuple[str, str]], now: datetime) -> dict:
    """All the paper says, in words."""
    return {
        "language": get_language() or "fa",
        "unit": _("برآورد؛ رأی نیست"),
        "day": days.day_plain(timezone.localdate(now)),
        "title": answer.heading,
        "question": str(calculator.question),
        "said": answer.lede,
        "amount": f"{numbers.grouped(answer.amount)} {_('ریال')}{numbers.NBSP}{answer.amount_unit}" if answer.amount is not None else "",
        "rows": [list(row) for row in answer.rows],
        "given_title": _("آنچه شما گفتید"),
        "given": [[name, numbers.digits(value)] for name, value in given],
        "steps_title": _("محاسبه، ماده به ماده"),
        "steps": [_step(step) for step in answer.steps],
        "rests_title": _("این برآورد بر این رقم‌ها تکیه دارد که سند رسمی‌شان دیده نشده است"),
        "rests": [_figure(line) for line in answer.rests_on],
        "notes": [str(note) for note in (*answer.stopped, *answer.troubles, *answer.notes)],
        "foot": _("این برگ برآورد است، نه رأی. رأی را تنها سازمان پس از درخواست شما می‌دهد."),
    }


def _step(step: Step) -> dict:
    return {
        "title": step.title, "cite": step.cite, "value": step.value, "calc": step.calc,
        "outcome": step.outcome, "children": [_step(child) for child in step.children],
    }  # fmt: skip


def _figure(line: FigureLine) -> str:
    return f"{line.label}: {line.value} ({line.cite}{_('؛')} {line.since}{_('؛')} {line.status})"
