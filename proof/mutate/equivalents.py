"""Changes that change nothing: listed with the reason, so that a person can judge it.

An entry names the function and shows the lines before and after, as `./run mutate --list-survivors` prints them:

    - article: relief_of_list
      change: |
        - relief = min(wage, total)
        + relief = total
      why: The total is never above the wage.

Where one function holds the same lines twice, `place` says which is meant, counted from 1.
"""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .trials import Trial

FILE = Path(__file__).resolve().parents[1] / "equivalent.yaml"


@dataclass(frozen=True)
class Equivalent:
    """One entry of the file."""

    article: str
    change: str
    why: str
    place: int = 0


@dataclass
class Sorted:
    """Trials told apart; ``stale`` are entries that excuse nothing, with what is wrong with them."""

    killed: list[Trial] = field(default_factory=list)
    survived: list[Trial] = field(default_factory=list)
    equivalent: list[Trial] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)


def read_equivalents(file: Path = FILE) -> list[Equivalent]:
    """The entries of a file. Raises ValueError for one without a reason."""
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    found = [Equivalent(one["article"], _plain(one["change"]), one.get("why", ""), one.get("place", 0)) for one in entries]
    for entry in found:
        if not entry.why.strip():
            raise ValueError(f"{file.name}: an equivalent of {entry.article} gives no reason.")
    return found


def sort_out(trials: list[Trial], entries: list[Equivalent]) -> Sorted:
    """Tell killed, surviving and equivalent changes apart, and find entries that excuse nothing."""
    out = Sorted()
    excused: set[int] = set()
    tried = {trial.change.rule.name for trial in trials}
    for entry in entries:
        if entry.article not in tried:
            continue
        meant = [t for t in trials if t.change.rule.name == entry.article and _plain(t.change.difference) == entry.change]
        if entry.place:
            meant = meant[entry.place - 1 : entry.place]
        fault = _fault(meant)
        if fault:
            out.stale.append(f"{entry.article}: {fault}\n{entry.change}")
        else:
            excused.add(id(meant[0]))
    for trial in trials:
        group = out.killed if trial.is_killed else out.equivalent if id(trial) in excused else out.survived
        group.append(trial)
    return out


def _fault(meant: list[Trial]) -> str:
    if not meant:
        return "no such change is tried"
    if len(meant) > 1:
        return "several changes read so; say which by `place`"
    return "this change is noticed, so it is not equivalent" if meant[0].is_killed else ""


def _plain(change: str) -> str:
    return "\n".join(f"{line.strip()[:1]} {line.strip()[1:].strip()}" for line in change.strip().splitlines())
