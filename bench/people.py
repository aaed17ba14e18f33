"""Invented workers as columns of a workers' file, for the benches. Names are built from syllables; nobody is real."""

import re

import numpy as np

from opentamin import law as laws
from opentamin.law import contributions as articles

_SYLLABLES = re.findall(
    r"\S+", "آ با به بر پر تا تی جا چی حا خو دا دل را رو زا ژا سا سی شا شی صا طا عا غا فا قا کا کی گل لا ما می نا نو وا هو یا"
)
MIDDLE = np.array(["", "ی", "ا", "ان", "زاده", "‌نژاد", "پور", "‌فر", "وند", "یان", "‌خواه", "لو", "‌دوست", "چی", "بخش", "‌گو"])
TAIL = np.array(["", " اصل", " تبریزی", " شیرازی", " کرمانی", " مقدم", " راد", " فرد", " منش", " نیا", " سرابی", " گیلانی"])


def invented_names(draw: np.random.Generator, count: int, syllables: int) -> np.ndarray:
    """Names put together by chance. Four syllables give more than a million, so 200,000 people hardly share one."""
    parts = [draw.choice(_SYLLABLES, count) for _ in range(syllables)]
    return np.array(["".join(part) for part in zip(*parts, strict=True)])


def list_header(code: str, month: int) -> dict:
    """Header values of one list; counts and totals are filled by the writer."""
    return {
        "DSK_ID": code,
        "DSK_NAME": "کارگاه سنجش",
        "DSK_FARM": "کارفرمای سنجش",
        "DSK_ADRS": "نشانی",
        "DSK_KIND": 0,
        "DSK_LISTNO": "01",
        "month": month,
        "MON_PYM": "000",
    }


def declared_people(count: int, *, seed: int, month: int, law) -> dict[str, np.ndarray]:
    """`count` rows: the same seed gives the same people with the pay of the month. One row in a hundred warns.

    Pay stays near the minimum, because the totals of the file hold twelve digits: at 1405 wages 4,000 workers of average
    pay would not fit into one list.
    """
    people = np.random.default_rng(1000 + seed)
    minimum = articles.floor_of_days(1, law)
    daily = (minimum * people.integers(100, 150, count)) // 100
    days = np.full(count, min(30, laws.days.month_length(month)), np.int64)
    benefits = people.integers(20_000_000, 30_000_000, count)
    faulty = np.arange(count) % 100 == 50
    daily = np.where(faulty & (np.arange(count) % 300 == 50), minimum * 9, daily)  # above the ceiling
    daily = np.where(faulty & (np.arange(count) % 300 == 150), minimum // 2, daily)  # under the minimum
    benefits = np.where(faulty, 0, benefits)
    national = _national_ids(people, count, seed)
    bad = faulty & (np.arange(count) % 300 == 250)
    national = np.where(bad, np.char.add(national.astype("<U9"), _other_digit(national)), national)
    insurance = (10_000_000 + (seed * 5_003 + np.arange(count)) % 80_000_000).astype(str)
    monthly = daily * days
    insurable = monthly + benefits
    share = np.array([articles.premium_of_wage(int(wage), law) for wage in insurable])
    return {
        "DSW_ID1": insurance,
        "DSW_FNAME": invented_names(people, count, 4),
        "DSW_LNAME": np.char.add(
            np.char.add(invented_names(people, count, 3), MIDDLE[people.integers(0, len(MIDDLE), count)]),
            TAIL[people.integers(0, len(TAIL), count)],
        ),
        "DSW_DNAME": invented_names(people, count, 4),
        "DSW_IDNO": people.integers(1, 99_999, count).astype(str),
        "DSW_IDPLC": np.full(count, "تهران"),
        "DSW_BDATE": np.array(
            [
                f"13{year:02d}0{month}1{day}"
                for year, month, day in zip(
                    people.integers(40, 85, count), people.integers(1, 10, count), people.integers(0, 10, count), strict=True
                )
            ]
        ),
        "DSW_SEX": np.where(people.random(count) < 0.7, "مرد", "زن"),
        "DSW_NAT": np.full(count, "ایرانی"),
        "DSW_OCP": np.full(count, "کارگر"),
        "DSW_JOB": np.full(count, "013001"),
        "DSW_DD": days,
        "DSW_ROOZ": daily,
        "DSW_MAH": monthly,
        "DSW_MAZ": benefits,
        "DSW_MASH": insurable,
        "DSW_TOTL": insurable,
        "DSW_BIME": share,
        "PER_NATCOD": national,
    }


def _national_ids(people: np.random.Generator, count: int, seed: int) -> np.ndarray:
    nine = 100_000_000 + (seed * 4_000_037 + np.arange(count, dtype=np.int64) * 7) % 800_000_000
    digits = (nine[:, None] // 10 ** np.arange(8, -1, -1)) % 10
    rest = (digits * np.arange(10, 1, -1)).sum(axis=1) % 11
    check = np.where(rest < 2, rest, 11 - rest)
    return np.char.add(nine.astype(str), check.astype(str))


def _other_digit(national: np.ndarray) -> np.ndarray:
    last = np.array([int(value[-1]) for value in national])
    return ((last + 1) % 10).astype(str)
