"""What stops a start: said once in Persian and once in English, never as a traceback."""


class CannotStart(Exception):
    """The system cannot start, and the person at the keyboard can mend it.

    Takes the sentence in Persian and the sentence in English; each says what happened and how to mend it.
    """

    def __init__(self, persian: str, english: str):
        super().__init__(f"{persian}\n{english}")
        self.persian = persian
        self.english = english
