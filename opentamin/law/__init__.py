"""The law as code: pure functions of facts and dated figures, explained and compiled.

    from opentamin import law
    from opentamin.law.contributions import WorkerMonth, worker_due

    today = law.at(date(2026, 11, 21))
    due = worker_due(WorkerMonth(30, 30, 223_255_500), today)
    why = law.explain(worker_due, WorkerMonth(30, 30, 223_255_500), today)
"""

from . import (
    adjustment,
    contributions,
    coverage,
    days,
    debts,
    disability,
    hazardous_work,
    old_age,
    pensions,
    procedure,
    rulings,
    schemes,
    short_term,
    survivors,
    unemployment,
    words,
)
from .errors import LawError, LawRefused, Missing, NotInForce, OutOfBounds, UnknownFigure
from .machine import archive
from .machine.articles import ARTICLES, Article, Reference, article
from .machine.dated import Law, Laws, at, of_month, of_months, unknown_figures
from .machine.engines import columns
from .machine.nodes import Node, digest, is_enforceable
from .machine.sources import law_hash, rules_hash
from .machine.tracing import explain
from .outcomes import Outcome

__all__ = [
    "ARTICLES",
    "Article",
    "Law",
    "LawError",
    "LawRefused",
    "Laws",
    "Missing",
    "Node",
    "NotInForce",
    "OutOfBounds",
    "Outcome",
    "Reference",
    "UnknownFigure",
    "adjustment",
    "archive",
    "article",
    "at",
    "columns",
    "contributions",
    "coverage",
    "days",
    "debts",
    "digest",
    "disability",
    "explain",
    "hazardous_work",
    "is_enforceable",
    "law_hash",
    "of_month",
    "of_months",
    "old_age",
    "pensions",
    "procedure",
    "rules_hash",
    "rulings",
    "schemes",
    "short_term",
    "survivors",
    "unemployment",
    "unknown_figures",
    "words",
]  # fmt: skip
