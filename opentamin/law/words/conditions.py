"""The conditions of an article in words, each with its answer, from the expressions an explanation kept."""

import operator
from functools import cache
from typing import TYPE_CHECKING, Any

from ..outcomes import Outcome
from ..primitives import PRIMITIVES

if TYPE_CHECKING:
    from .sums import Writer

COMPARISONS = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
ARITHMETIC = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "//": operator.floordiv, "%": operator.mod, "neg": operator.neg,
}  # fmt: skip
CALLS = {"min": min, "max": max, "abs": abs}
DAY_UNITS = ("day", "month", "years_thousandths")
LEAVES = ("fact", "name", "figure", "article")


def condition(writer: "Writer", shape: list, holds: Any = None) -> str:
    """Each part of a condition with its own answer; parts never reached, and those no word describes, are left out.

    ``holds`` is the answer of the whole, where it is known.
    """
    if shape[0] in LEAVES:
        return _asked(writer, shape)
    if shape[0] != "op":
        return ""
    sign, parts = shape[1], shape[2:]
    if sign == "not":
        return condition(writer, parts[0])
    if sign in ("and", "or"):
        joint = writer.words.of("patterns", "part_join")
        return joint.join(text for text in (condition(writer, part) for part in parts) if text)
    signs = sign.split()
    if not all(one in COMPARISONS for one in signs):
        return ""
    if len(signs) > 1:  # least <= a <= greatest
        pairs = [["op", one, *parts[place : place + 2]] for place, one in enumerate(signs)]
        return condition(writer, ["op", "and", *pairs])
    return _comparison(writer, sign, parts[0], parts[1], holds)


def _asked(writer: "Writer", leaf: list) -> str:
    """A fact, or another article's answer, that is its own answer: «کارآموز: بله»."""
    if leaf[0] not in ("fact", "name", "article") or not isinstance(leaf[2], int):
        return ""
    return f"{_name(writer, leaf)}: {writer.with_unit(leaf[2], 'flag')}".replace("؟:", "؟").replace("?:", "?")


def _comparison(writer: "Writer", sign: str, left: list, right: list, holds: Any) -> str:
    if _is_bare(left) or _is_bare(right):
        return ""
    if right[0] == "code":
        return _chosen(writer, left)
    if left[0] in ("fact", "name", "article") and _is_flag(writer, left) and not isinstance(left[2], dict):
        return _asked(writer, left)
    unit = unit_of(writer, left) or unit_of(writer, right)
    first, second = _shown(writer, left, unit), _shown(writer, right, unit)
    one, other = worth(left), worth(right)
    if holds is None and one is not None and other is not None:
        holds = COMPARISONS[sign](one, other)
    if not first or not second or holds is None:
        return ""
    test = writer.words.of("comparisons", sign).format(a=first, b=second)
    answer = writer.words.of("answers", "yes" if holds else "no")
    return writer.words.of("patterns", "condition").format(test=test, answer=answer)


def _is_flag(writer: "Writer", leaf: list) -> bool:
    """A yes or no: of the article, or of another that was asked or whose answer was handed on under its own name."""
    if leaf[0] == "article":
        return writer.unit_of_article(leaf[1]) == "flag"
    return writer.units.get(leaf[1], "flag" if leaf[1].startswith(("is_", "has_")) else "") == "flag"


def _is_bare(shape: list) -> bool:
    """A part the rule never came to."""
    return shape[0] in LEAVES and shape[2] is None


def worth(shape: list) -> int | None:
    """The number of an expression, from the numbers it holds; None where it holds something else."""
    if shape[0] == "number" or shape[0] in LEAVES:
        return shape[-1] if isinstance(shape[-1], int) else None
    if shape[0] not in ("op", "call"):
        return None
    values = [worth(part) for part in shape[2:]]
    reckon: Any = ARITHMETIC.get(shape[1]) if shape[0] == "op" else CALLS.get(shape[1]) or _primitives().get(shape[1])
    if reckon is None or None in values or (shape[1] in ("//", "%", "divide", "quotient") and values[1] == 0):
        return None
    try:
        return reckon(*values)
    except TypeError:  # a series, or an argument given by name: not all of it is kept
        return None


