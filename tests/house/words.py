"""Every sentence that a page or the code asks to have translated, found by Django's own reading of templates and by Python's of code."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import polib

from .tree import OFFICE, ROOT, files

ONE = {"gettext", "gettext_lazy", "gettext_noop", "_"}
MANY = {"ngettext", "ngettext_lazy"}
WITH_CONTEXT = {"pgettext", "pgettext_lazy"}


class Asked(NamedTuple):
    """One sentence asked for: where, its context, the sentence and its plural (empty where there is none)."""

    path: Path
    context: str
    sentence: str
    plural: str


def asked_in_templates() -> Iterator[Asked]:
    from django.template import Template
    from django.templatetags.i18n import BlockTranslateNode, TranslateNode

    for path in files(".html", ".txt"):
        if "templates" not in path.parts or not path.is_relative_to(OFFICE):
            continue
        nodes = Template(path.read_text(encoding="utf-8")).nodelist
        for node in nodes.get_nodes_by_type(TranslateNode):
            literal = getattr(node.filter_expression.var, "literal", node.filter_expression.var)
            yield Asked(path, _context_of(node), str(literal).replace("%", "%%"), "")
        for node in nodes.get_nodes_by_type(BlockTranslateNode):
            singular, _ = node.render_token_list(node.singular)
            plural = node.render_token_list(node.plural)[0] if node.plural else ""
            yield Asked(path, _context_of(node), singular, plural)


def _context_of(node) -> str:
    context = node.message_context
    return str(context.var) if context else ""


def asked_in_code() -> Iterator[Asked]:
    for path in files(".py"):
        if not path.is_relative_to(ROOT / "opentamin") or {"tests", "migrations"} & set(path.parts):
            continue
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                yield from _asked_by(path, call)


def _asked_by(path: Path, call: ast.Call) -> Iterator[Asked]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    texts = [text.value for text in call.args if isinstance(text, ast.Constant) and isinstance(text.value, str)]
    if name in ONE and texts:
        yield Asked(path, "", texts[0], "")
    elif name in MANY and len(texts) > 1:
        yield Asked(path, "", texts[0], texts[1])
    elif name in WITH_CONTEXT and len(texts) > 1:
        yield Asked(path, texts[0], texts[1], "")


@cache
def answered() -> dict[tuple[str, str], polib.POEntry]:
    """Every entry of every English catalogue, by context and sentence."""
    entries = [entry for path in files(".po") if "en" in path.parts for entry in polib.pofile(str(path)) if not entry.obsolete]
    return {(entry.msgctxt or "", entry.msgid): entry for entry in entries}
