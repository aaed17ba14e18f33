"""What every check looks at: the pair, its month, and which rows hold amounts that can be reckoned with."""

from dataclasses import dataclass

import numpy as np

from opentamin.law import days
from opentamin.lists.fields import MONEY, MONEY_MAX
from opentamin.lists.pair import ListPair


@dataclass(frozen=True)
class View:
    """`sound` is true for rows whose amounts are all from 0 to what the file can hold; others are reported once, as such."""

    pair: ListPair
    month: int
    days_in_month: int
    sound: np.ndarray

    @classmethod
    def of(cls, pair: ListPair) -> "View":
        month = pair.month
        sound = np.ones(pair.workers_count, bool)
        for name in MONEY:
            values = pair.workers[name]
            if len(values) and (values.min() < 0 or values.max() > MONEY_MAX):
                sound &= (values >= 0) & (values <= MONEY_MAX)
        return cls(pair, month, days.month_length(month) if month else 31, sound)

    def column(self, name: str) -> np.ndarray:
        return self.pair.workers[name]

    def faulty_columns(self) -> set[str]:
        """Columns with a number that could not be read anywhere: their sums mean nothing."""
        return {f.column for f in self.pair.findings if f.column and f.code.startswith("number_")}
