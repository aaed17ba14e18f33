"""Everything we hold about a person: each room says what it holds, once; here it becomes one file."""

import hashlib
import io
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from opentamin.office.kit import days, numbers

STYLES = ("css/tokens.css", "css/look.css")
Row = dict[str, Any]


class Whom(NamedTuple):
    """Whose data: ids of a person (and of those merged with them), and the accounts by which they sign in."""

    people: tuple[int, ...]
    users: tuple[int, ...]


class Section(NamedTuple):
    """What one room holds: a code for the file's name, what it is called, its columns by name, and the question.

    `collect(whom)` gives rows of plain values: text, whole numbers, days, moments, true or false. Rows may hold more than the
    columns, which are what the readable page shows.
    """

    code: str
    words: str | Promise
    columns: Mapping[str, str | Promise]
    collect: Callable[[Whom], list[Row]]


_SECTIONS: dict[str, Section] = {}


def register(section: Section) -> None:
    """Called once for each section by the room that holds the data, from AppConfig.ready()."""
    _SECTIONS[section.code] = section


def sections() -> list[Section]:
    """All sections, in the order of the house."""
    return list(_SECTIONS.values())


class Packed(NamedTuple):
    """The ZIP, and how many rows of each section are in it."""

    body: bytes
    counts: dict[str, int]


def pack(whom: Whom, name: str, now: datetime) -> Packed:
    """One ZIP: `data/<section>.json`, `read.html` in the language in force with its styles, and `manifest.json` with digests."""
    found = [(section, section.collect(whom)) for section in sections()]
    files = {f"data/{section.code}.json": _json(rows) for section, rows in found}
    files["read.html"] = _page(found, name, now)
    files |= {style: _style(style) for style in STYLES}
    counts = {section.code: len(rows) for section, rows in found}
    digests = {path: hashlib.sha256(body).hexdigest() for path, body in files.items()}
    files["manifest.json"] = _json({"made_at": now, "rows": counts, "sha256": digests})
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path, body in files.items():
            archive.writestr(path, body)
    return Packed(packed.getvalue(), counts)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain).encode()


def _plain(value: Any) -> str:
    assert isinstance(value, date | datetime), f"a section holds a {type(value).__name__}"
    return value.isoformat()


def _style(name: str) -> bytes:
    with open(finders.find(name), "rb") as file:  # noqa: PTH123
        return file.read()


def _page(found: list[tuple[Section, list[Row]]], name: str, now: datetime) -> bytes:
    shown = [
        {
            "words": section.words,
            "heads": list(section.columns.values()),
            "rows": [[_said(column, row.get(column)) for column in section.columns] for row in rows],
        }
        for section, rows in found
    ]
    context = {"sections": shown, "name": name, "day": days.day_plain(timezone.localdate(now)), "styles": STYLES}
    return render_to_string("records/exported.html", context).encode()


def _said(column: str, value: Any) -> str:
    """A value in the words and digits of the language in force."""
    match value:
        case None | "":
            return ""
        case bool():
            return _("بله") if value else _("نه")
        case datetime():
            return f"{days.day_plain(timezone.localdate(value))}، {days.hour(value)}"
        case date():
            return days.day_plain(value)
        case int() if column == "month":
            return days.month_words(value)
        case int():
            return numbers.grouped(value)
    return str(value)
