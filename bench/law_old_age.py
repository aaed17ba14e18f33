"""How long does the whole old-age chapter take over 42 million people, and how far is a float from the rial?

Method: `old_age_decision` (every path, the averaging, Art. 77, Art. 111, the reform of 1403) over invented people in memory,
from raw days: day of birth, days of record, days of record on the day of the reform, the sum of 24 months' wages. The day
of the run is one for all. Compiling and loading are told apart; the best of five runs counts. No person is left out.

The peer in the same run: OpenFisca-Core, a common engine for rules as code, with the plainest part of the same chapter
written for it (age, years of service, normal age, thirty and thirty-five years before the reform, Art. 77, Art. 111), on as
many people. It computes amounts as 32-bit floats; the rials by which they miss are printed.

    ./run bench law_old_age [--people 42000000] [--peer 42000000]
"""

import argparse
import time

import numpy as np

from opentamin import law
from opentamin.law.old_age import old_age_decision

DAY = "1405-09-01"
REFORM = "1403-05-03"
ROUNDS = 5
YEAR = 365


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--people", type=int, default=42_000_000)
    options.add_argument("--peer", type=int, default=42_000_000)
    wanted = options.parse_args()
    current = law.at(law.days.date_from_text(DAY))
    people = population(wanted.people, current)
    ours = our_seconds(people, current)
    print(f"opentamin: {wanted.people:,} people in {ours:.2f} s from raw days = {wanted.people / ours:,.0f} people/s")
    from in_openfisca import seconds_and_pensions  # 42 million people first, then the peer

    before = law.at(law.days.date_from_text("1403-01-01"))
    few = population(wanted.peer, before)
    theirs, floats = seconds_and_pensions(few, before.minimum_wage_daily * 30)
    exact = law.columns(old_age_decision, few, before, "compiled", fields=("pension_monthly",))["pension_monthly"]
    print(f"OpenFisca-Core: {wanted.peer:,} people in {theirs:.2f} s = {wanted.peer / theirs:,.0f} people/s, part of the chapter")
    print(f"ratio: {wanted.people / ours / (wanted.peer / theirs):,.0f} times as many people a second")
    both = (floats > 0) & (exact > 0)
    missed = np.abs(floats[both].astype(np.float64) - exact[both])
    print(f"32-bit floats: {np.mean(missed > 0):.1%} of {both.sum():,} pensions are off, by {missed.max():,.0f} rials at most")


def population(count: int, current: law.Law) -> dict:
    """Invented people of 18 to 70 with a record that fits their lives."""
    draw = np.random.default_rng(1405)
    today = law.days.number_of(current.day)
    since_reform = max(today - law.days.number_of(law.days.date_from_text(REFORM)), 0)
    age = draw.integers(18 * YEAR, 70 * YEAR, count, dtype=np.int32)
    record = np.clip(draw.integers(0, 38 * YEAR, count, dtype=np.int32), 0, age - 15 * YEAR)
    monthly = current.minimum_wage_daily * 30
    return {
        "day": today,
        "last_work_day": today,
        "months_averaged": 24,
        "birth_day": (today - age).astype(np.int32),
        "is_woman": (draw.random(count, dtype=np.float32) < 0.2).astype(np.int8),
        "record_days": record,
        "record_days_on_reform_day": np.maximum(record - since_reform, 0).astype(np.int32),
        "wages_sum": draw.integers(24 * monthly, 24 * 7 * monthly, count),
    }


def our_seconds(people: dict, current: law.Law) -> float:
    """The best of a few runs; prints how long the kernel took to be there."""
    fields = ("pension_monthly", "outcome")
    start = time.perf_counter()
    out = law.columns(old_age_decision, people, current, "compiled", fields=fields)
    first = time.perf_counter() - start
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        law.columns(old_age_decision, people, current, "compiled", fields=fields, out=out)
        times.append(time.perf_counter() - start)
    print(f"kernel compiled or loaded, and the first run: {first:.1f} s; entitled: {np.mean(out['pension_monthly'] > 0):.0%}")
    return min(times)


if __name__ == "__main__":
    main()
