"""`./run mutate`: put the cases and the tests of the law on trial, without a database."""

import argparse
import gc
import os
import sys
import time

from .equivalents import read_equivalents, sort_out
from .killers import Killer, case_killers, measured, test_files, with_tests
from .making import changes_of
from .planting import answer_plainly
from .rules import FOUNDATIONS, Rule, chapters, rules_of
from .telling import WANTED, is_enough, score, survivors, table
from .trials import Trial, tried


def main(arguments: list[str] | None = None) -> int:
    """Try the changes asked for; return 0, or 1 when too many pass unnoticed or a proof is itself at fault."""
    asked = _parser().parse_args(arguments)
    named = asked.chapter or [*chapters(), *(sorted(FOUNDATIONS) if asked.foundations else ())]
    strangers = sorted(set(named) - {*chapters(), *FOUNDATIONS})
    if strangers:
        return _fail(f"no chapter {', '.join(strangers)}; there are {', '.join([*chapters(), *sorted(FOUNDATIONS)])}")
    rules = [rule for chapter in named for rule in rules_of(chapter)]
    wanted = [rule for rule in rules if not asked.article or rule.name in asked.article or rule.article_name in asked.article]
    if not wanted:
        return _fail("no rule of that name")
    answer_plainly()
    start = time.monotonic()
    trials, broken = with_tests(test_files({rule.chapter for rule in wanted}), lambda tests: hold(wanted, tests, asked.processes))
    return tell(trials, broken, asked.list_survivors, time.monotonic() - start)


def hold(rules: list[Rule], tests: list[Killer], processes: int) -> tuple[list[Trial], list[str]]:
    """Hold every trial of some rules; also return the names of cases and tests that fail on the right law and are left out."""
    killers = [*case_killers(), *tests]
    versions = [rule for chapter in {rule.chapter for rule in rules} for rule in rules_of(chapter)]
    broken = measured(killers, versions)
    sound = [killer for killer in killers if killer not in broken]
    changes = [change for rule in rules for change in changes_of(rule)]
    gc.freeze()  # the processes of the trials share what we hold instead of copying it
    return tried(changes, sound, processes, _progress), [killer.name for killer in broken]


def tell(trials: list[Trial], broken: list[str], is_listing: bool, seconds: float) -> int:
    """Print what came out; return the exit code."""
    out = sort_out(trials, read_equivalents())
    if is_listing:
        print("\n".join(survivors(out)), end="\n\n")
    print("\n".join(table(out)))
    print(f"{len(trials)} changes in {seconds:.0f} s; {WANTED} percent of those that are not equivalent must be noticed")
    for name in broken:
        print(f"fails on the law as it stands, and was left out: {name}")
    for entry in out.stale:
        print(f"an entry of equivalent.yaml excuses nothing: {entry}")
    return int(bool(broken or out.stale) or not is_enough(*score(out)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./run mutate",
        description="آیا موردها و آزمون‌های قانون هر تغییر نابجا را می‌بینند؟ · do the cases and tests of the law notice a rule gone wrong?",
    )
    parser.add_argument("--chapter", action="append", metavar="NAME", help="تنها یک فصل · one chapter; may be repeated")
    parser.add_argument("--article", action="append", metavar="NAME", help="تنها یک ماده · one article or function; may be repeated")
    parser.add_argument("--foundations", action="store_true", help="روزها و گردکردن هم · days.py and rounding.py too")
    parser.add_argument("--list-survivors", action="store_true", help="تغییرهای نادیده · the changes nobody noticed")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N", help="چند پردازش با هم · processes at once")
    return parser


def _progress(done: int, of: int) -> None:
    """Say how far it is: in place on a terminal, otherwise a line for each tenth."""
    if sys.stderr.isatty():
        print(f"\r{done} / {of}", end="" if done < of else "\n", file=sys.stderr, flush=True)
    elif done * 10 // of > (done - 1) * 10 // of:
        print(f"{done} / {of}", file=sys.stderr, flush=True)


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
