"""Sentences for what the law did. Rules hold no prose; one file per language holds it all.

``render(node, language)`` turns an explanation into a Step: the question, the article, its
words, the value, the sum written out, facts and figures with their dates and standing.
"""

from .files import Words, words_of
from .rendering import FactLine, FigureLine, Step, figure_sentence_parts, figure_value, line_words, render

__all__ = [
    "FactLine", "FigureLine", "Step", "Words", "figure_sentence_parts", "figure_value", "line_words",
    "render", "words_of",
]  # fmt: skip
