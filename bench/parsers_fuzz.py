"""Every parser of the house against spoiled inputs: an answer or a refusal each time, in bounded time, with level memory.

Right inputs of every kind are spoiled from a seed (bytes changed, cut, doubled, swapped, lied about, words of the format in
the wrong place) and read: monthly lists as DBF, TXT, ZIP, CSV, XLSX and JSON, with all checks; bank statements as camt.053
and CSV; facts of articles and reforms as JSON and YAML; days, months and amounts as people type them. Whatever is neither an
answer nor the parser's own refusal ends the run with the seed and number of the input, and so does an input that takes longer
than the bound. One process for each core; a share of all inputs goes to each kind, more to those that are more dangerous.

    ./run bench parsers_fuzz [--inputs 1000000] [--seed 1405] [--only camt]
"""

import argparse
import multiprocessing
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

SECONDS_MAX = 5.0  # of one input; the slowest seen on a quiet machine takes a twentieth
SAMPLES = 10  # looks at the memory
HEADROOM_MIB = 64  # what memory may differ by between the first tenth of a run and its end


class Parser(NamedTuple):
    """`share` of all inputs in thousandths; `make` gives one spoiled input, `read` says how it ended: read or refused."""

    share: int
    make: Callable[[random.Random], object]
    read: Callable[[object], str]


class TooSlow(Exception):
    """One input took longer than any may."""


def parsers() -> dict[str, Parser]:
    """Every parser by name. Loaded in the process that runs it."""
    from spoiled_texts import camt_parser, csv_parser, facts_parser, reform_parser, typed_parser

    from opentamin.lists.tests.mutation import originals, outcome, spoiled

    uploads = originals()
    lists = Parser(200, lambda chance: spoiled(chance.choice(uploads), chance), outcome)
    others = {
        "camt": (150, camt_parser),
        "bank csv": (150, csv_parser),
        "facts": (150, facts_parser),
        "reform": (100, reform_parser),
        "typed": (250, typed_parser),
    }
    return {"lists": lists} | {name: Parser(share, *make()) for name, (share, make) in others.items()}


def resident_mib() -> float:
    """What this process holds now, in MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Report(NamedTuple):
    """What one process saw: endings and seconds by parser, the slowest input, memory along the way in MiB."""

    endings: Counter
    seconds: Counter
    slowest: dict[str, float]
    memory: list[float]


def run(count: int, seed: int, only: str) -> Report:
    """Read so many spoiled inputs. Raises whatever a parser should not, told with seed and number."""
    chance, known = random.Random(seed), parsers()
    names = [name for name in known if only in name]
    chosen = chance.choices(names, [known[name].share for name in names], k=count)
    endings, seconds, slowest, memory = Counter(), Counter(), dict.fromkeys(names, 0.0), []
    signal.signal(signal.SIGALRM, too_slow)
    for number, name in enumerate(chosen):
        if number % max(count // SAMPLES, 1) == 0:
            memory.append(resident_mib())
        spoiled = known[name].make(chance)
        signal.setitimer(signal.ITIMER_REAL, SECONDS_MAX)
        start = time.process_time()
        try:
            endings[name, known[name].read(spoiled)] += 1
        except BaseException:
            sys.stderr.write(f"seed {seed}, input {number}, parser {name}: {repr(spoiled)[:2000]}\n")
            raise
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        spent = time.process_time() - start
        seconds[name] += spent
        slowest[name] = max(slowest[name], spent)
    return Report(endings, seconds, slowest, [*memory, resident_mib()])


def too_slow(number: int, frame: object) -> None:
    raise TooSlow(f"longer than {SECONDS_MAX} s")


def run_apart(task: tuple[int, int, str]) -> Report:
    return run(*task)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--inputs", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=1405)
    options.add_argument("--only", default="", help="part of a parser's name")
    wanted = options.parse_args()
    hands = os.cpu_count() or 1
    began = time.perf_counter()
    tasks = [(wanted.inputs // hands + (hand < wanted.inputs % hands), wanted.seed + hand, wanted.only) for hand in range(hands)]
    with multiprocessing.get_context("spawn").Pool(hands) as pool:
        reports = pool.map(run_apart, tasks, chunksize=1)
    tell(reports, time.perf_counter() - began)
    grown = [max(report.memory) - max(report.memory[: 1 + SAMPLES // 10 + 1]) for report in reports]
    if max(grown) > HEADROOM_MIB:
        sys.exit(f"memory grew by {max(grown):.0f} MiB")


def tell(reports: list[Report], seconds: float) -> None:
    endings = sum((report.endings for report in reports), Counter())
    spent = sum((report.seconds for report in reports), Counter())
    for name in spent:
        told = {ending: count for (of, ending), count in sorted(endings.items()) if of == name}
        count = sum(told.values())
        slowest = max(report.slowest[name] for report in reports)
        shares = ", ".join(f"{ending} {hits / count:.0%}" for ending, hits in told.items())
        print(f"{name:9} {count:>9,} inputs: {shares}; {spent[name] / count * 1000:.2f} ms each, slowest {slowest * 1000:.0f} ms")
    print(f"{sum(endings.values()):,} inputs in {seconds:.0f} s; no crash, none longer than {SECONDS_MAX:.0f} s")
    for hand, report in enumerate(reports):
        print(f"memory of process {hand + 1}, MiB: {[round(held) for held in report.memory]}")


if __name__ == "__main__":
    main()
