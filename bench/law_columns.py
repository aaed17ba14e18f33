"""How near a national run of ``worker_due`` comes to the speed of memory.

Method. Ten million invented rows (13 bytes in, 33 bytes out per row) go through the
compiled article with its result arrays reused. Beside it, in the same process and on the
same threads, a memory copy touches the same bytes: every input column is read, every
result column is written, one array copied into another of the same size, half of the
total each. Both are timed alternately; the medians are compared. The requirement is that
the law runs at no less than half the speed of the copy.

    python bench/law_columns.py [rows]
"""

import statistics
import sys
import time

import numpy as np
from numba import get_num_threads, njit, prange

from opentamin import law
from opentamin.law.contributions import worker_due

ROUNDS = 41


@njit(parallel=True)
def copy_words(source, target):
    for i in prange(source.size):
        target[i] = source[i]


def invented_rows(count: int, current: law.Law) -> dict[str, np.ndarray]:
    """Workers of a 30-day month: some under the floor, some above the ceiling."""
    random = np.random.default_rng(1405)
    minimum = current.minimum_wage_daily * 30
    return {
        "days": random.integers(1, 31, count, dtype=np.int8),
        "days_in_month": np.full(count, 30, np.int8),
        "wage_insurable": random.integers(minimum // 2, minimum * 9, count, dtype=np.int64),
        "is_unemployment_insured": np.ones(count, np.int8),
        "is_hazardous": (random.random(count) < 0.03).astype(np.int8),
        "is_apprentice": (random.random(count) < 0.01).astype(np.int8),
    }


def seconds(act) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    current = law.of_month(140508)
    rows = invented_rows(count, current)
    start = time.perf_counter()
    out = law.columns(worker_due, rows, current, "compiled")
    first = time.perf_counter() - start
    total = sum(array.nbytes for array in (*rows.values(), *out.values()))
    source = np.arange(total // 16, dtype=np.int64)
    target = np.zeros_like(source)
    copy_words(source, target)

    law_times, copy_times, numpy_times = [], [], []
    for _ in range(ROUNDS):
        law_times.append(seconds(lambda: law.columns(worker_due, rows, current, "compiled", out=out)))
        copy_times.append(seconds(lambda: copy_words(source, target)))
        numpy_times.append(seconds(lambda: np.copyto(target, source)))

    law_speed = total / statistics.median(law_times) / 1e9
    copies = {"threads": copy_times, "numpy": numpy_times}
    print(f"{count:,} rows, {total / 1e6:,.0f} MB read and written, {get_num_threads()} threads")
    print(f"first call (compile or cache): {first:.2f} s")
    print(f"law:            {statistics.median(law_times) * 1e3:7.1f} ms  {law_speed:6.1f} GB/s"
          f"  best {min(law_times) * 1e3:.1f} ms")
    for name, times in copies.items():
        speed = total / statistics.median(times) / 1e9
        print(f"copy ({name + '):':9} {statistics.median(times) * 1e3:7.1f} ms  {speed:6.1f} GB/s"
              f"  best {min(times) * 1e3:.1f} ms  law runs at {law_speed / speed:.2f} of it"
              f" (best against best {min(times) / min(law_times):.2f})")


if __name__ == "__main__":
    main()
