"""Audit of the registry's mutable rows by triggers: what a row was before each change, who changed it and why."""

import pghistory


def tracked(**options):
    """Return a class decorator that keeps the row as it was before every update and deletion.

    An insertion leaves no event: until its first change the row is its own first state, so a list that brings four
    thousand new people does not write each of them twice.
    """
    return pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent(), **options)
