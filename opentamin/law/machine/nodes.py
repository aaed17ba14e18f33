"""What one article did, as plain data: the node of an explanation."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Line:
    """One assignment, condition or return.

    ``sum`` is the expression with the values it met, as nested lists:
    ["number", 7] · ["fact" | "name" | "figure" | "article", name, value] ·
    ["op", sign, …] · ["call", name, …] · ["row", {field: …}] · ["code", name].
    A line inside a loop is folded: its last value, and how many times it ran.
    """

    kind: str  # set | if | return
    name: str
    value: Any
    sum: list
    at: int
    times: int = 1


@dataclass
class FigureUsed:
    """A figure an article read, with its row in force."""

    name: str
    value: Any
    unit: str
    choice: str
    since: str
    known_from: str
    status: str
    source: str
    why: str
    act: str
    number: str


@dataclass
class Node:
    """One article applied: law hash, day, reference, facts, figures, lines, answer, children.

    Days are ISO (Gregorian). ``outcome`` is the name of an Outcome, or empty.
    """

    law: str
    day: str
    known_on: str
    article: str
    act: str
    number: str
    clause: str
    since: str
    headline: str
    unit: str
    inputs: dict[str, Any]
    figures: list[FigureUsed] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    output: Any = None
    outcome: str = ""
    children: list["Node"] = field(default_factory=list)
    times: int = 1

    def to_dict(self) -> dict[str, Any]:
        """JSON-able copy; values are shared with the node, which nobody changes."""
        return {
            **vars(self),
            "figures": [dict(vars(figure)) for figure in self.figures],
            "lines": [dict(vars(line)) for line in self.lines],
            "children": [child.to_dict() for child in self.children],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Node":
        """The node again from its stored form."""
        return cls(**{
            **data,
            "figures": [FigureUsed(**figure) for figure in data["figures"]],
            "lines": [Line(**line) for line in data["lines"]],
            "children": [cls.from_dict(child) for child in data["children"]],
        })  # fmt: skip

    def walk(self):
        """This node and all below it, in the order of the calculation."""
        yield self
        for child in self.children:
            yield from child.walk()


def digest(node: Node) -> str:
    """sha256 (hex) of what was decided and why.

    It leaves out the law hash and line numbers: a later release that reaches the same
    answer by the same steps meets the same digest, whatever else it changed.
    """
    text = json.dumps(_essence(node.to_dict()), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _essence(data: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in data.items() if name != "law"}
    kept["lines"] = [{n: v for n, v in line.items() if n != "at"} for line in data["lines"]]
    kept["children"] = [_essence(child) for child in data["children"]]
    return kept


def is_enforceable(node: Node) -> bool:
    """Whether nothing in the explanation rests on a figure that is only recollected, or proposed."""
    return all(figure.status not in ("recollected", "proposed") for part in node.walk() for figure in part.figures)
