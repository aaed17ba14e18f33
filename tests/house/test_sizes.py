"""Small stays small: a function fits a screen, a file fits a sitting."""

import ast

import pytest

from .tree import ROOT, files, name_of

CODE = [path for path in files(".py") if path.is_relative_to(ROOT / "opentamin") and not {"tests", "migrations"} & set(path.parts)]
FUNCTION_LINES_MAX = 60
FILE_LINES_MAX = 400
LISTS = {"opentamin/law/outcomes.py"}  # one name a line, and one class has to hold them all


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_file_fits_a_sitting_and_its_functions_a_screen(path):
    text = path.read_text()
    assert len(text.splitlines()) <= FILE_LINES_MAX or name_of(path) in LISTS
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < FUNCTION_LINES_MAX, f"{node.name} is too long"


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_no_drawer_for_odds_and_ends(path):
    assert path.stem not in {"utils", "util", "helpers", "misc", "common"}


def test_the_readme_fits_a_hundred_lines():
    assert len((ROOT / "README.md").read_text().splitlines()) < 100
