"""The columns of a workers' file under our own names, as one list row declares them."""

import numpy as np

from opentamin.lists import ListPair

from .models.list_row import DECLARED

# Numbers of people are kept in canonical form: lost leading zeros put back, `00` in front taken off. The file keeps the rest.
CANONICAL = {"national_id": "national_ids", "insurance_number": "insurance_numbers"}


def declared_columns(pair: ListPair) -> dict[str, np.ndarray]:
    """Declared columns in the order of the table: arrays of int64 and of text, one entry per row."""
    count = pair.workers_count
    columns: dict[str, np.ndarray] = {}
    for name, (field, kind) in DECLARED.items():
        values = pair.workers.get(field)
        if kind == "int":
            columns[name] = np.zeros(count, np.int64) if values is None else np.asarray(values, np.int64)
        elif name in CANONICAL:
            columns[name] = np.asarray(getattr(pair, CANONICAL[name]), np.str_)
        else:
            columns[name] = np.zeros(count, "U1") if values is None else np.asarray(values, np.str_)
    return columns
