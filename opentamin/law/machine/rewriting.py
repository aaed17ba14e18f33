"""Rewriting an article's syntax tree so that each step passes through a frame.

What an expression reads is kept in names beside it, and the expression is written out again with the values it met right
after it was worked out: `a * law.rate` becomes `(k0 := a) * (k1 := frame.figure(1, law.rate))`, then
`["op", "*", ["name", "a", k0], ["figure", "rate", k1]]`.
"""

import ast
from collections.abc import Callable
from copy import deepcopy
from typing import Any

FRAME, SHOWN = "__frame__", "__shown__"
SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.And: "and", ast.Or: "or", ast.Not: "not", ast.USub: "neg",
}  # fmt: skip


class Rewriter(ast.NodeTransformer):
    """Writes the traced copy of one article, and the static part of its notes.

    ``leaves`` are (kind, name) of everything read; ``lines`` are (kind, name, shape of the
    expression, line number) of everything noted.
    """

    def __init__(self, function: Callable, definition: ast.FunctionDef) -> None:
        self.definition = deepcopy(definition)
        names = [argument.arg for argument in definition.args.args]
        self.parameters, self.law = set(names[:-1]), names[-1]
        assigned = {n.id for n in ast.walk(definition) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        self.locals = assigned - self.parameters
        self.globals = function.__globals__
        self.leaves: list[tuple[str, str]] = []
        self.lines: list[tuple[str, str, list, int]] = []

    def rewrite(self) -> ast.Module:
        """The module that defines the traced copy."""
        definition = self.definition
        definition.decorator_list, definition.returns = [], None
        for argument in definition.args.args:
            argument.annotation = None
        definition.body = [self.visit(statement) for statement in definition.body]
        definition.body[:0] = self._prologue()
        definition.args.args.insert(0, ast.arg(FRAME))
        return ast.fix_missing_locations(ast.Module([definition], []))

    def _prologue(self) -> list[ast.stmt]:
        """What is never reached stands as None."""
        shown = ast.Attribute(ast.Name(FRAME, ast.Load()), "shown", ast.Load())
        known: list[ast.stmt] = [ast.Assign([ast.Name(SHOWN, ast.Store())], shown)]
        if self.leaves:
            known.append(ast.Assign([ast.Name(_kept(leaf), ast.Store()) for leaf in range(len(self.leaves))], ast.Constant(None)))
        return known

    # Statements

    def visit_Assign(self, node: ast.Assign) -> ast.Assign:
        name = ast.unparse(node.targets[0])
        node.value = self._noted("set", name, node.value)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.Assign:
        name = ast.unparse(node.target)
        total = ast.BinOp(ast.Name(name, ast.Load()), node.op, node.value)
        value = self._noted("set", name, ast.copy_location(total, node))
        return ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], value), node)

    def visit_If(self, node: ast.If) -> ast.If:
        node.test = self._noted("if", "", node.test)
        node.body = [self.visit(statement) for statement in node.body]
        node.orelse = [self.visit(statement) for statement in node.orelse]
        return node

    def visit_For(self, node: ast.For) -> ast.For:
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_Return(self, node: ast.Return) -> ast.Return:
        node.value = self._noted("return", "", node.value)
        return node

    def _noted(self, kind: str, name: str, value: ast.expr | None) -> ast.expr:
        if value is None:
            raise SyntaxError(f"{self.definition.name}: an article returns a value.")
        at = value.lineno
        expression, shape = self._read(value)
        self.lines.append((kind, name, shape, at))
        return _frame_call("note", len(self.lines) - 1, expression, self._written(shape))

    def _written(self, shape: list) -> ast.expr:
        """The expression that writes a shape with the values kept."""
        match shape:
            case ["leaf", leaf]:
                kind, name = self.leaves[leaf]
                return ast.List([ast.Constant(kind), ast.Constant(name), _as_data(leaf)], ast.Load())
            case ["op" | "call" as head, sign, *parts]:
                return ast.List([ast.Constant(head), ast.Constant(sign), *map(self._written, parts)], ast.Load())
            case ["row", fields]:
                row = ast.Dict([ast.Constant(name) for name in fields], [self._written(part) for part in fields.values()])
                return ast.List([ast.Constant("row"), row], ast.Load())
        return ast.List([ast.Constant(part) for part in shape], ast.Load())

    # Expressions: each returns its rewritten self and its shape

    def _read(self, node: ast.expr) -> tuple[ast.expr, list]:
        reader = getattr(self, f"_read_{type(node).__name__}", None)
        if reader is None:
            raise SyntaxError(
                f"{self.definition.name}, line {node.lineno}: "
                f"{type(node).__name__} is not used in articles; write it in plain steps."
            )
        return reader(node)

    def _read_Constant(self, node: ast.Constant) -> tuple[ast.expr, list]:
        return node, ["number", node.value]

    def _read_Name(self, node: ast.Name) -> tuple[ast.expr, list]:
        if node.id in self.locals:
            return self._leaf("name", node.id, node)
        if node.id in self.parameters:
            return self._leaf("fact", node.id, node)
        return node, ["code", node.id]

    def _read_Attribute(self, node: ast.Attribute) -> tuple[ast.expr, list]:
        root = node.value
        if isinstance(root, ast.Name) and root.id == self.law:
            return self._leaf("figure", node.attr, node)
        if isinstance(root, ast.Name) and root.id in self.locals:
            return self._leaf("name", node.attr, node)
        if isinstance(root, ast.Name) and root.id in self.parameters:
            return self._leaf("fact", node.attr, node)
        return node, ["code", node.attr]

    def _read_Subscript(self, node: ast.Subscript) -> tuple[ast.expr, list]:
        return self._leaf("fact", ast.unparse(node.value), node)

    def _read_BinOp(self, node: ast.BinOp) -> tuple[ast.expr, list]:
        node.left, left = self._read(node.left)
        node.right, right = self._read(node.right)
        return node, ["op", SIGNS[type(node.op)], left, right]

    def _read_UnaryOp(self, node: ast.UnaryOp) -> tuple[ast.expr, list]:
        node.operand, operand = self._read(node.operand)
        return node, ["op", SIGNS[type(node.op)], operand]

    def _read_BoolOp(self, node: ast.BoolOp) -> tuple[ast.expr, list]:
        parts = [self._read(value) for value in node.values]
        node.values = [expression for expression, _ in parts]
        return node, ["op", SIGNS[type(node.op)], *(shape for _, shape in parts)]

    def _read_Compare(self, node: ast.Compare) -> tuple[ast.expr, list]:
        node.left, left = self._read(node.left)
        parts = [self._read(value) for value in node.comparators]
        node.comparators = [expression for expression, _ in parts]
        signs = [SIGNS[type(operator)] for operator in node.ops]
        return node, ["op", " ".join(signs), left, *(shape for _, shape in parts)]

    def _read_IfExp(self, node: ast.IfExp) -> tuple[ast.expr, list]:
        node.test, test = self._read(node.test)
        node.body, body = self._read(node.body)
        node.orelse, otherwise = self._read(node.orelse)
        return node, ["op", "if", test, body, otherwise]

    def _read_Call(self, node: ast.Call) -> tuple[ast.expr, list]:
        name = ast.unparse(node.func)
        target = self.globals.get(name)
        if name == "len":
            return self._leaf("name", "count", node)
        if hasattr(target, "version_for"):
            return self._nested(name, node)
        if hasattr(target, "_fields"):
            return self._row(target, node)
        parts = [self._read(argument) for argument in node.args]
        node.args = [expression for expression, _ in parts]
        return node, ["call", name, *(shape for _, shape in parts)]

    def _nested(self, name: str, node: ast.Call) -> tuple[ast.expr, list]:
        """A nested article: its arguments are its own facts; here it is one value."""
        arguments = [
            argument if isinstance(argument, ast.Name) and argument.id == self.law else self._read(argument)[0]
            for argument in node.args
        ]
        self.leaves.append(("article", name))
        leaf = len(self.leaves) - 1
        return _keep(leaf, _frame_call("call", leaf, node.func, *arguments)), ["leaf", leaf]

    def _row(self, target: Any, node: ast.Call) -> tuple[ast.expr, list]:
        """A result row, by position or by name."""
        shapes: dict[str, list] = {}
        for place, argument in enumerate(node.args):
            node.args[place], shapes[target._fields[place]] = self._read(argument)
        for keyword in node.keywords:
            keyword.value, shapes[str(keyword.arg)] = self._read(keyword.value)
        return node, ["row", shapes]

    def _leaf(self, kind: str, name: str, node: ast.expr) -> tuple[ast.expr, list]:
        self.leaves.append((kind, name))
        leaf = len(self.leaves) - 1
        value = _frame_call("figure", leaf, node) if kind == "figure" else node
        return ast.copy_location(_keep(leaf, value), node), ["leaf", leaf]


def _kept(leaf: int) -> str:
    return f"__kept_{leaf}__"


def _keep(leaf: int, value: ast.expr) -> ast.expr:
    return ast.NamedExpr(ast.Name(_kept(leaf), ast.Store()), value)


def _as_data(leaf: int) -> ast.expr:
    """A value as JSON can hold it; most are whole numbers as they are."""
    value = ast.Name(_kept(leaf), ast.Load())
    is_number = ast.Compare(ast.Attribute(value, "__class__", ast.Load()), [ast.Is()], [ast.Name("int", ast.Load())])
    return ast.IfExp(is_number, value, ast.Call(ast.Name(SHOWN, ast.Load()), [value], []))


def _frame_call(method: str, place: int, *arguments: ast.expr) -> ast.Call:
    function = ast.Attribute(ast.Name(FRAME, ast.Load()), method, ast.Load())
    return ast.Call(function, [ast.Constant(place), *arguments], [])
