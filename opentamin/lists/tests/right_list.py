"""One small invented list that is right in every respect, for tests to spoil one thing at a time."""

from datetime import date

import numpy as np

from opentamin import law as laws
from opentamin.law import days
from opentamin.law.contributions import ceiling_of_days, floor_of_days, premium_of_wage
from opentamin.lists import check, read_upload, write_pair

MONTH = 140508
TODAY = date(2026, 11, 22)  # 1 Azar 1405
LAW = laws.at(days.month_first_day(MONTH))
CEILING_OF_30, FLOOR_OF_30 = ceiling_of_days(30, LAW), floor_of_days(30, LAW)

HEADER = {
    "DSK_ID": "0183630045",
    "DSK_NAME": "بافندگی سپیدار",
    "DSK_FARM": "بهرام یزدانی",
    "DSK_ADRS": "تهران پلاک ۱۲",
    "DSK_LISTNO": "0001",
    "DSK_RATE": 27,
    "month": MONTH,
}


def premium(wage: int) -> int:
    return premium_of_wage(wage, LAW)


def workers(**changes) -> dict[str, np.ndarray]:
    """Five workers; `changes` replace whole columns."""
    daily = np.array([6_000_000, 7_000_000, 8_000_000, 9_000_000, 10_000_000])
    worked = np.array([30, 30, 29, 30, 15])
    benefits = np.full(5, 15_000_000)
    pay = daily * worked + benefits
    columns = {
        "DSW_ID1": ["23874105", "23874106", "31000217", "31000218", "45500319"],
        "DSW_FNAME": ["زهرا", "امید", "نسترن", "کیانوش", "پریسا"],
        "DSW_LNAME": ["کاوه", "شریفی", "مولوی", "آذری", "نظری"],
        "DSW_DNAME": ["علی", "حسن", "رضا", "مراد", "بهمن"],
        "DSW_IDNO": ["12", "345", "7", "88", "901"],
        "DSW_IDPLC": ["تهران", "شیراز", "تبریز", "اهواز", "رشت"],
        "DSW_BDATE": ["65/01/02", "13700315", "60/12/29", "1355/7/1", "80/06/31"],
        "DSW_SEX": ["زن", "مرد", "زن", "مرد", "زن"],
        "DSW_NAT": ["ایرانی"] * 5,
        "DSW_OCP": ["بافنده", "حسابدار", "بافنده", "راننده", "انباردار"],
        "DSW_DD": worked,
        "DSW_ROOZ": daily,
        "DSW_MAH": daily * worked,
        "DSW_MAZ": benefits,
        "DSW_MASH": pay,
        "DSW_TOTL": pay + 1_000_000,
        "DSW_BIME": [premium(wage) for wage in pay.tolist()],
        "DSW_JOB": ["021330", "AB1234", "021331", "021332", "021333"],
        "PER_NATCOD": ["1000000001", "1000000011", "1000000028", "1000000036", "1000000044"],
    }
    return {name: np.array(values) for name, values in (columns | changes).items()}


def at_row(column: str, row: int, value) -> np.ndarray:
    """The right column with one worker's value (row from 1) replaced."""
    values = workers()[column].astype(object)
    values[row - 1] = value
    return np.array(values.tolist())


def uploaded(header=None, columns=None, *, spoil=None, **written):
    """Write, optionally spoil the files' bytes by name part, and read back: the pair."""
    files = write_pair({**HEADER, **(header or {})}, columns if columns is not None else workers(), **written)
    if spoil:
        files = {name: spoil(name, body) for name, body in files.items()}
    [pair] = read_upload(list(files.items()))
    return pair


def findings(pair, level=None):
    """All findings of a pair, or those of one level."""
    found = check(pair, LAW, today=TODAY)
    return [f for f in found if level in (None, f.level)]


def codes(pair, level=None) -> list[tuple]:
    """(code, row) of the findings; what most tests compare."""
    return [(f.code, f.row) for f in findings(pair, level)]


def errors(**changes) -> list[tuple]:
    """Errors of the right list with columns replaced (totals follow, as the writer computes them)."""
    return codes(uploaded(columns=workers(**changes)), "error")


def warnings(**changes) -> list[tuple]:
    return codes(uploaded(columns=workers(**changes)), "warning")


def with_header(pair, **values):
    """The same pair with other values in the workshop's record."""
    pair.header.update(values)
    return pair
