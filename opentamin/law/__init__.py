"""The law as code: pure functions of facts and dated figures, explained and compiled.

    from opentamin import law
    from opentamin.law.contributions import WorkerMonth, worker_due

    today = law.at(date(2026, 11, 21))
    due = worker_due(WorkerMonth(30, 30, 223_255_500), today)
    why = law.explain(worker_due, WorkerMonth(30, 30, 223_255_500), today)
"""

from . import archive, contributions, days, words
from .articles import ARTICLES, Article, Reference, article
from .dated import Law, at, of_month, unknown_figures
from .engines import Laws, columns, of_months
from .errors import LawError, LawRefused, Missing, NotInForce, OutOfBounds, UnknownFigure
from .nodes import Node, digest, is_enforceable
from .outcomes import Outcome
from .sources import law_hash, rules_hash
from .tracing import explain

__all__ = [
    "ARTICLES", "Article", "Law", "LawError", "LawRefused", "Laws", "Missing", "Node", "NotInForce",
    "OutOfBounds", "Outcome", "Reference", "UnknownFigure", "archive", "article", "at", "columns", "contributions",
    "days", "digest", "explain", "is_enforceable", "law_hash", "of_month", "of_months", "rules_hash",
    "unknown_figures", "words",
]  # fmt: skip
