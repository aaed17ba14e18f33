"""One small change to a rule, as an edit of its text, and how it reads."""

import ast
from collections.abc import Callable
from dataclasses import dataclass

from .rules import Rule

# A change of the day on which an amendment takes over; the rule itself stays as it is.
CHANGEOVER = "changeover"


@dataclass(frozen=True)
class Change:
    """The bytes ``start`` to ``end`` of a rule's file read ``new``; ``kind`` says what sort of mistake it imitates.

    Nothing is kept but the edit: there are thousands of changes, and each is tried in a copy of this process.
    """

    rule: Rule
    start: int
    end: int
    new: str
    kind: str

    @property
    def text(self) -> bytes:
        """The whole file, changed."""
        return self.rule.text[: self.start] + self.new.encode() + self.rule.text[self.end :]

    @property
    def definition(self) -> ast.FunctionDef:
        """The changed function, without its marks and annotations. Raises SyntaxError when it cannot be read."""
        written = self.rule.definition
        lines = self.rule.text.splitlines(keepends=True)
        first, last = sum(map(len, lines[: written.lineno - 1])), sum(map(len, lines[: written.end_lineno]))
        text = self.rule.text[first:last]
        if self.start >= first:  # an amendment's day stands above
            text = self.rule.text[first : self.start] + self.new.encode() + self.rule.text[self.end : last]
        found = ast.parse(text).body[0]
        assert isinstance(found, ast.FunctionDef)
        ast.increment_lineno(found, written.lineno - 1)
        found.decorator_list, found.returns = [], None
        for argument in found.args.args:
            argument.annotation = None
        return found

    def compiled(self, definition: ast.FunctionDef) -> Callable:
        """The changed function, ready to run in the place of the rule's."""
        space = dict(self.rule.function.__globals__)
        code = compile(ast.Module([definition], []), f"<{self.rule.file}, changed>", "exec")
        exec(code, space)  # noqa: S102 - our own source
        return space[self.rule.name]

    @property
    def line(self) -> int:
        return self.rule.text.count(b"\n", 0, self.start) + 1

    @property
    def difference(self) -> str:
        """The lines before and after, as they stand in the file of equivalents."""
        last = self.rule.text.count(b"\n", 0, self.end) + 1
        before = self.rule.text.decode().splitlines()[self.line - 1 : last]
        after = self.text.decode().splitlines()[self.line - 1 : last + self.new.count("\n")]
        shown = [f"- {line.strip()}" for line in before] + [f"+ {line.strip()}" for line in after if line.strip()]
        return "\n".join(shown)
