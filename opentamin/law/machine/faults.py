"""Sentences that refuse a file of data, from the ``faults`` of the words files."""

from ..errors import LawRefused


def refused(fault: str, **parts: object) -> LawRefused:
    """The error of a fault named in the words files, ``parts`` filled into its sentence."""
    # The words are read only here, where something is wrong.
    from ..words.files import words_of

    fa, en = (words_of(language).of("faults", fault).format(**parts) for language in ("fa", "en"))
    return LawRefused(fa, en)
