"""How long a batch process waits for the whole law, compiled before and loaded from the cache.

Method. One process compiles every article of every chapter into the cache (minutes, the first time). A fresh process then
imports and starts Numba, and after that loads every kernel and asks it for one row: that is timed, without the import. The least value of every fact is given; what the articles answer does not matter here.

    ./run bench law_load [--only CHAPTER]
"""

import argparse
import subprocess
import sys
import time

import numpy as np

from opentamin import law
from opentamin.law.errors import LawError
from opentamin.law.machine.engines import check_law
from opentamin.law.machine.plans import called_by, plan_of

DAYS = ("1405-08-01", "1403-08-01", "1399-08-01", "1388-08-01")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", help="one chapter, by its folder's name")
    options.add_argument("--every", action="store_true", help="a kernel for each article, also those within others")
    options.add_argument("--load", action="store_true", help="only load what was compiled before")
    wanted = options.parse_args()
    if not wanted.load:
        print(f"compiled, or found compiled: {seconds_to_ask(articles(wanted.only, every=wanted.every)):.1f} s", flush=True)
        sys.exit(subprocess.run([sys.executable, __file__, "--load", *sys.argv[1:]], check=False).returncode)
    imported = seconds_to_start()
    chosen = articles(wanted.only, every=wanted.every)
    taken = seconds_to_ask(chosen)
    print(
        f"importing Numba: {imported:.2f} s; {len(chosen)} articles loaded and asked: {taken:.2f} s, {taken / len(chosen) * 1e3:.1f} ms each"
    )


def seconds_to_start() -> float:
    """Import Numba and have it ready: it reads its own registries when it is first asked for anything."""
    start = time.perf_counter()
    import numba

    from opentamin.law.machine import kernels  # noqa: F401

    numba.njit(lambda: 0)()
    return time.perf_counter() - start


def articles(chapter: str | None, *, every: bool) -> list:
    """Articles of one chapter or of all; unless `every`, those that no other calls."""
    functions = [version.function for one in law.ARTICLES.values() for version in one.versions if version.function]
    within = set() if every else {called for function in functions for called in called_by(function)}
    return [
        one
        for one in law.ARTICLES.values()
        if one not in within and (not chapter or one.__module__.startswith(f"opentamin.law.{chapter}."))
    ]


def seconds_to_ask(chosen: list) -> float:
    asked = [(article, one_row(article), law_that_answers(article)) for article in chosen]
    start = time.perf_counter()
    for article, row, current in asked:
        law.columns(article, row, current, "compiled")
    return time.perf_counter() - start


def law_that_answers(article) -> law.Law:
    """The latest law under which nothing the article may read is unknown."""
    for day in DAYS:
        current = law.at(law.days.date_from_text(day))
        try:
            check_law(article, current)
        except LawError:
            continue
        return current
    raise SystemExit(f"{article.name} has an unknown figure under every law tried.")


def one_row(article) -> dict[str, np.ndarray]:
    plan = plan_of(article)
    row = {name: np.array([kind.least], kind.dtype) for name, kind in plan.kinds.items()}
    return {**row, "offsets": np.array([0, 1])} if plan.series else row


if __name__ == "__main__":
    main()
