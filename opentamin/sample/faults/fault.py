"""What a planted fault is: a name, a sentence, the finding it must lead to, and the act that plants it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from opentamin.sample.country import Country
from opentamin.sample.drafts import Draft


class CannotPlant(Exception):
    """The list has no place for the fault, such as DBF bytes in a text file. Carries the fault's name."""


class Planted(NamedTuple):
    """Where a fault was put: file or row (from 1, None for the whole), column, what stands there now."""

    fault: str
    row: int | None
    column: str
    seen: str


@dataclass
class Making:
    """A list on its way to a file, with all that a fault may want to touch."""

    country: Country
    workplace: int
    draft: Draft
    layout: str
    encoding: str
    form: str
    rng: np.random.Generator
    files: dict[str, bytes]
    """Filled once the draft is written; faults of bytes change it."""
    fault: str = ""
    """The one that is being planted."""

    def row(self, among: np.ndarray | None = None) -> int:
        """The place of one worker, by chance, of those where `among` (bool) is true. CannotPlant when there is none."""
        places = np.arange(len(self.draft)) if among is None else np.flatnonzero(among)
        if not len(places):
            raise CannotPlant(self.fault)
        return int(self.rng.choice(places))

    def name_of(self, kind: str) -> str:
        """The file name of the workshop's (`KAR`) or the workers' (`WOR`) file."""
        return next(name for name in self.files if kind in name.upper())


class Fault(NamedTuple):
    """What can be planted. `stage`: list (values), bytes (the two files), archive (the ZIP around them). `expects`: code of the finding it must
    lead to, empty for what must be read without an error. `is_refused`: the upload cannot be read at all."""

    name: str
    stage: str
    expects: str
    is_refused: bool
    fa: str
    en: str
    plant: Callable[[Making], list[Planted]]
    beside: tuple[str, ...]
    """Findings that may come with it, because the one thing upsets the other."""


FAULTS: dict[str, Fault] = {}


def fault(stage: str, expects: str, fa: str, en: str, *, is_refused: bool = False, beside: tuple[str, ...] = ()):
    """Register a planter under its own name, with dashes."""

    def register(plant: Callable[[Making], list[Planted]]):
        name = plant.__name__.replace("_", "-")

        def planted(making: Making) -> list[Planted]:
            making.fault = name
            return plant(making)

        FAULTS[name] = Fault(name, stage, expects, is_refused, fa, en, planted, beside)
        return plant

    return register
