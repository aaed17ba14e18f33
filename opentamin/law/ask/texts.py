"""The text of a question, JSON or YAML, as a table of what was written. Nothing is understood yet.

Every scalar stays text: 010, 1:30, yes and 1403-02-31 mean what a person means by them, not what
a file format once decided.
"""

import json
from typing import Any, NoReturn

import yaml

from ..errors import LawError
from .saying import as_written, in_both, numbered

TEXT_MAX = 200_000


class Unwritten(LawError):
    """The text is no table of names and values; ``code`` says what is wrong with it."""

    def __init__(self, code: str, **parts: Any) -> None:
        said = in_both("texts", code, **{name: numbered(part) if isinstance(part, int) else as_written(part) for name, part in parts.items()})
        super().__init__(said["fa"], said["en"])
        self.code = code


def read_table(text: str | bytes) -> dict[str, Any]:
    """Names and values of a JSON or YAML text; Unwritten when it is not one table.

    Lists and sections come back as lists and tables; who reads them refuses what it does not expect.
    """
    written = _decoded(text)
    try:
        found = _json(written) if written.lstrip().startswith("{") else _Plain.load(written)
    except RecursionError:
        raise Unwritten("too_deep") from None
    if not isinstance(found, dict):
        raise Unwritten("not_pairs")
    return found


def _decoded(text: str | bytes) -> str:
    if len(text) > TEXT_MAX:
        raise Unwritten("too_long", greatest=TEXT_MAX)
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unwritten("not_text") from None


def _json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        try:  # a YAML table in braces, with names that stand without quotes
            return _Plain.load(text)
        except Unwritten:
            raise Unwritten("broken", row=error.lineno) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for name, value in pairs:
        if name in table:
            raise Unwritten("twice", value=shown(name))
        table[name] = value
    return table


class _Plain(yaml.SafeLoader):
    """YAML of texts only: no numbers, days or truth guessed, no references, no name twice."""

    yaml_implicit_resolvers: dict = {}

    @classmethod
    def load(cls, text: str) -> Any:
        try:
            return yaml.load(text, Loader=cls)
        except yaml.YAMLError as error:
            _refuse(error)
        except ValueError:  # a tag such as !!int before something else
            raise Unwritten("broken_somewhere") from None

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise Unwritten("reference")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict:
        names = [name.value for name, _ in node.value if isinstance(name.value, str)]
        if len(names) < len(node.value):
            raise Unwritten("not_pairs")
        return _once([(name, self.construct_object(value, deep=True)) for name, (_, value) in zip(names, node.value, strict=True)])

    def construct_text(self, node: Any) -> Any:
        """A scalar as its own text; nothing at all where nothing stands."""
        if isinstance(node, yaml.MappingNode):
            return self.construct_mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.construct_object(part, deep=True) for part in node.value]
        return None if node.style is None and node.value in ("", "~", "null") else node.value


_Plain.yaml_constructors = {None: _Plain.construct_text}


def _refuse(error: yaml.YAMLError) -> NoReturn:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        raise Unwritten("broken_somewhere") from None
    raise Unwritten("broken", row=mark.line + 1) from None


def shown(written: Any) -> str:
    """What somebody wrote, short enough and plain enough to be shown to them again."""
    text = "".join(sign if sign.isprintable() else " " for sign in str(written)[:200])
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
