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


def settle(numbers: Numbers, by_national: list[int], by_insurance: list[int], known_by_national: set[int]) -> Match:
    """Decide each row from the person its national id names and the one its insurance number names (0: nobody).

    `known_by_national` are people behind insurance numbers who are known by a national id: beside another one they disagree.
    """
    codes: dict[int, Conflict] = {}
    for row, (national, insurance, named, insured) in enumerate(zip(*numbers, by_national, by_insurance, strict=True)):
        if not national and not insurance:
            codes[row] = Conflict.NO_USABLE_NUMBER
        elif (named and insured and named != insured) or (national and not named and insured in known_by_national):
            codes[row] = Conflict.NUMBERS_DISAGREE
    for row in rows_sharing_insurance_number(numbers):
        codes.setdefault(row, Conflict.NUMBER_ON_TWO_PEOPLE)
    person_ids = np.array([named or insured for named, insured in zip(by_national, by_insurance, strict=True)], np.int64)
    person_ids[list(codes)] = 0
    return Match(person_ids, sorted(codes.items()))
