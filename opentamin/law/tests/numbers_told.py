"""Which numbers a text holds, and which of them an explanation can answer for."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from opentamin.law.days import jalali_from_date
from opentamin.law.machine.nodes import Node
from opentamin.law.words import words_of
from opentamin.law.words.conditions import worth
from opentamin.law.words.numerals import fraction

NUMBER = re.compile(r"[0-9۰-۹][0-9۰-۹٬,]*(?:[٫.][0-9۰-۹]+)?")
PLAIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٫", "0123456789.", "٬,")
WORDED = ("articles", "variables", "outcomes", "figures", "choices", "whys", "acts", "clauses", "options", "statuses", "units")


def numbers_told(text: str, language: str) -> set[str]:
    """Numbers of a text, in plain digits, without those that stand in the words themselves."""
    for phrase in _phrases(language):
        text = text.replace(phrase, " ")
    return {found.translate(PLAIN).rstrip(".") for found in NUMBER.findall(text)}


@cache
def _phrases(language: str) -> list[str]:
    """Phrases of the words files that hold a number, the longest first."""
    data = words_of(language).data
    found = {one for section in WORDED for one in _texts(data.get(section, {})) if NUMBER.search(one)}
    return sorted(found | {one[:1].upper() + one[1:] for one in found}, key=len, reverse=True)


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part.strip()
    elif isinstance(part, dict):
        for inner in part.values():
            yield from _texts(inner)


def numbers_found(node: Node) -> set[str]:
    """Numbers an explanation holds, in every form a text may give them."""
    found: set[str] = set()
    for part in node.walk():
        found |= {part.number, str(part.times)}
        for day in (part.day, part.known_on, part.since, *(figure.since for figure in part.figures)):
            if day:
                found |= _of_day(date.fromisoformat(day))
        for value in _values([part.inputs, part.output, [[line.value, line.sum, line.times] for line in part.lines]]):
            found |= _of_number(value)
        for figure in part.figures:
            found |= _of_figure(figure.value)
        for line in part.lines:
            found |= set(_rounded(line.sum)) | set(_worked_out(line.sum))
    return found


def _values(part: Any) -> Iterator[int]:
    if isinstance(part, dict):
        for inner in part.values():
            yield from _values(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _values(inner)
    elif isinstance(part, int):
        yield int(part)


def _of_number(value: int) -> set[str]:
    """An amount, thousandths of a year, a month, a day."""
    told = {str(abs(value)), _decimals(value, 1_000), str(abs(value) // 100)}
    if -30_000 < value < 70_000:
        told |= _of_day(date.fromordinal(value + date(1970, 1, 1).toordinal()))
    return told


def _of_day(day: date) -> set[str]:
    year, _, day_of_month = jalali_from_date(day)
    return {str(year), str(day_of_month)}


def _of_figure(value: Any) -> set[str]:
    if isinstance(value, list):
        return {_decimals(value[0] * 100, value[1]), str(value[0]), str(value[1])}
    return _of_number(value)


def _rounded(shape: Any) -> Iterator[str]:
    """The exact result of a share or a quotient, before it was rounded."""
    if isinstance(shape, dict):
        shape = list(shape.values())
    if isinstance(shape, list):
        if shape[:2] == ["call", "portion"] and isinstance(shape[3][-1], list):
            numerator, denominator = shape[3][-1]
            yield _decimals((worth(shape[2]) or 0) * numerator, denominator)
        if shape[:2] == ["call", "divide"] and worth(shape[3]):
            yield _decimals(worth(shape[2]) or 0, worth(shape[3]) or 1)
        for part in shape:
            yield from _rounded(part)


def _worked_out(shape: Any) -> Iterator[str]:
    """What each part of an expression comes to."""
    if isinstance(shape, dict):
        shape = list(shape.values())
    if isinstance(shape, list) and shape:
        value = worth(shape) if shape[0] in ("op", "call") else None
        yield from _of_number(value) if value is not None else ()
        for part in shape:
            yield from _worked_out(part)


def _decimals(numerator: int, denominator: int) -> str:
    return fraction(abs(numerator), denominator, "en").replace(",", "")
