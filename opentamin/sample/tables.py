"""The small tables behind the country: provinces, ages, activities and jobs, read once from `data/`."""

import csv
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from opentamin.office import registry

DATA = Path(__file__).parent / "data"
REGISTRY_DATA = Path(registry.__file__).parent / "data"


class Activity(NamedTuple):
    code: str
    title: str
    noun: str
    weight: float
    is_legal_share: float
    is_relief: bool
    is_contractor: bool
    jobs: str


class Job(NamedTuple):
    group: str
    code: str
    title: str
    weight: float
    is_hazardous: bool
    level: float


class Province(NamedTuple):
    iso_code: str
    name_fa: str
    name_en: str
    population_2016: int
    capital: str


@lru_cache
def provinces() -> tuple[Province, ...]:
    """The 31 provinces in the order of their codes: the registry's table, and the towns that name our branches."""
    capital = {row["iso_code"]: row["capital"] for row in _rows(DATA / "capitals.csv")}
    return tuple(
        Province(r["iso_code"], r["name_fa"], r["name_en"], int(r["population_2016"]), capital[r["iso_code"]]) for r in _rows(REGISTRY_DATA / "provinces.csv")
    )


@lru_cache
def activities() -> tuple[Activity, ...]:
    """What workplaces do; `weight` is their share of workplaces, `jobs` the group in `jobs()` they hire from."""
    return tuple(
        Activity(r["code"], r["title"], r["noun"], float(r["weight"]), float(r["is_legal_share"]), r["is_relief"] == "1", r["is_contractor"] == "1", r["jobs"])
        for r in _rows(DATA / "activities.csv")
    )


@lru_cache
def jobs() -> tuple[Job, ...]:
    """Jobs by group; `level` is the usual pay in minimum wages. Codes are invented, six characters, some with two letters."""
    return tuple(Job(r["group"], r["code"], r["title"], float(r["weight"]), r["is_hazardous"] == "1", float(r["level"])) for r in _rows(DATA / "jobs.csv"))


@lru_cache
def jobs_of_group(group: str) -> tuple[np.ndarray, np.ndarray]:
    """Places in `jobs()` of one group, and their shares."""
    places = np.array([place for place, job in enumerate(jobs()) if job.group == group])
    return places, share([jobs()[place].weight for place in places])


@lru_cache
def ages() -> tuple[np.ndarray, np.ndarray]:
    """(age, is_woman) and share of the insured for every single year of age and sex.

    Returns:
        An int array of shape (n, 2) and a float array of n shares that add to one.
    """
    cells, weights = [], []
    for row in _rows(DATA / "ages.csv"):
        first, last = int(row["age_from"]), int(row["age_to"])
        for is_woman, people, insured in ((0, "men", "share_insured_men"), (1, "women", "share_insured_women")):
            for age in range(first, last + 1):
                cells.append((age, is_woman))
                weights.append(int(row[people]) * float(row[insured]) / 5)
    return np.array(cells), share(weights)


def share(weights) -> np.ndarray:
    """Weights as shares that add to one."""
    weights = np.asarray(weights, dtype=float)
    return weights / weights.sum()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
