"""Match a statement: book every line that is not booked yet."""

from datetime import datetime

from ..models import BankStatement
from ..queries import unbooked_lines
from .book_line import book_line


def match_statement(statement_id: int, *, by, now: datetime) -> dict[str, int]:
    """Book the lines of a statement one after the other, each in a transaction of its own: whoever is stopped in the middle goes on
    where it stopped, and done twice it is done once. Returns how many lines ended how."""
    statement = BankStatement.objects.get(pk=statement_id)
    ended: dict[str, int] = {}
    for line_id in unbooked_lines(statement):
        outcome = book_line(line_id, by=by, now=now)
        ended[outcome] = ended.get(outcome, 0) + 1
    return ended
