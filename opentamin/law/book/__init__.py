"""The law as a book of reference: a page for each article, the figures nobody has from an official text, an index.

    from opentamin.law import book

    page = book.article_page("worker_due", "fa")
    page.wordings[0].formula          # its own source, in words
    book.not_official("fa")           # each figure in doubt with what rests on it
    book.index("fa").chapters

Produced from the rules, figures, words and cases alone; pages, prints and the command line show it.
"""

from .figures import figure_history
from .formula import FormulaLine, formula
from .pages import (
    ArticlePage,
    CasePage,
    Doubt,
    FigureHistory,
    FigureRow,
    Group,
    Index,
    Mention,
    OutcomeWords,
    Part,
    RegisteredRuling,
    RulingMention,
    SourceRead,
    Value,
    Wording,
)
from .writing import article_page, case_page, index, not_official, register

__all__ = [
    "ArticlePage", "CasePage", "Doubt", "FigureHistory", "FigureRow", "FormulaLine", "Group", "Index", "Mention",
    "OutcomeWords", "Part", "RegisteredRuling", "RulingMention", "SourceRead", "Value", "Wording", "article_page", "case_page",
    "figure_history", "formula", "index", "not_official", "register",
]  # fmt: skip
