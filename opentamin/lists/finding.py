"""What we say about a file: findings, and the refusal to read it at all.

A finding names a place (row, column), what is written there, and the facts its sentence needs; the sentence itself is
made late, by `words`. Nothing here is a decision: errors hand the list back, warnings do not.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

STORED_PER_CODE = 1_000
_ORDER = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. `row` counts workers from 1, None for the file; `seen` is the text as written; `facts` fill the words."""

    code: str
    level: str
    row: int | None = None
    column: str | None = None
    seen: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


class Refused(Exception):
    """The upload cannot be read as lists. Carries the finding that says why and how to mend it."""

    def __init__(self, code: str, column: str | None = None, seen: str = "", **facts: Any):
        self.finding = Finding(code, "error", None, column, seen, facts)
        super().__init__(f"{code} {dict(facts)}")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before notes; the file before its rows; rows in their order."""
    return sorted(findings, key=lambda f: (_ORDER[f.level], f.row or 0))


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many errors, warnings and notes there are, with those that were counted and not stored."""
    total = {"error": 0, "warning": 0, "note": 0}
    for one in findings:
        if one.code == "more_of_this":
            total[one.facts["level"]] += one.facts["hidden"]
        else:
            total[one.level] += 1
    return total


class Book:
    """Collects findings and keeps at most `STORED_PER_CODE` of a kind, so a broken file of 200,000 rows stays readable."""

    def __init__(self, silent: np.ndarray | None = None):
        """`silent` marks rows (bool per worker) already reported as unreadable: no further remarks on them."""
        self._kept: list[Finding] = []
        self._count: dict[tuple[str, str, str | None], int] = {}
        self._silent = silent

    def add(self, level: str, code: str, column: str | None = None, seen: Any = "", row: int | None = None, **facts: Any):
        """One finding about the file, or about one worker when `row` (from 1) is given."""
        if self._may_keep(level, code, column, 1):
            self._kept.append(Finding(code, level, row, column, str(seen), facts))

    def rows(
        self,
        level: str,
        code: str,
        column: str,
        wrong: np.ndarray,
        seen: np.ndarray,
        facts: Callable[[int], dict[str, Any]] | None = None,
    ):
        """One finding for every true place of `wrong` (bool per worker); `facts(index)` is asked only for stored ones."""
        if self._silent is not None:
            wrong = wrong & ~self._silent
        places = np.flatnonzero(wrong)
        if not len(places):
            return
        room = self._may_keep(level, code, column, len(places))
        for index in places[:room].tolist():
            extra = facts(index) if facts else {}
            self._kept.append(Finding(code, level, index + 1, column, str(seen[index]), extra))

    def _may_keep(self, level: str, code: str, column: str | None, wanted: int) -> int:
        """How many of `wanted` more findings of this kind may be stored."""
        key = (level, code, column)
        before = self._count.get(key, 0)
        self._count[key] = before + wanted
        return max(0, min(wanted, STORED_PER_CODE - before))

    def findings(self) -> list[Finding]:
        """All findings in order, with one counting note for each kind that was cut short."""
        more = [
            Finding(
                "more_of_this", level, None, column, "",
                {"of": code, "level": level, "count": count, "hidden": count - STORED_PER_CODE},
            )
            for (level, code, column), count in self._count.items()
            if count > STORED_PER_CODE
        ]  # fmt: skip
        return in_order(self._kept + more)
