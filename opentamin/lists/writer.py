"""Writing a list as the list program writes it: both files, totals computed, header bytes like the official templates."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from opentamin.lists import archive, charset
from opentamin.lists.dbf import write_dbf
from opentamin.lists.fields import DAYS_MAX, MONEY_MAX, TOTALS, WORKERS, WORKERS_MAX, WORKSHOP, Field
from opentamin.lists.numerals import exact_sum, write_numbers
from opentamin.lists.txt import write_txt

_TEMPLATE_DAY = {"workshop": (7, 8, 8), "workers": (10, 10, 9)}


def write_pair(
    header: Mapping[str, Any],
    workers: Mapping[str, np.ndarray],
    *,
    layout: str = "v6",
    encoding: str = "iransystem",
    form: str = "dbf",
) -> dict[str, bytes]:
    """Header values and workers' columns → {file name: bytes}, workshop first.

    header: column names to values; `month` (140508) may stand for DSK_YY and DSK_MM. Count and totals are computed here.
    workers: one array per column (missing ones are blank; DSW_ID, DSW_YY, DSW_MM, DSW_LISTNO come from the header).
    encoding: iransystem, cp1256 or unicode. form: dbf or txt. ValueError says what does not fit; see `split_for_format`.
    """
    letters = {"unicode": charset.UTF8}.get(encoding, encoding)
    head, columns = completed(header, workers)
    number = int(str(head["DSK_LISTNO"]) or 0) % 100
    files = {}
    for kind, title, fields, values in (
        ("workshop", "DSKKAR", WORKSHOP[layout], {name: [value] for name, value in head.items()}),
        ("workers", "DSKWOR", WORKERS[layout], columns),
    ):
        count = 1 if kind == "workshop" else len(columns["DSW_DD"])
        if form == "dbf":
            cells = [_cells(field, values.get(field.name), count, letters) for field in fields]
            body = write_dbf(fields, cells, _TEMPLATE_DAY[kind])
        else:
            body = write_txt(_rows(fields, values, count, header.get("month"), kind), letters)
        files[f"{title}{number:02d}.{form.upper()}"] = body
    return files


def zip_pair(files: Mapping[str, bytes]) -> bytes:
    """The files of `write_pair` (or of several lists, names made different by the caller) → one ZIP."""
    return archive.pack(dict(files))


def completed(header: Mapping[str, Any], workers: Mapping[str, np.ndarray]) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Header with month, count and totals; workers with the list's own four columns on every row."""
    head = {name: value for name, value in header.items() if name != "month"}
    if "month" in header:
        head["DSK_YY"], head["DSK_MM"] = header["month"] // 100 % 100, header["month"] % 100
    head.setdefault("DSK_LISTNO", "0001")
    columns = {name: np.asarray(values) for name, values in workers.items()}
    count = len(columns["DSW_DD"])
    for own, of_header in (
        ("DSW_ID", "DSK_ID"),
        ("DSW_YY", "DSK_YY"),
        ("DSW_MM", "DSK_MM"),
        ("DSW_LISTNO", "DSK_LISTNO"),
    ):
        columns.setdefault(own, np.full(count, head[of_header]))
    head["DSK_NUM"] = count
    for total, column in TOTALS.items():
        head[total] = exact_sum(np.asarray(columns[column], np.int64)) if column in columns else 0
    if "DSW_INC" in columns:
        daily = exact_sum(np.asarray(columns["DSW_INC"], np.int64) * np.asarray(columns["DSW_DD"], np.int64))
        head.setdefault("DSK_INC", daily)
    _refuse_overflow(head)
    return head, columns


def _refuse_overflow(head: Mapping[str, Any]) -> None:
    limits = {"DSK_NUM": WORKERS_MAX, "DSK_TDD": DAYS_MAX}
    for name in ("DSK_NUM", *TOTALS):
        if head[name] > limits.get(name, MONEY_MAX):
            raise ValueError(f"{name} = {head[name]} is more than the file can hold; split the list (split_for_format)")


def _cells(field: Field, values: Any, count: int, encoding: str) -> np.ndarray:
    """One column as (n, width) bytes."""
    if values is None:
        return np.full((count, field.width), 32, np.uint8)
    try:
        if field.kind == "number":
            return write_numbers(np.asarray(values, np.int64), field.width)
        return charset.encode_texts(np.asarray(values, str), encoding, field.width)
    except ValueError as wrong:
        raise ValueError(f"{field.name}: {wrong}") from wrong


def _rows(fields: tuple[Field, ...], values: Mapping[str, Any], count: int, month: int | None, kind: str) -> list[list[str]]:
    """Rows of texts; the workshop line carries the year in four digits, the workers' lines in two."""
    columns = []
    for field in fields:
        column = values.get(field.name)
        if column is None:
            columns.append([""] * count)
        elif field.name == "DSK_YY" and month:
            columns.append([str(month // 100)])
        else:
            columns.append([str(v) for v in np.asarray(column).tolist()])
    return [list(row) for row in zip(*columns, strict=True)]


def split_for_format(columns: Mapping[str, np.ndarray]) -> list[dict[str, np.ndarray]]:
    """Workers' columns → the fewest runs of rows, in order, whose count and totals a list file can hold."""
    count = len(columns["DSW_DD"])
    sums = {}
    for total, column in TOTALS.items():
        if column in columns:
            sums[column] = (
                np.cumsum(np.asarray(columns[column], np.int64)),
                DAYS_MAX if total == "DSK_TDD" else MONEY_MAX,
            )
    if "DSW_INC" in columns:
        sums["DSW_INC"] = (np.cumsum(columns["DSW_INC"].astype(np.int64) * columns["DSW_DD"]), MONEY_MAX)
    parts: list[dict[str, np.ndarray]] = []
    start = 0
    while start < count or not parts:
        end = min(start + WORKERS_MAX, count)
        for running, most in sums.values():
            before = int(running[start - 1]) if start else 0
            end = min(end, int(np.searchsorted(running, before + most, "right")))
        if end <= start < count:
            raise ValueError(f"row {start + 1} alone is more than a list can hold")
        parts.append({name: np.asarray(values)[start:end] for name, values in columns.items()})
        start = end
    return parts
