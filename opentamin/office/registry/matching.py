"""Numbers as lists carry them, in canonical form; and what a match of them may find."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from opentamin.lists import identifiers


class Conflict(StrEnum):
    """Why a row's numbers name nobody. Findings for a person to settle; the machine never guesses."""

    NUMBERS_DISAGREE = "numbers_disagree"
    NUMBER_ON_TWO_PEOPLE = "number_on_two_people"
    NO_USABLE_NUMBER = "no_usable_number"


class Match(NamedTuple):
    """Who the rows are.

    `person_ids`: int64, the person of each row (of merged people the kept one), 0 where we know nobody or there is a conflict.
    `conflicts`: (row, code) of the rows whose numbers contradict each other or say nothing; rows count from 0.
    """

    person_ids: np.ndarray
    conflicts: list[tuple[int, Conflict]]

    @property
    def new_rows(self) -> np.ndarray:
        """Rows with a usable number that names nobody yet: they may become provisional people."""
        free = self.person_ids == 0
        free[[row for row, _ in self.conflicts]] = False
        return np.flatnonzero(free)


class Numbers(NamedTuple):
    """Usable numbers of each row, empty text where there is none: national ids or FIDA codes, and insurance numbers."""

    national: list[str]
    insurance: list[str]


def usable_numbers(national_ids: Sequence[str], insurance_numbers: Sequence[str]) -> Numbers:
    """Keep national ids whose check digit is right, twelve-digit FIDA codes, and insurance numbers as eight digits."""
    if not len(national_ids):
        return Numbers([], [])
    national, insurance = np.asarray(national_ids, str), np.asarray(insurance_numbers, str)
    is_usable = identifiers.national_ids(national) | identifiers.fidas(national)
    eight = identifiers.canonical_insurance_numbers(insurance)
    return Numbers(
        np.where(is_usable, national, "").tolist(),
        np.where(identifiers.insurance_numbers(insurance), eight, "").tolist(),
    )


def kind_of_national(value: str) -> str:
    """`national_id`, or `fida` for the twelve digits of a foreign national."""
    return "fida" if len(value) == 12 else "national_id"


def rows_sharing_insurance_number(numbers: Numbers) -> set[int]:
    """Rows whose insurance number stands beside two different national ids of the same list."""
    first_beside: dict[str, str] = {}
    shared: set[str] = set()
    for national, insurance in zip(*numbers, strict=True):
        if national and insurance and first_beside.setdefault(insurance, national) != national:
            shared.add(insurance)
    return {row for row, insurance in enumerate(numbers.insurance) if insurance in shared} if shared else set()


def settle(numbers: Numbers, by_national: np.ndarray, by_insurance: np.ndarray, is_insured_otherwise: np.ndarray) -> Match:
    """Decide each row from the person its national id names, the one its insurance number names (0: nobody), and whether
    the latter is already known by another national id."""
    has_national = np.array([value != "" for value in numbers.national], bool)
    has_insurance = np.array([value != "" for value in numbers.insurance], bool)
    both_known = (by_national > 0) & (by_insurance > 0)
    disagree = (both_known & (by_national != by_insurance)) | (
        has_national & (by_national == 0) & (by_insurance > 0) & is_insured_otherwise
    )
    codes = {int(row): Conflict.NUMBERS_DISAGREE for row in np.flatnonzero(disagree)}
    codes |= {row: Conflict.NUMBER_ON_TWO_PEOPLE for row in rows_sharing_insurance_number(numbers) if row not in codes}
    codes |= {int(row): Conflict.NO_USABLE_NUMBER for row in np.flatnonzero(~has_national & ~has_insurance)}
    person_ids = np.where(by_national > 0, by_national, by_insurance).astype(np.int64)
    person_ids[list(codes)] = 0
    return Match(person_ids, sorted(codes.items()))
