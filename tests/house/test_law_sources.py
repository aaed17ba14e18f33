"""The law stands in one place, exact and cited."""

import ast

import pytest

from .tree import ROOT, files, name_of

LAW = [path for path in files(".py") if path.is_relative_to(ROOT / "opentamin/law") and "tests" not in path.parts]


@pytest.mark.parametrize("path", LAW, ids=name_of)
def test_no_float_stands_in_the_law(path):
    floats = [node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert not floats


def _percentages(path):
    """Arithmetic that looks like a rate: `* 7 / 100`, `* 0.07`, `// 100`."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Div, ast.FloorDiv, ast.Mult)):
            for side in (node.left, node.right):
                if isinstance(side, ast.Constant) and side.value in (0.07, 0.2, 0.03, 0.3, 0.23, 0.27, 0.04):
                    yield ast.unparse(node)


@pytest.mark.parametrize(
    "path",
    [path for path in files(".py") if path.is_relative_to(ROOT / "opentamin/office") and "tests" not in path.parts],
    ids=name_of,
)
def test_no_rate_of_the_law_is_worked_out_in_the_office(path):
    assert not list(_percentages(path))
