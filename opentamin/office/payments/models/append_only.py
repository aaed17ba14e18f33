"""Tables that are their own audit: what is written stays."""

import pgtrigger


def append_only(name: str) -> pgtrigger.Protect:
    """The database refuses to change or delete a row, whoever asks."""
    return pgtrigger.Protect(name=f"{name}_stays", operation=pgtrigger.Update | pgtrigger.Delete)
