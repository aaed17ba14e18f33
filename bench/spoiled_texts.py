"""Spoiled statements, facts, reforms and typed values, and the parsers that must answer or refuse them. For `parsers_fuzz`."""

import random
from collections.abc import Callable
from typing import get_args

from opentamin.lists.tests import mutation

Pair = tuple[Callable[[random.Random], object], Callable[[object], str]]
_CHANGES = (mutation._flip, mutation._cut, mutation._double, mutation._noise, mutation._swap)
XML = (
    b"<!DOCTYPE x>",
    b"<!ENTITY a 'b'>",
    b"&a;",
    b"<Stmt>",
    b"</Stmt>",
    b"<Ntry>",
    b"</Ntry>",
    b"<Amt Ccy='IRR'>",
    b"-1",
    b"9" * 60,
    b"1e9",
    b"2026-13-45",
    b"<![CDATA[",
    b"<!--",
    b"xmlns='x'",
    b"\0",
    b"CRDT",
    b"<" * 50,
)
CSV = (
    b",",
    b'"',
    b'""',
    b"\r",
    b"\n",
    b";",
    b"\t",
    b"-",
    b"=1+1",
    b"9" * 60,
    "۱۲٬۳۴۵".encode(),
    b"1e9",
    b"IR",
    b"\0",
    "‏".encode(),
    b"1405/13/45",
)
YAML = (
    b"&a [*a,*a]",
    b"*a",
    b"&a",
    b"!!python/object:x",
    b"!!set",
    b"<<: *a",
    b"? ",
    b"- ",
    b": ",
    b"[" * 200,
    b"{" * 200,
    b"|",
    b">",
    b"#",
    b"'",
    b'"',
    b"1405/02/31",
    b"9" * 60,
    b".nan",
    b".inf",
    b"0x10",
    b"1e999",
    b"null",
    b"true",
    b"\t",
    b"---\n",
    "۱۴۰۵".encode(),
    b"\0",
    b"2026-02-30",
)


def spoil(body: bytes, words: tuple[bytes, ...], chance: random.Random) -> bytes:
    """One to four changes: of the bytes, or a word of the format put where it does not belong."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        kind = chance.random()
        if kind < 0.4:  # one letter or digit for another: what stays well-formed reaches the deeper checks
            places = [place for place in (chance.randrange(len(body) + 1) for _ in range(20)) if body[place : place + 1].isalnum()]
            if places:
                body = body[: places[0]] + bytes([chance.choice(b"0123456789-.aZ")]) + body[places[0] + 1 :]
        elif kind < 0.7:
            start = chance.randrange(len(body) + 1)
            body = body[:start] + chance.choice(words) + body[start + chance.randint(0, 20) :]
        else:
            body = chance.choice(_CHANGES)(bytearray(body), chance)
    return body


def _reader(read: Callable[[bytes], object], refusals: type[Exception] | tuple[type[Exception], ...]) -> Callable[[object], str]:
    def tried(spoiled: object) -> str:
        try:
            read(spoiled)
        except refusals:
            return "refused"
        return "read"

    return tried


def camt_parser() -> Pair:
    from opentamin.banking import Refused, read_statements
    from opentamin.banking.tests.samples import camt

    right = camt()
    return lambda chance: spoil(right, XML, chance), _reader(read_statements, Refused)


def csv_parser() -> Pair:
    from opentamin.banking import Refused, read_csv, write_csv
    from opentamin.banking.tests.samples import STATEMENT

    right = write_csv([STATEMENT])
    return lambda chance: spoil(right, CSV, chance), _reader(read_csv, Refused)


def facts_parser() -> Pair:
    """Facts of every article that has a case, as JSON and as YAML."""
    import json

    import yaml

    from opentamin.law.ask.facts import FactsRefused, load_facts
    from opentamin.law.machine.articles import ARTICLES
    from opentamin.law.machine.cases import read_cases

    right = []
    for case in read_cases():
        facts = {name: value if isinstance(value, int | str | list) else str(value) for name, value in case.facts.items()}
        text = (
            json.dumps(facts, default=str)
            if len(right) % 2
            else yaml.safe_dump(json.loads(json.dumps(facts, default=str)), allow_unicode=True)
        )
        right.append((ARTICLES[case.article], text.encode()))

    def make(chance: random.Random) -> tuple:
        article, text = chance.choice(right)
        return article, spoil(text, YAML, chance)

    return make, _reader(lambda one: load_facts(*one), FactsRefused)


REFORM = """title: سقف نه برابر
changes:
  - {figure: ceiling_factor, from: 1406-01-01, value: 9, why: پیش‌نویس}
  - {figure: ceiling_factor, from: 1407/01/01, value: 8, why: draft}
"""


def reform_parser() -> Pair:
    from opentamin.law.ask.reform import ReformRefused, load_reform

    right = REFORM.encode()
    return lambda chance: spoil(right, YAML, chance), _reader(load_reform, ReformRefused)


TYPED = (
    "1405/08/30",
    "۱۴۰۵/۸/۳۰",
    "14050830",
    "1405-08",
    "۳۰ آبان ۱۴۰۵",
    "آبان ۱۴۰۵",
    "2026-11-22",
    "12٬345٬678",
    "۱۲,۳۴۵,۶۷۸",
    "13920701",
    "92/07/01",
    "3/100",
    "7%",
    "بله",
    "-0",
    "1e5",
    "IR820540102680020817909002",
)
SIGNS = "0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩/-.,٬٫ _%+eE\u200c\u200f\u202e\u0660²½Ⅷ①آبانفروردین\0\n\t'\""


def typed_parser() -> Pair:
    """One value through one of the readers of days, months, numbers and identifiers."""
    readers = [_reader(read, refusal) for read, refusal in _typed_readers()]

    def make(chance: random.Random) -> tuple[int, str]:
        text = list(chance.choice(TYPED))
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(text) + 1)
            text[start : start + chance.randint(0, 2)] = chance.choices(SIGNS, k=chance.choice((1, 1, 1, 2, 5, 300)))
        return chance.randrange(len(readers)), "".join(text)

    return make, lambda one: readers[one[0]](one[1])


def _typed_readers() -> list[tuple[Callable[[str], object], type[Exception]]]:
    from django.core.exceptions import ValidationError
    from django.forms import Field

    from opentamin.banking import Refused, identifiers, reading
    from opentamin.law import kinds
    from opentamin.law.ask.reading import Unreadable, read_value
    from opentamin.lists.dates import read_date
    from opentamin.lists.numerals import read_number
    from opentamin.office.kit.fields import JalaliDateField, JalaliMonthField, RialField

    each = [
        get_args(getattr(kinds, name))[1]
        for name in ("RialsMonthly", "Days", "Flag", "Month", "DayNumber", "YearsThousandths", "Percent", "Count")
    ]
    fields: list[Field] = [JalaliDateField(), JalaliMonthField(), RialField()]
    return [
        *[(lambda text, kind=kind: read_value(text, kind), Unreadable) for kind in each],
        *[(field.clean, ValidationError) for field in fields],
        (lambda text: reading.day(text, "x"), Refused),
        (lambda text: reading.rials(text, "x"), Refused),
        (lambda text: read_date(text, is_birth=True, list_year=1405), ValueError),
        (lambda text: read_date(text, is_birth=False, list_year=1405), ValueError),
        (read_number, ValueError),
        (identifiers.read_bill_id, ValueError),
    ]
