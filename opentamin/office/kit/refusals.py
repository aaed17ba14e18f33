"""Why an act was refused: said once where it is refused, and alike on a page, to a program and on the command line."""

from typing import Any, ClassVar

from .numbers import digits, grouped


class Refusal(Exception):
    """An act that was not done; nothing was written.

    `code` is for programs, `status` what HTTP calls it. `sentence` is for people: what stands in the way and how to mend it, with the
    `facts` in it. Facts go out to whoever asked: numbers (whole rials, rows) and what they named themselves, never another's data.
    """

    code: str = "refused"
    status: ClassVar[int] = 409
    sentence: ClassVar[Any] = ""

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(self.code)

    def __str__(self) -> str:
        return (
            str(self.sentence) % {name: _shown(value) for name, value in self.facts.items()} if self.facts else str(self.sentence)
        )


def _shown(value: Any) -> str:
    return grouped(value) if isinstance(value, int) else digits(value)