@cache
def _primitives() -> dict[str, Any]:
    """Functions of whole numbers a rule may call; the same numbers always give the same answer."""
    return {function.__name__: function for function in PRIMITIVES}


def _chosen(writer: "Writer", leaf: list) -> str:
    """A choice asked about: its name and what was chosen, a policy of ours or a fact of the case; or another's outcome."""
    if leaf[:2] == ["name", "outcome"] and isinstance(leaf[2], int):
        return str(writer.words.of("outcomes", Outcome(leaf[2]).name))
    if leaf[0] == "figure" and writer.node is not None:
        used = next(figure for figure in writer.node.figures if figure.name == leaf[1])
        if used.choice:
            return f"{writer.words.of('figures', leaf[1])}: {writer.words.of('choices', leaf[1])[used.choice]}"
    if leaf[0] in ("fact", "name") and leaf[1] in writer.options:
        return f"{writer.label(leaf[1])}: {writer.amount(leaf[1], leaf[2])}"
    return ""


def unit_of(writer: "Writer", shape: list) -> str:
    """The unit of an expression where its number alone would mislead: a day, a month, thousandths of a year."""
    if shape[0] == "figure" and writer.node is not None:
        unit = next((used.unit for used in writer.node.figures if used.name == shape[1]), "")
    elif shape[0] in ("fact", "name"):
        unit = writer.unit_of(shape[1])
    elif shape[0] == "call":
        unit = {"add_months": "day", "day_number": "day", "month_of_day": "month", "next_month": "month"}.get(shape[1], "")
    elif shape[0] == "op" and shape[1] in ("+", "-"):
        unit = _unit_of_sum(writer, shape)
    else:
        unit = ""
    return unit if unit in DAY_UNITS else ""


def _unit_of_sum(writer: "Writer", shape: list) -> str:
    """A day and a number of days make a day; two days apart are a number."""
    units = [unit_of(writer, part) for part in shape[2:]]
    if units == ["day", "day"]:
        return ""
    return "day" if "day" in units else ""


def _shown(writer: "Writer", shape: list, unit: str) -> str:
    """A side of a comparison: its name with its value; of a sum of days only what it comes to."""
    if shape[0] in LEAVES and not isinstance(shape[2], dict):
        name = writer.words.of("figures", shape[1]) if shape[0] == "figure" else _name(writer, shape)
        if isinstance(shape[2], list):
            return f"{name} ({writer.rate(*shape[2])})"
        value = writer.with_unit(shape[2], unit) if unit else writer.beside(shape[1], shape[2])
        return f"{name} ({value})"
    called = _called(writer, shape)
    if called:
        return called
    if unit_of(writer, shape) == "day" or any(unit_of(writer, part) == "day" for part in shape[2:] if shape[0] == "op"):
        number = worth(shape)
        return "" if number is None else writer.with_unit(number, unit_of(writer, shape) or "days")
    return writer.total(shape)


def _called(writer: "Writer", shape: list) -> str:
    """A function of the calendar in words, with its value."""
    pattern = writer.words.find("calls", shape[1]) if shape[0] == "call" else ""
    value = worth(shape)
    parts = [_shown(writer, part, unit_of(writer, part)) for part in shape[2:]] if pattern else []
    if value is None or not parts or not all(parts):
        return ""
    unit = unit_of(writer, shape)
    return pattern.format(*parts, value=writer.with_unit(value, unit or "count"))


def _name(writer: "Writer", shape: list) -> str:
    return str(writer.words.article(shape[1])["title"]) if shape[0] == "article" else writer.label(shape[1])
