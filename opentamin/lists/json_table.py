"""A list as JSON, for programs and for rows typed on a page:

    {"header": {"DSK_ID": "0183630045", "month": 140508, …}, "workers": [{"DSW_ID1": "23874105", …}, …]}

or {"lists": [such objects]}. Field names are those of the two files; values are texts, whole numbers or null.
`"nobody_worked": true` says that the workplace had no worker in the month; then there are no workers.
"""

import json
from typing import Any, NamedTuple

from opentamin.lists.fields import KINDS
from opentamin.lists.finding import Refused
from opentamin.lists.tables import ROWS_MAX, Table

LISTS_MAX = 200
_DIGITS_MAX = 30  # of a number; Python would take minutes over millions
_MEMBERS = {"header", "workers", "nobody_worked"}


class JsonList(NamedTuple):
    """Both tables of one list, and whether it says that nobody worked."""

    workshop: Table
    workers: Table
    nobody_worked: bool


def read_json(name: str, body: bytes) -> list[JsonList]:
    """Bytes → lists. Refused with the place of what is not as described above."""
    document = _document(name, body)
    lists = document["lists"] if isinstance(document, dict) and set(document) == {"lists"} else [document]
    if not isinstance(lists, list) or not lists or len(lists) > LISTS_MAX:
        raise Refused("json_shape", file=name, path="lists")
    return [_list(name, one, f"lists[{place}]." if len(lists) > 1 else "") for place, one in enumerate(lists)]


def _document(name: str, body: bytes) -> Any:
    try:
        text = body.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refuse_constant, parse_int=_integer, parse_float=str)
    except (ValueError, RecursionError) as broken:
        raise Refused("json_broken", file=name) from broken


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a member comes twice")
    return made


def _refuse_constant(constant: str) -> Any:
    raise ValueError(constant)


def _integer(digits: str) -> str:
    if len(digits) > _DIGITS_MAX:
        raise ValueError("a number of so many digits")
    return digits


def _list(name: str, one: Any, path: str) -> JsonList:
    if not isinstance(one, dict) or not set(one) <= _MEMBERS or not isinstance(one.get("header"), dict):
        raise Refused("json_shape", file=name, path=f"{path}header")
    rows, nobody = one.get("workers", []), one.get("nobody_worked", False)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows) or not isinstance(nobody, bool):
        raise Refused("json_shape", file=name, path=f"{path}workers")
    if len(rows) > ROWS_MAX:
        raise Refused("sheet_too_large", file=name, most=ROWS_MAX)
    if nobody and rows:
        raise Refused("nobody_and_somebody", file=name, count=len(rows))
    header = dict(one["header"])
    if "month" in header:
        header |= _year_and_month(name, header.pop("month"), f"{path}header.month")
    return JsonList(_table("workshop", [header], name, f"{path}header"), _table("workers", rows, name, f"{path}workers"), nobody)


def _year_and_month(name: str, month: Any, path: str) -> dict[str, str]:
    text = month if isinstance(month, str) else ""
    if not (text.isascii() and text.isdigit() and len(text) == 6):
        raise Refused("json_shape", file=name, path=path)
    return {"DSK_YY": text[:4], "DSK_MM": text[4:]}


def _table(kind: str, rows: list[dict[str, Any]], name: str, path: str) -> Table:
    prefixes = ("DSK_", "MON_") if kind == "workshop" else ("DSW_", "PER_")
    codes = {code for row in rows for code in row}
    for code in sorted(codes):
        if code not in KINDS or not code.startswith(prefixes):
            raise Refused("json_field", seen=code[:40], file=name, path=path)
    return Table(kind, {code: [_text(row.get(code), name, f"{path}.{code}") for row in rows] for code in sorted(codes)}, len(rows))


def _text(value: Any, name: str, path: str) -> str:
    """Numbers came as their own digits (see `_document`), so a text is all that may stand here, or nothing."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused("json_shape", file=name, path=path)
    return value
