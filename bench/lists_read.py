"""How fast a workers' file of 200,000 rows is read, decoded and checked, against dbfread merely reading it.

    python bench/lists_read.py [rows]

The file is invented: names at least 60 % distinct, one row in a hundred with a planted fault. Ours: bytes to pair (every
text column decoded) and every check. Theirs: dbfread with the `iransystem` codec making a dict of every record; skipped
with a word if the bench environment (requirements/bench.txt) is not installed. The first, cold run is printed too.
"""

import io
import struct
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from people import invented_names

from opentamin import law, lists
from opentamin.law import days
from opentamin.law.contributions import ceiling_of_days, floor_of_days, premium_of_wage
from opentamin.lists.words import sentence

MONTH, ROUNDS = 140508, 5
_NAMES = {"DSW_FNAME": "first", "DSW_LNAME": "family", "DSW_DNAME": "father's"}
_DISTINCT_LEAST = 0.6
_JOBS = ("بافنده", "حسابدار", "راننده", "جوشکار", "کارگر ساده", "انباردار")
_PLACES = ("تهران", "اصفهان", "شیراز", "تبریز", "مشهد", "کرمانشاه", "بندرعباس")


def people(count: int, seed: int = 1405) -> dict[str, np.ndarray]:
    """Columns of invented workers whose list is right in every respect."""
    draw = np.random.default_rng(seed)
    current = law.of_month(MONTH)
    floor, ceiling = (bound(1, current) for bound in (floor_of_days, ceiling_of_days))
    worked = draw.integers(20, 31, count)
    day_wage = draw.integers(floor, ceiling // 2, count)
    monthly, benefits = day_wage * worked, draw.integers(0, 20_000_000, count)
    insurable = np.minimum(monthly + benefits, worked * ceiling)
    return {
        "DSW_ID1": (20_000_000 + draw.permutation(count)).astype("U8"),
        "DSW_FNAME": invented_names(draw, count, 4),
        "DSW_LNAME": invented_names(draw, count, 4),
        "DSW_DNAME": invented_names(draw, count, 4),
        "DSW_IDNO": draw.integers(1, 10_000, count).astype(str),
        "DSW_IDPLC": draw.choice(_PLACES, count),
        "DSW_BDATE": np.array([f"{y}/{m:02d}/{d:02d}" for y, m, d in zip(*(draw.integers(a, b, count).tolist() for a, b in ((45, 85), (1, 13), (1, 30))), strict=True)]),
        "DSW_SEX": draw.choice(["مرد", "زن"], count),
        "DSW_NAT": np.full(count, "ایرانی"),
        "DSW_OCP": draw.choice(_JOBS, count),
        "DSW_DD": worked,
        "DSW_ROOZ": day_wage,
        "DSW_MAH": monthly,
        "DSW_MAZ": insurable - monthly,
        "DSW_MASH": insurable,
        "DSW_TOTL": insurable + 1_000_000,
        "DSW_BIME": np.array([premium_of_wage(wage, current) for wage in insurable.tolist()]),
        "DSW_JOB": draw.integers(100_000, 999_999, count).astype(str),
        "PER_NATCOD": _national_ids(draw, count),
    }  # fmt: skip


def _national_ids(draw: np.random.Generator, count: int) -> np.ndarray:
    digits = draw.integers(0, 10, (count, 9))
    digits[:, 0] = draw.integers(1, 4, count)
    rest = (digits * np.arange(10, 1, -1)).sum(axis=1) % 11
    check = np.where(rest < 2, rest, 11 - rest)
    return np.array(["".join(map(str, row)) + str(last) for row, last in zip(digits.tolist(), check.tolist(), strict=True)])


def plant_faults(columns: dict[str, np.ndarray], seed: int = 99) -> int:
    """Spoil one row in a hundred, in one of eight ways; the number of rows spoiled."""
    count = len(columns["DSW_DD"])
    spoiled = np.random.default_rng(seed).choice(count, count // 100, replace=False)
    kinds = np.array_split(spoiled, 8)
    columns["DSW_DD"][kinds[0]] = 31
    columns["DSW_BIME"][kinds[1]] += 45_000
    columns["DSW_ID1"][kinds[2]] = columns["DSW_ID1"][(kinds[2] + 1) % count]
    columns["DSW_MASH"][kinds[3]] += 1_000
    for row in kinds[4].tolist():
        columns["PER_NATCOD"][row] = columns["PER_NATCOD"][row][::-1]
    columns["DSW_TOTL"][kinds[5]] = 0
    columns["DSW_LNAME"][kinds[6]] = "نام <ناروا>"
    columns["DSW_BDATE"][kinds[7]] = "99/99/99"
    return len(spoiled)


def files(columns: dict[str, np.ndarray]) -> dict[str, bytes]:
    """One pair, also beyond the 99,999 rows the header's count can hold: the parts' records behind one header."""
    header = {"DSK_ID": "0183630045", "DSK_NAME": "بافندگی سپیدار", "DSK_FARM": "بهرام یزدانی", "month": MONTH, "DSK_RATE": 27}
    parts = [lists.write_pair(header, part) for part in lists.split_for_format(columns)]
    (workshop_name, workshop), (workers_name, first) = parts[0].items()
    size = struct.unpack_from("<H", first, 8)[0]
    records = b"".join(part[workers_name][size:-1] for part in parts)
    merged = bytearray(first[:size])
    struct.pack_into("<I", merged, 4, len(columns["DSW_DD"]))
    return {workshop_name: workshop, workers_name: bytes(merged) + records + b"\x1a"}


def ours(upload: list[tuple[str, bytes]]) -> tuple[float, float, list]:
    """Seconds of reading, seconds of checking, and the findings."""
    start = time.perf_counter()
    [pair] = lists.read_upload(upload)
    read = time.perf_counter()
    found = lists.check(pair, law.of_month(MONTH), today=days.month_last_day(MONTH))
    return read - start, time.perf_counter() - read, found


def dbfread_seconds(body: bytes) -> float | None:
    """Seconds dbfread with the Iran System codec takes to go through the records; None where it is not installed."""
    try:
        import dbfread
        import iransystem  # noqa: F401  (registers the codec)
    except ImportError:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "DSKWOR00.DBF"
        path.write_bytes(body)
        start = time.perf_counter()
        seen = sum(1 for _ in dbfread.DBF(path, encoding="iransystem", char_decode_errors="replace"))
        assert seen == struct.unpack_from("<I", body, 4)[0]
        return time.perf_counter() - start


def _distinct_names(columns: dict[str, np.ndarray]) -> str:
    """The share of distinct values of each name column, in words; repeated names would be read faster than real ones."""
    shares = {said: len(np.unique(columns[name])) / len(columns[name]) for name, said in _NAMES.items()}
    assert min(shares.values()) >= _DISTINCT_LEAST, shares
    return ", ".join(f"{said} {share:.0%}" for said, share in shares.items())


def main(count: int) -> None:
    columns = people(count)
    distinct = _distinct_names(columns)
    spoiled = plant_faults(columns)
    upload = list(files(columns).items())
    out = io.StringIO()
    print(
        f"{count:,} rows, {len(upload[1][1]) / 2**20:.0f} MB, names distinct: {distinct}; {spoiled:,} rows spoiled",
        file=out,
    )
    runs = [ours(upload) for _ in range(ROUNDS)]
    print(f"cold: read {runs[0][0]:.3f} s, check {runs[0][1]:.3f} s", file=out)
    read, check, found = min(runs, key=lambda run: run[0] + run[1])
    tally = lists.counts(found)
    print(f"best of {ROUNDS}: read and decode {read:.3f} s, check {check:.3f} s, {count / (read + check):,.0f} rows/s", file=out)
    print(
        f"findings: {tally['error']:,} errors, {tally['warning']:,} warnings; first: {sentence(found[0], 'en').summary}", file=out
    )
    theirs = dbfread_seconds(upload[1][1])
    if theirs is None:
        print("dbfread: not installed; see requirements/bench.txt", file=out)
    else:
        print(
            f"dbfread only reading: {theirs:.2f} s, {count / theirs:,.0f} rows/s; ours is {theirs / (read + check):.1f} times as fast",
            file=out,
        )
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
