"""Branches, employers and workplaces of the invented country, as columns.

Sizes follow what the organisation has published for 1404: of 1,373,759 workplaces about a third have one person and
about one in forty more than fifty; between and above, the tail is heavy.
"""

from typing import NamedTuple

import numpy as np

from opentamin.sample import names, numbers
from opentamin.sample.tables import activities, jobs, jobs_of_group, provinces, share

SHARE_ONE_PERSON = 450_000 / 1_373_759
SHARE_OVER_FIFTY = 35_000 / 1_373_759
SIZE_MAX = 10_000
CONTRACT_ROWS_MAX = 3
GROUPS_OF_FEW, SIZE_OF_FEW_MAX = frozenset({"trade", "workshop"}), 15


class Branches(NamedTuple):
    """code: four digits, str; province: place in `tables.provinces()`; name: str."""

    code: np.ndarray
    province: np.ndarray
    name: np.ndarray


class Employers(NamedTuple):
    """is_legal: bool; identifier: national id or legal id as str; name: str objects."""

    is_legal: np.ndarray
    identifier: np.ndarray
    name: np.ndarray


class Workplaces(NamedTuple):
    """code: ten digits, str; employer, branch, activity: places; size: people at work now; name, address: str objects;
    is_relief: bool, the five-worker relief; contract_rows: how many rows of contract it works under (0: none)."""

    code: np.ndarray
    employer: np.ndarray
    branch: np.ndarray
    activity: np.ndarray
    size: np.ndarray
    name: np.ndarray
    address: np.ndarray
    is_relief: np.ndarray
    contract_rows: np.ndarray


class Hazards(NamedTuple):
    """Decisions that a job is hard and hazardous at a workplace: places of the workplace and of the job."""

    workplace: np.ndarray
    job: np.ndarray


