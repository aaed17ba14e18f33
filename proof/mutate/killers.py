"""What may notice a change: the written cases, and the tests of the chapters. Neither knows the right rule's answers."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from opentamin.law.machine import tracing
from opentamin.law.machine.cases import Case, differences, read_cases

from .changes import CHANGEOVER, Change
from .rules import Rule, chapter_of

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "opentamin" / "law" / "tests"


@dataclass
class Killer:
    """One case or test: ``fails`` says whether it notices something wrong; ``reached`` are the rules it comes to.

    A case speaks for every rule it reaches. A test speaks for the chapter its ``file`` is named after.
    """

    name: str
    fails: Callable[[], bool]
    file: str = ""
    reached: set[str] = field(default_factory=set)
    seconds: float = 0.0

    @property
    def is_case(self) -> bool:
        return not self.file

    def speaks_for(self, change: Change) -> bool:
        touched = change.rule.versions if change.kind == CHANGEOVER else {change.rule.key}
        return not touched.isdisjoint(self.reached) and (self.is_case or self.file.startswith(f"test_{change.rule.chapter}"))


def case_killers() -> list[Killer]:
    """Every written case of an article that is there."""
    return [Killer(f"{case.article}: {case.says}", _fails(case)) for case in read_cases() if chapter_of(case.article)]


def _fails(case: Case) -> Callable[[], bool]:
    def fails() -> bool:
        try:
            return bool(differences(case))
        except Exception:  # whatever stops the rule stops its case
            return True

    return fails


def test_files(chapters: Iterable[str]) -> list[Path]:
    """The files of tests named after a chapter."""
    return sorted({path for chapter in chapters for path in TESTS.glob(f"test_{chapter}*.py")})


class Tests:
    """Collects the tests of some files once, and hands them over instead of running them."""

    def __init__(self, act: Callable[[list[Killer]], Any]) -> None:
        self.act = act
        self.result: Any = None
        self.error: Exception | None = None
        self.unreadable: list[Killer] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.unreadable.append(Killer(report.nodeid, lambda: True, Path(report.nodeid).name))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        session.config.option.tbstyle = "native"
        tests = [Killer(item.nodeid, _item_fails(item), item.path.name) for item in session.items]
        try:
            self.result = self.act([*self.unreadable, *tests])
        except Exception as error:  # raised again outside, where it is not taken for a fault of pytest
            self.error = error
        return True


def _item_fails(item: pytest.Item) -> Callable[[], bool]:
    from _pytest.runner import runtestprotocol

    def fails() -> bool:
        return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))

    return fails


def with_tests(files: list[Path], act: Callable[[list[Killer]], Any]) -> Any:
    """Give the tests of some files to ``act`` inside one run of pytest; return what it returns."""
    if not files:
        return act([])
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    _set_examples()
    tests = Tests(act)
    options = ["--rootdir", str(ROOT), "-c", os.devnull, "--import-mode=importlib", "--noconftest", "--assert=plain",
               "--capture=no", "-p", "no:terminal", "-p", "no:cacheprovider", "-W", "ignore"]  # fmt: skip
    code = pytest.main([*options, *map(str, files)], plugins=[tests])
    if tests.error is not None:
        raise tests.error
    if tests.result is None:
        raise RuntimeError(f"The tests of the chapters could not be collected ({code!r}).")
    return tests.result


def _set_examples() -> None:
    """Invented facts are the same every time, and the first that fails is enough."""
    from hypothesis import HealthCheck, Phase, settings

    settings.register_profile(
        "proof", derandomize=True, database=None, deadline=None, report_multiple_bugs=False,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    settings.load_profile("proof")


def measured(killers: list[Killer], rules: list[Rule]) -> list[Killer]:
    """Run every killer on the right law and note what it reaches and costs; return those that fail without any change."""
    codes: dict[CodeType, str] = {}
    for rule in rules:
        codes[rule.function.__code__] = rule.key
        if rule.article is not None:
            codes[tracing.script_of(rule.function).run.__code__] = rule.key
    broken = []
    for killer in killers:
        seen: set[CodeType] = set()

        def note(frame: FrameType, event: str, argument: Any, seen: set[CodeType] = seen) -> None:
            if event == "call":
                seen.add(frame.f_code)

        start = time.process_time()
        sys.setprofile(note)
        try:
            is_broken = killer.fails()
        finally:
            sys.setprofile(None)
        killer.seconds = time.process_time() - start
        killer.reached = {codes[code] for code in seen if code in codes}
        if is_broken:
            broken.append(killer)
    return broken
