"""The order of the house: who may ask whom."""

import subprocess
import sys
from pathlib import Path

from .tree import ROOT


def test_every_import_goes_down_the_house():
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-3000:]


def test_the_linter_finds_nothing():
    ruff = Path(sys.executable).with_name("ruff")
    result = subprocess.run([ruff, "check", "--no-cache", "opentamin", "tests", "bench", "proof"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-3000:]


def test_types_of_the_pure_rooms_hold():
    checker = Path(sys.executable).with_name("mypy")
    result = subprocess.run([checker], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-3000:]


def test_every_measurement_asks_the_house_for_things_it_has():
    """Nobody runs them all after every change; one had asked the launcher for a step that was gone."""
    loose = [f"--disable-error-code={code}" for code in ("var-annotated", "index", "assignment", "arg-type", "str-bytes-safe")]
    checker = Path(sys.executable).with_name("mypy")
    measurements = sorted((ROOT / "bench").glob("*.py"))
    result = subprocess.run([checker, *loose, *measurements], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-3000:]


def test_the_law_needs_neither_django_nor_numba_nor_numpy_to_be_asked():
    code = (
        "import sys; from datetime import date; from opentamin import law; "
        "from opentamin.law.contributions import worker_due, WorkerMonth; "
        "law.explain(worker_due, WorkerMonth(30, 30, 200_000_000, 1, 0, 0), law.at(date(2026, 4, 1))); "
        "print(sorted({'django', 'numba', 'numpy'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
