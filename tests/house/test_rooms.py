"""Every room has the same furniture, and a procedure can be read from `ls actions/`."""

import ast
import importlib

import pytest

from opentamin.office.kit.refusals import Refusal

from .tree import OFFICE, ROOMS, name_of

ACTIONS = sorted(path for room in ROOMS for path in (OFFICE / room / "actions").glob("*.py") if path.name != "__init__.py")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_tells_on_one_screen_what_it_keeps(room):
    lines = (OFFICE / room / "README.md").read_text().splitlines()
    assert 5 < len(lines) <= 60


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_an_act_stands_alone_in_the_file_of_its_name(path):
    functions = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]
    names = [function.name for function in functions]
    assert path.stem in names, f"{path.name} has no function {path.stem}"
    helpers = [name for name in names if name != path.stem]
    assert len(helpers) <= 2, f"more than an act and its helpers: {helpers}"


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_an_act_is_told_in_the_readme_of_its_room(path):
    readme = path.parents[1] / "README.md"
    assert path.stem in readme.read_text(), f"{path.stem} is not in {name_of(readme)}"


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_an_act_says_what_it_does(path):
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef) and node.name == path.stem:
            assert ast.get_docstring(node)


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_an_act_never_reads_the_clock(path):
    calls = [ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    clocks = {"timezone.now", "datetime.now", "date.today", "datetime.today", "time.time", "timezone.localdate"}
    read = [call for call in calls if call in clocks - {"timezone.localdate"}]
    assert not read, f"the clock is read at the door and handed in: {read}"


def test_every_refusal_has_a_code_and_a_sentence_of_its_own():
    for room in ROOMS:
        if (OFFICE / room / "actions").is_dir():
            importlib.import_module(f"opentamin.office.{room}.actions")
    found = [one for one in refusals(Refusal) if one.__module__.startswith("opentamin.") and "tests" not in one.__module__]
    assert len(found) > 20, "refusals are not found"
    lacking = [one.__qualname__ for one in found if one.code == Refusal.code or not (one.sentence or "__str__" in vars(one))]
    assert not lacking, "a refusal without words: " + ", ".join(lacking)


def refusals(of: type[Refusal]) -> list[type[Refusal]]:
    return [one for child in of.__subclasses__() for one in (child, *refusals(child))]
