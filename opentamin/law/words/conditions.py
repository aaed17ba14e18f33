"""The conditions of an article in words, each with its answer, from the expressions an explanation kept."""

import operator
from typing import TYPE_CHECKING, Any

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
    """A fact that is its own answer: «کارآموز: بله»."""
    if leaf[0] not in ("fact", "name") or not isinstance(leaf[2], int):
        return ""
    return f"{writer.label(leaf[1])}: {writer.with_unit(leaf[2], 'flag')}"


def _comparison(writer: "Writer", sign: str, left: list, right: list, holds: Any) -> str:
    if _is_bare(left) or _is_bare(right):
        return ""
    if right[0] == "code":
        return _chosen(writer, left)
    if left[0] == "fact" and writer.units.get(left[1]) == "flag":
        return _asked(writer, left)
    unit = _unit(writer, left) or _unit(writer, right)
    first, second = _shown(writer, left, unit), _shown(writer, right, unit)
    one, other = worth(left), worth(right)
    if holds is None and one is not None and other is not None:
        holds = COMPARISONS[sign](one, other)
    if not first or not second or holds is None:
        return ""
    test = writer.words.of("comparisons", sign).format(a=first, b=second)
    answer = writer.words.of("answers", "yes" if holds else "no")
    return writer.words.of("patterns", "condition").format(test=test, answer=answer)


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
    reckon: Any = ARITHMETIC.get(shape[1]) if shape[0] == "op" else CALLS.get(shape[1])
    if reckon is None or None in values or (shape[1] in ("//", "%") and values[-1] == 0):
        return None
    return reckon(*values)


def _chosen(writer: "Writer", leaf: list) -> str:
    """A choice asked about: its name and what was chosen, a policy of ours or a fact of the case."""
    if leaf[0] == "figure" and writer.node is not None:
        used = next(figure for figure in writer.node.figures if figure.name == leaf[1])
        if used.choice:
            return f"{writer.words.of('figures', leaf[1])}: {writer.words.of('choices', leaf[1])[used.choice]}"
    if leaf[0] in ("fact", "name") and leaf[1] in writer.options:
        return f"{writer.label(leaf[1])}: {writer.amount(leaf[1], leaf[2])}"
    return ""


def _unit(writer: "Writer", shape: list) -> str:
    """The unit of one side where its number alone would mislead: a day, a month, thousandths of a year."""
    if shape[0] == "figure" and writer.node is not None:
        unit = next((used.unit for used in writer.node.figures if used.name == shape[1]), "")
    elif shape[0] in ("fact", "name"):
        unit = writer.unit_of(shape[1])
    else:
        unit = ""
    return unit if unit in ("day", "month", "years_thousandths") else ""


def _shown(writer: "Writer", shape: list, unit: str) -> str:
    """A side of a comparison: its name with its value."""
    if shape[0] not in LEAVES or isinstance(shape[2], dict):
        return writer.total(shape)
    name = writer.words.of("figures", shape[1]) if shape[0] == "figure" else _name(writer, shape)
    if isinstance(shape[2], list):
        return f"{name} ({writer.rate(*shape[2])})"
    value = writer.with_unit(shape[2], unit) if unit else writer.beside(shape[1], shape[2])
    return f"{name} ({value})"


def _name(writer: "Writer", shape: list) -> str:
    return str(writer.words.article(shape[1])["title"]) if shape[0] == "article" else writer.label(shape[1])