def make_branches(people: int) -> Branches:
    """At least forty branches, one for each 30,000 people at most, every province with one or more."""
    populations = np.array([province.population_2016 for province in provinces()])
    count = min(max(40, people // 30_000), 890)
    per_province = 1 + _whole_parts(share(populations) * (count - len(populations)))
    province = np.repeat(np.arange(len(populations)), per_province)
    place = np.concatenate([np.arange(1, n + 1) for n in per_province])
    name = [f"شعبه {_persian(n)} {provinces()[p].capital}" for p, n in zip(province, place, strict=True)]
    # The first three digits stand in every workplace code, so they alone must tell branches apart.
    code = numbers.as_text((np.arange(len(province)) + 101) * 10, 4)
    return Branches(code, province, np.array(name, dtype=object))


def draw_sizes(rng: np.random.Generator, jobs_count: int) -> np.ndarray:
    """Sizes of workplaces that together hold exactly `jobs_count` jobs, in random order.

    Drawn at evenly spaced quantiles, so that the shares of a small country are as true as those of a large one.
    """
    values, shares = _size_shares(int(np.clip(jobs_count // 12, 60, SIZE_MAX)))
    count = max(1, round(jobs_count / float(values @ shares)))
    quantiles = (np.arange(count) + 0.5) / count
    sizes = values[np.searchsorted(np.cumsum(shares), quantiles, side="right").clip(0, len(values) - 1)]
    missing = jobs_count - int(sizes.sum())
    for place in range(count - 1, -1, -1):
        if missing == 0:
            break
        step = max(missing, 1 - int(sizes[place])) if missing < 0 else missing
        sizes[place] += step
        missing -= step
    return rng.permutation(sizes)


def make_workplaces(rng: np.random.Generator, sizes: np.ndarray, branches: Branches) -> tuple[Workplaces, np.ndarray]:
    """Workplaces of the given sizes, spread by population.

    Returns:
        The workplaces with the employer still unnamed, and for each whether its employer is a legal person.
    """
    count = len(sizes)
    branch = _spread(rng, count, branches)
    activity = _activities(rng, sizes)
    by_activity = lambda field: np.array([getattr(a, field) for a in activities()])[activity]  # noqa: E731
    is_legal = (rng.random(count) < by_activity("is_legal_share")) | (sizes > 80)
    is_relief = by_activity("is_relief") & (sizes <= 50) & (rng.random(count) < 0.6)
    rows = np.where(by_activity("is_contractor") & (sizes >= 8), rng.integers(1, CONTRACT_ROWS_MAX + 1, count), 0)
    employer = _share_employers(rng, is_legal)
    branch = branch[np.searchsorted(employer, employer)]  # who owns two has them in one town
    name, address = _signs(rng, activity, is_legal), _addresses(rng, branch, branches)
    codes = _codes(branch, activity, branches)
    return Workplaces(codes, employer, branch, activity, sizes, name, address, is_relief, rows), is_legal


def make_employers(rng: np.random.Generator, workplaces: Workplaces, is_legal: np.ndarray, national_ids: np.ndarray) -> Employers:
    """The employers of the workplaces; natural ones take their numbers from `national_ids`, in order."""
    count = int(workplaces.employer.max()) + 1
    legal = np.zeros(count, dtype=bool)
    legal[workplaces.employer] = is_legal
    first, family, _ = names.draw_names(rng, rng.random(count) < 0.12)
    person_names = names.first_names()[first] + " " + names.family_names()[family]
    firm_names = np.empty(count, dtype=object)
    firm_names[workplaces.employer] = workplaces.name
    identifier = np.where(
        legal, numbers.as_text(numbers.legal_ids(rng, count), 11), numbers.as_text(national_ids[:count], 10)
    )
    return Employers(legal, identifier, np.where(legal, firm_names, person_names))


def make_hazards(rng: np.random.Generator, workplaces: Workplaces) -> Hazards:
    """In seven of ten workplaces of five or more with such jobs, the committee has found them hard and hazardous."""
    found = []
    for place, activity in enumerate(activities()):
        hazardous = [job for job in jobs_of_group(activity.jobs)[0] if jobs()[job].is_hazardous]
        at = np.flatnonzero((workplaces.activity == place) & (workplaces.size >= 5))
        at = at[rng.random(len(at)) < 0.7]
        found.extend((at, np.full(len(at), job)) for job in hazardous)
    return Hazards(np.concatenate([at for at, _ in found]), np.concatenate([job for _, job in found]))


def _size_shares(size_max: int) -> tuple[np.ndarray, np.ndarray]:
    """Every size from one to `size_max` and its share of workplaces."""
    values = np.arange(1, size_max + 1)
    shares = np.zeros(size_max)
    shares[0] = SHARE_ONE_PERSON
    shares[1:50] = share(values[1:50] ** -1.7) * (1 - SHARE_ONE_PERSON - SHARE_OVER_FIFTY)
    shares[50:] = share(values[50:] ** -2.1) * SHARE_OVER_FIFTY
    return values, shares


def _spread(rng: np.random.Generator, count: int, branches: Branches) -> np.ndarray:
    populations = np.array([province.population_2016 for province in provinces()], dtype=float)
    per_branch = populations[branches.province] / np.bincount(branches.province)[branches.province]
    return rng.choice(len(branches.code), count, p=share(per_branch))


def _activities(rng: np.random.Generator, sizes: np.ndarray) -> np.ndarray:
    """What each workplace does: shops and workshops are small, whoever has many people makes things or works on contract."""
    usual = share([activity.weight for activity in activities()])
    of_many = share([activity.weight * (0.02 if activity.jobs in GROUPS_OF_FEW else 1) for activity in activities()])
    drawn = rng.choice(len(usual), len(sizes), p=usual)
    return np.where(sizes > SIZE_OF_FEW_MAX, rng.choice(len(usual), len(sizes), p=of_many), drawn)


def _share_employers(rng: np.random.Generator, is_legal: np.ndarray) -> np.ndarray:
    """Employer of each workplace: one in sixteen belongs to the employer of the workplace before it, if of one kind."""
    same = (rng.random(len(is_legal)) < 1 / 16) & (is_legal == np.roll(is_legal, 1))
    same[0] = False
    return np.cumsum(~same) - 1


def _codes(branch: np.ndarray, activity: np.ndarray, branches: Branches) -> np.ndarray:
    """Ten digits: three of the branch, three of the activity, four of the file, counted within the two."""
    activity_codes = np.array([int(a.code) for a in activities()])
    front = np.array([code[:3] for code in branches.code]).astype(np.int64)[branch] * 1000 + activity_codes[activity]
    order = np.argsort(front, kind="stable")
    first_of_group = np.searchsorted(front[order], front[order], side="left")
    serial = np.empty(len(front), dtype=np.int64)
    serial[order] = np.arange(len(front)) - first_of_group + 1
    return numbers.as_text(front * 10_000 + serial, 10)


def _signs(rng: np.random.Generator, activity: np.ndarray, is_legal: np.ndarray) -> np.ndarray:
    """What stands over the door; short enough for thirty bytes of a list."""
    nouns = np.array([a.noun for a in activities()], dtype=object)[activity]
    brands = np.array(names.BRANDS, dtype=object)[rng.integers(0, len(names.BRANDS), len(activity))]
    families = names.family_names()[rng.integers(0, names.plain_family_names(), len(activity))]
    return np.where(is_legal, "شرکت " + nouns + " " + brands, nouns + " " + families)


def _addresses(rng: np.random.Generator, branch: np.ndarray, branches: Branches) -> np.ndarray:
    towns = np.array([province.capital for province in provinces()], dtype=object)[branches.province[branch]]
    streets = np.array(names.STEMS, dtype=object)[rng.integers(0, len(names.STEMS), len(branch))]
    doors = np.array([_persian(n) for n in range(400)], dtype=object)[rng.integers(1, 400, len(branch))]
    return towns + "، خیابان " + streets + "، پلاک " + doors


def _whole_parts(parts: np.ndarray) -> np.ndarray:
    """Round shares to whole numbers with the same sum, largest remainder first."""
    whole = np.floor(parts).astype(int)
    missing = round(parts.sum()) - whole.sum()
    whole[np.argsort(whole - parts, kind="stable")[:missing]] += 1
    return whole


def _persian(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
