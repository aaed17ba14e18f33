"""Insured people of the invented country, as columns."""

from typing import NamedTuple

import numpy as np

from opentamin.sample import names, numbers
from opentamin.sample.tables import ages

NATIONALITIES = ("ایرانی", "افغانستانی", "عراقی", "پاکستانی")
SHARE_FOREIGN = 0.025


class Persons(NamedTuple):
    """first, family, father: places in the lists of `names`; is_woman: bool; birth_year: Jalali; birth_month, birth_day;
    nationality: place in NATIONALITIES; national_id: int64, 0 for foreigners; fida: int64, 0 for Iranians;
    insurance_number: int64 of eight digits; level: usual pay against the usual pay of the job; has_spouse: bool; children: count."""

    first: np.ndarray
    family: np.ndarray
    father: np.ndarray
    is_woman: np.ndarray
    birth_year: np.ndarray
    birth_month: np.ndarray
    birth_day: np.ndarray
    nationality: np.ndarray
    national_id: np.ndarray
    fida: np.ndarray
    insurance_number: np.ndarray
    level: np.ndarray
    has_spouse: np.ndarray
    children: np.ndarray


def make_persons(rng: np.random.Generator, count: int, year: int, national_ids: np.ndarray) -> Persons:
    """`count` people of working age in the Jalali `year`, four in five of them men."""
    cells, shares = ages()
    age, is_woman = cells[rng.choice(len(cells), count, p=shares)].T
    is_woman = is_woman.astype(bool)
    is_foreign = rng.random(count) < SHARE_FOREIGN
    nationality = np.where(is_foreign, rng.choice([1, 1, 1, 1, 1, 1, 2, 3], count), 0)
    first, family, father = names.draw_names(rng, is_woman)
    month = rng.integers(1, 13, count)
    has_spouse = rng.random(count) < np.clip((age - 20) / 20, 0.02, 0.85)
    return Persons(
        first, family, father, is_woman,
        birth_year=year - age - 1, birth_month=month, birth_day=rng.integers(1, np.where(month < 12, 31, 30)),
        nationality=nationality,
        national_id=np.where(is_foreign, 0, national_ids[:count]),
        fida=np.where(is_foreign, numbers.fida_numbers(rng, count), 0),
        insurance_number=numbers.insurance_numbers(rng, count),
        level=_levels(rng, age),
        has_spouse=has_spouse, children=np.where(has_spouse, rng.binomial(3, 0.45, count), 0),
    )  # fmt: skip


def _levels(rng: np.random.Generator, age: np.ndarray) -> np.ndarray:
    """Two in five are paid the least their job may pay; the others more, and more with age; a few very much more."""
    above = np.exp(rng.normal(0.18, 0.32, len(age))) * (1 + np.clip(age - 25, 0, 25) * 0.012)
    few = np.where(rng.random(len(age)) < 0.02, rng.uniform(2.5, 6.0, len(age)), 1.0)
    return np.where(rng.random(len(age)) < 0.4, 0.0, above * few)
