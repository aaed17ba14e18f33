"""Sums written out with their numbers, from the expressions an explanation kept.

Nothing here is worded by hand: the sum shown is the sum that ran.
"""

from typing import Any

from ..days import date_of
from ..kinds import Kind, kind_of
from ..machine.nodes import Line, Node
from ..machine.plans import plan_of
from .conditions import condition, unit_of, worth
from .files import Words
from .numerals import day, digits, fraction, number

SIGNS = {"+": " + ", "-": " − ", "*": " × ", "//": " ÷ "}
QUOTIENTS = {"portion": "*", "divide": "//"}


class Writer:
    """Writes the values and sums of one node in one language."""

    def __init__(self, words: Words, node: Node | None) -> None:
        self.words, self.node = words, node
        kinds = _kinds(node) if node is not None else {}
        self.units = {name: kind.unit for name, kind in kinds.items()}
        self.options = {name: kind for name, kind in kinds.items() if kind.options}

    # Values

    def label(self, name: str) -> str:
        return self.words.variable(self.node.article if self.node else "", name)

    def with_unit(self, value: Any, unit: str) -> str:
        """«۳۰ روز», «بله», «۱۵٬۶۲۷٬۸۸۵ ریال»."""
        if unit in ("day", "month"):
            return self._calendar(value, unit)
        if unit == "flag" or isinstance(value, bool):
            return self.words.of("answers", "yes" if value else "no")
        if unit == "years_thousandths":
            text = fraction(value, 1_000, self.words.language)
            return self.words.of("units", "years").format(n=text)
        text = number(value, self.words.language)
        pattern = self.words.find("units", unit, "{n}")
        return (self.words.find("units_one", unit, pattern) if value == 1 else pattern).format(n=text)

    def _calendar(self, value: int, unit: str) -> str:
        """«۳۰ آذر ۱۴۰۵» of a day number, «آبان ۱۴۰۵» of a month."""
        months = self.words.of("calendar", "months")
        if unit == "day":
            return day(date_of(value), self.words.language, months)
        return f"{months[value % 100 - 1]} {digits(str(value // 100), self.words.language)}"

    def amount(self, name: str, value: Any) -> str:
        """A fact or result with the unit of its kind, or the name of the thing it stands for."""
        if name in self.options:
            return self.words.option(self.options[name], value)
        return self.with_unit(value, self.units.get(name, "count"))

    def result(self, name: str, value: Any) -> str:
        """A result; a day or month nobody gave reads as none."""
        if value == 0 and self.units.get(name) in ("day", "month"):
            return self.words.of("patterns", "nothing")
        return self.amount(name, value)

    def rate(self, numerator: int, denominator: int) -> str:
        """«۷ درصد»."""
        percent = fraction(numerator * 100, denominator, self.words.language)
        return self.words.of("units", "percent").format(n=percent)

    # Sums

    def total(self, shape: list) -> str:
        """An expression with its numbers: ۲۲۳٬۲۵۵٬۵۰۰ × ۷ درصد."""
        head = shape[0]
        if head in ("fact", "name", "figure", "article"):
            return self._leaf(shape)
        if head == "number":
            return number(shape[1], self.words.language)
        if head == "call":
            return self._call(shape)
        if head == "op" and shape[1] in SIGNS:
            parts = [self._inside(part, shape[1]) for part in shape[2:]]
            return SIGNS[shape[1]].join(parts) if all(parts) else ""
        return ""

    def _inside(self, shape: list, sign: str) -> str:
        text = self.total(shape)
        looser = shape[0] == "op" and shape[1] in ("+", "-") and sign in ("*", "//")
        return f"({text})" if looser else text

    def _leaf(self, shape: list) -> str:
        value = shape[2]
        if isinstance(value, list) and len(value) == 2:
            return self.rate(*value)
        if isinstance(value, dict):
            return self.label(shape[1]) if shape[0] == "name" else ""
        if shape[0] == "fact" and self.units.get(shape[1]) == "days" and value is not None:
            return self.with_unit(value, "days")
        return "" if value is None else number(value, self.words.language)

    def _call(self, shape: list) -> str:
        """A share, a quotient, or the least or greatest of several; empty where a part cannot be shown."""
        name, parts = shape[1], shape[2:]
        if name in QUOTIENTS:
            sign = QUOTIENTS[name]
            first, second = self._inside(parts[0], sign), self._inside(parts[1], sign)
            if parts[1][0] == "op" and second and not second.startswith("("):
                second = f"({second})"
            return SIGNS[sign].join((first, second)) if first and second else ""
        if name in ("min", "max"):
            shown = [self.total(part) for part in parts]
            joined = self.words.of("patterns", "and").join(shown)
            return self.words.of("patterns", name).format(parts=joined) if all(shown) else ""
        return ""

    def equation(self, shape: list, value: Any) -> str:
        """The sum and its result; where rounding moved it, the exact result before it."""
        text = self.total(shape)
        is_sum = shape[0] in ("op", "call") and isinstance(value, int) and not isinstance(value, bool)
        if not text or not is_sum or self._speaks_of_days(shape):
            return ""
        exact = self._exact(shape)
        result = number(value, self.words.language)
        if exact is not None and exact != result:
            return self.words.of("patterns", "rounded").format(sum=text, exact=exact, result=result)
        return f"{text} = {result}"

    def _exact(self, shape: list) -> str | None:
        """The unrounded result of a share or a quotient, in decimals."""
        if shape[0] != "call" or shape[1] not in QUOTIENTS:
            return None
        amount, rate = worth(shape[2]), shape[3][-1]
        if shape[1] == "divide":
            divisor = worth(shape[3])
            return fraction(amount, divisor, self.words.language) if amount is not None and divisor else None
        if amount is None or not isinstance(rate, list) or len(rate) != 2 or not isinstance(rate[0], int):
            return None
        return fraction(amount * rate[0], rate[1], self.words.language)

    def _speaks_of_days(self, shape: list) -> bool:
        """Arithmetic of the calendar is no sum a reader would check."""
        if unit_of(self, shape) in ("day", "month"):
            return True
        return shape[0] in ("op", "call") and any(self._speaks_of_days(part) for part in shape[2:])

    # Lines

    def lines(self) -> tuple[str, ...]:
        """Conditions met and sums made on the way, in the order of the article."""
        return tuple(dict.fromkeys(text for _, text in self.numbered_lines()))

    def numbered_lines(self) -> list[tuple[int, str]]:
        """The same with the place of each line in the trace, from 0; what stands twice is said twice."""
        written = [self._line(line) for line in (self.node.lines if self.node else [])]
        return [(place, text) for place, text in enumerate(written) if text]

    def _line(self, line: Line) -> str:
        if line.kind == "if":
            text = condition(self, line.sum, line.value)
        elif line.kind == "set":
            equation = self.equation(line.sum, line.value)
            text = f"{self.label(line.name)}: {equation}" if equation else ""
        else:
            text = ""
        if text and line.times > 1:
            times = number(line.times, self.words.language)
            text += self.words.of("patterns", "times").format(n=times)
        return text

    def beside(self, name: str, value: Any) -> str:
        """A value beside its name: days as days and options by name, amounts without their unit."""
        if name in self.options:
            return self.amount(name, value)
        unit = self.unit_of(name)
        return self.with_unit(value, unit) if unit in ("day", "month", "years_thousandths", "flag") else number(value, self.words.language)

    def unit_of(self, name: str) -> str:
        """Unit of a fact or result, or of a step that is another article's answer or a day worked out on the way."""
        if name in self.units:
            return self.units[name]
        lines = self.node.lines if self.node else []
        made = next((line.sum[1] for line in reversed(lines) if line.name == name and line.sum[0] == "article"), "")
        return self.unit_of_article(made) or ("day" if name.endswith("_day") else "")

    def unit_of_article(self, name: str) -> str:
        """Unit of the one number an article answers with, or nothing."""
        from ..machine.articles import ARTICLES

        kind = kind_of(ARTICLES[name].result) if name in ARTICLES else None
        return kind.unit if kind else ""


