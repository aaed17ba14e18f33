"""Outcome codes of the articles. A kernel cannot raise, so it answers with one of these.

UNKNOWN is zero on purpose: a result nobody wrote reads as "hand on to a person".
"""

from enum import IntEnum


class Outcome(IntEnum):
    """What an article decided, besides its amounts."""

    UNKNOWN = 0
    COUNTED = 1
    LIFTED_TO_FLOOR = 2
    CUT_TO_CEILING = 3
    NO_DAYS = 4
    APPRENTICE_LIFTED = 5
    RELIEF_GRANTED = 10
    RELIEF_NOT_LISTED = 11
    RELIEF_TOO_MANY_WORKERS = 12
    RELIEF_WITHHELD_LATE = 13
    RELIEF_NOT_IN_FORCE = 14
    RELIEF_GIVEN_BEFORE = 15
    COVERED = 20
    NOT_COVERED_FOREIGNER = 21
    NOT_COVERED_RETIRED = 22
    NOT_COVERED_DISABLED = 23
    NOT_COVERED_OWN_CHOICE = 24
    NOT_COVERED_BOARD_MEMBER = 25
    MONTH_COUNTS = 30
    MONTH_WAITS = 31
