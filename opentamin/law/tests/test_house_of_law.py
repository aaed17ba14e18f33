"""What the law package may not hold: floats, prose in rules, heavy or outside imports."""

import ast
import re
import subprocess
import sys

import pytest

from opentamin.law.machine import sources

PYTHON = {name: text.decode() for name, text in sources.SOURCES.items() if name.endswith(".py")}
# A plain list of names, which one class has to hold.
TABLES = {"outcomes.py"}
MACHINE = ("machine/", "words/")
RULES = [name for name in PYTHON if "/" in name and not name.startswith(MACHINE)]


def floats_in(text: str) -> list[int]:
    """Lines with a decimal literal, a true division or the word float."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and not _joins_paths(node))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]


def _joins_paths(node: ast.BinOp) -> bool:
    """Path / "name", which is no arithmetic."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.Constant | ast.JoinedStr)]
    return any(isinstance(part, ast.JoinedStr) or isinstance(part.value, str) for part in parts)


@pytest.mark.parametrize("name", PYTHON)
def test_no_float_lives_in_the_law(name):
    assert floats_in(PYTHON[name]) == []


@pytest.mark.parametrize("text", ["rate = 0.07", "half = wage / 2", "x = float(wage)"])
def test_a_float_would_be_found(text):
    assert floats_in(text) == [1]


@pytest.mark.parametrize("name", RULES)
def test_rules_hold_no_prose(name):
    assert not re.search(r"[\u0600-\u06ff]", PYTHON[name])


@pytest.mark.parametrize("name", PYTHON)
def test_files_and_functions_stay_short(name):
    assert PYTHON[name].count("\n") <= 300 or name in TABLES
    for node in ast.walk(ast.parse(PYTHON[name])):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 45, node.name


def test_the_law_is_loaded_without_numpy_numba_or_django():
    code = "import sys; from opentamin import law; print([m for m in ('numpy', 'numba', 'django') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