def _kinds(node: Node) -> dict[str, Kind]:
    """Kind of each fact and result of the node's article."""
    from ..machine.articles import ARTICLES

    article = ARTICLES.get(node.article)
    if article is None:
        return {}
    plan = plan_of(article)
    return {**plan.kinds, **plan.results}


def headline_sum(node: Node, writer: Writer, children: tuple) -> str:
    """The sum behind the value: the article's own, or that of the article it handed on to."""
    shape, value = _headline(node)
    equation = writer.equation(shape, value)
    if equation:
        return equation
    if shape[0] == "article":
        for child, step in zip(node.children, children, strict=True):
            if child.article == shape[1]:
                return step.calc
    return ""


def _headline(node: Node) -> tuple[list, Any]:
    """Expression and value of the leading result, followed through plain names."""
    returned = next((line for line in reversed(node.lines) if line.kind == "return"), None)
    if returned is None:
        return ["none"], None
    shape, value = returned.sum, node.output
    if shape[0] == "row":
        shape, value = shape[1].get(node.headline, ["none"]), node.output[node.headline]
    seen: set[str] = set()
    while shape[0] == "name" and shape[1] not in seen:
        seen.add(shape[1])
        found = [line for line in node.lines if line.kind == "set" and _gives(line, shape[1])]
        if not found:
            break
        shape = found[-1].sum
    return shape, value


def _gives(line: Line, name: str) -> bool:
    return line.name == name or (isinstance(line.value, dict) and name in line.value)
