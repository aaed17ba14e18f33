"""Rows for COPY in PostgreSQL's binary format, built as one NumPy record array: no loop over rows, no text to parse."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import numpy as np
from django.db import connection

_HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_TRAILER = b"\xff\xff"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)

# An array gives each row its value; an int, text or instant stands in every row; None is NULL.
Field = np.ndarray | np.generic | str | datetime | None


def copy_binary(table: str, fields: Mapping[str, Field], count: int) -> None:
    """Write `count` rows into a table inside the open transaction.

    Integer fields must have the width of their column (int16, int32, int64); bool arrays are booleans.
    """
    values = {name: _in_network_order(field) for name, field in fields.items()}
    rows = np.zeros(count, _layout(values))
    rows["fields"] = len(values)
    for name, value in values.items():
        rows[f"{name} length"] = -1 if value is None else value.dtype.itemsize
        if value is not None and value.dtype.itemsize:
            rows[name] = value
    columns = ", ".join(f'"{name}"' for name in fields)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN (FORMAT BINARY)') as copy:
        copy.write(_HEADER + rows.tobytes() + _TRAILER)


def _in_network_order(field: Field) -> np.ndarray | None:
    if field is None:
        return None
    if isinstance(field, str):
        text = field.encode()
        return np.array(text, f"S{len(text)}") if text else np.zeros((), "V0")
    if isinstance(field, datetime):
        field = np.int64((field - _EPOCH) // timedelta(microseconds=1))
    value = np.asarray(field)
    return value.astype("u1") if value.dtype == bool else value.astype(value.dtype.newbyteorder(">"))


def _layout(values: Mapping[str, np.ndarray | None]) -> np.dtype:
    """A row: how many fields, then for each its length in bytes and its bytes."""
    layout: list[tuple[str, str]] = [("fields", ">i2")]
    for name, value in values.items():
        layout.append((f"{name} length", ">i4"))
        if value is not None and value.dtype.itemsize:
            layout.append((name, value.dtype.str))
    return np.dtype(layout)
