"""Everything that can be said about a list from its own two files, the calendar and the law.

Pure and set-based: 200,000 workers are checked column by column. Errors hand the list back, warnings do not stand in its
way, notes only tell.
"""

from datetime import date
from typing import Any

from opentamin.lists.checks import amounts, header, law_answers, letters, people, premium, working_days
from opentamin.lists.checks.view import View
from opentamin.lists.finding import Book, Finding, in_order
from opentamin.lists.pair import ListPair


def check(pair: ListPair, law: Any, *, today: date) -> list[Finding]:
    """All findings on a list, those of its reading included: errors first, then by row.

    law: the law of the list's month (`law.at(day)`); `today` decides what lies in the future.
    """
    book = Book(silent=pair.unread if len(pair.unread) and pair.unread.any() else None)
    view = View.of(pair)
    header.check_header(view, book, law, today)
    if pair.workers_count:
        header.check_rows_agree(view, book)
        header.check_totals(view, book)
        working_days.check_days(view, book)
        working_days.check_dates(view, book)
        amounts.check_amounts(view, book)
        answers = law_answers.ask(view, book, law)
        amounts.check_identities(view, book, answers)
        if answers:
            premium.check_premium(view, book, answers, law)
        people.check_people(view, book)
        letters.check_letters(view, book)
    return in_order([*pair.findings, *book.findings()])


__all__ = ["check"]
