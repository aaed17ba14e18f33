"""Months written as lists and openings write them, for tests of this room and of the rooms above."""

from datetime import UTC, datetime

import numpy as np

from opentamin.office.history.actions import write_months

NOW = datetime(2026, 11, 26, 7, 38, tzinfo=UTC)
SHOP, MILL = 7, 8


def columns(people: list[int], days: list[int], wages: list[int], is_hazardous: bool = False) -> dict[str, np.ndarray]:
    return {
        "person_id": np.array(people, np.int64),
        "days": np.array(days, np.int16),
        "wage": np.array(wages, np.int64),
        "is_hazardous": np.full(len(people), is_hazardous),
    }


def write(list_id: int, month: int, people: list[int], days: list[int], wages: list[int], *, at: int = SHOP, row: str = "", is_hazardous: bool = False) -> int:
    """Write the months of one list."""
    return write_months(
        source_kind="list", source_id=list_id, list_id=list_id, month=month, workplace_id=at, contract_row=row,
        columns=columns(people, days, wages, is_hazardous), now=NOW,
    )  # fmt: skip
