"""What a run of trials says at its end."""

from collections.abc import Iterator
from itertools import groupby

from .equivalents import Sorted
from .trials import Trial, Verdict

WANTED = 95  # percent of the changes that are not equivalent
HEAD = ("chapter", "changes", "by cases", "by tests", "stopped", "survived", "equivalent", "score")


def score(sorted_out: Sorted, chapter: str = "") -> tuple[int, int]:
    """(killed, of how many that are not equivalent), of one chapter or of all."""
    killed, survived = _of(sorted_out.killed, chapter), _of(sorted_out.survived, chapter)
    return len(killed), len(killed) + len(survived)


def is_enough(killed: int, of: int) -> bool:
    return killed * 100 >= of * WANTED


def table(sorted_out: Sorted) -> Iterator[str]:
    """One line a chapter, and one for all of them."""
    trials = [*sorted_out.killed, *sorted_out.survived, *sorted_out.equivalent]
    chapters = sorted({trial.change.rule.chapter for trial in trials})
    rows = [_row(sorted_out, chapter, chapter) for chapter in chapters]
    if len(chapters) > 1:
        rows.append(_row(sorted_out, "", "all"))
    width = max(len(row[0]) for row in [HEAD, *rows])
    for row in (HEAD, *rows):
        yield f"{row[0]:<{width}}" + "".join(f"{cell:>12}" for cell in row[1:])


def survivors(sorted_out: Sorted) -> Iterator[str]:
    """Each change nobody noticed, as lines before and after."""
    ordered = sorted(sorted_out.survived, key=lambda trial: (trial.change.rule.key, trial.change.start))
    for key, trials in groupby(ordered, key=lambda trial: trial.change.rule.key):
        yield f"\n{key}"
        for trial in trials:
            yield f"  line {trial.change.line}, {trial.change.kind}"
            yield from (f"    {line}" for line in trial.change.difference.splitlines())


def _row(sorted_out: Sorted, chapter: str, name: str) -> tuple[str, ...]:
    killed, of = score(sorted_out, chapter)
    by = [sum(trial.verdict is verdict for trial in _of(sorted_out.killed, chapter)) for verdict in list(Verdict)[1:4]]
    survived, equivalent = len(_of(sorted_out.survived, chapter)), len(_of(sorted_out.equivalent, chapter))
    tenths = killed * 1000 // of if of else 1000
    shown = f"{tenths // 10}.{tenths % 10} %" + ("" if is_enough(killed, of) else " !")
    return name, str(of + equivalent), *map(str, by), str(survived), str(equivalent), shown


def _of(trials: list[Trial], chapter: str) -> list[Trial]:
    return [trial for trial in trials if chapter in ("", trial.change.rule.chapter)]
