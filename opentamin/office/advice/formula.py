"""A line of a formula for a page: the articles and figures it speaks of lead to where they stand."""

import re

from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from opentamin.law.book import ArticlePage, FormulaLine


def linked(line: FormulaLine, page: ArticlePage) -> SafeString:
    """The text of the line with links; only names the line itself says it uses are looked for."""
    targets = _targets(line, page)
    if not targets:
        return conditional_escape(line.text)
    names = "|".join(re.escape(name) for name in sorted(targets, key=len, reverse=True))
    parts = re.split(rf"(?<!\w)({names})(?!\w)", line.text)
    return mark_safe("".join(_part(part, targets) for part in parts))  # noqa: S308 - every part is escaped


def _targets(line: FormulaLine, page: ArticlePage) -> dict[str, str]:
    """Addresses by the words that lead there."""
    figures = {figure.name: figure.label for figure in page.figures}
    articles = {one.name: one.title for one in page.calls}
    return {
        **{figures[name]: f"#figure-{name}" for name in line.figures if name in figures},
        **{articles[name]: reverse("advice:article", args=[name]) for name in line.articles if name in articles},
    }


def _part(part: str, targets: dict[str, str]) -> str:
    if part not in targets:
        return conditional_escape(part)
    return format_html('<a href="{}">{}</a>', targets[part], part)
