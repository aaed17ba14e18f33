"""Putting a changed rule in the place of the right one, in this process and for good: do it in a process of its own."""

import ast
from collections.abc import Callable
from dataclasses import replace

from opentamin.law import days
from opentamin.law.machine import engines, tracing
from opentamin.law.machine.rewriting import Rewriter

from .changes import CHANGEOVER, Change


def plant(change: Change) -> None:
    """From now on the rule runs changed, plainly and explained."""
    function = change.rule.function
    if change.kind == CHANGEOVER:
        _take_over_on(change)
        return
    definition = change.definition
    function.__code__ = change.compiled(definition).__code__
    if not change.rule.article:
        return
    changed = _script(change, definition)
    known = tracing.script_of

    def script_of(asked: Callable) -> tracing.Script:
        return changed if asked is function else known(asked)

    tracing.script_of = script_of  # type: ignore[assignment]


def _take_over_on(change: Change) -> None:
    """The version begins on the changed day, and the one before it ends there."""
    article = change.rule.article
    starts = days.number_of(days.date_from_text(ast.literal_eval(change.new)))
    own = next(version for version in article.versions if version.function is change.rule.function)
    known = starts if own.known == own.starts else own.known
    article.versions = tuple(
        replace(version, starts=starts, known=known) if version is own
        else replace(version, ends=starts) if version.ends == own.starts else version
        for version in article.versions
    )  # fmt: skip


def _script(change: Change, definition: ast.FunctionDef) -> tracing.Script:
    writer = Rewriter(change.rule.function, definition)
    space = dict(change.rule.function.__globals__)
    exec(compile(writer.rewrite(), f"<{change.rule.file}, changed and traced>", "exec"), space)  # noqa: S102 - our own source
    return tracing.Script(space[change.rule.name], writer.leaves, writer.lines)


def answer_plainly() -> None:
    """Compiled columns answer plainly: a kernel made of the right rule would judge the changed one by the right answer."""

    def chosen(engine: str, count: int) -> str:
        return "plain"

    engines._chosen = chosen
