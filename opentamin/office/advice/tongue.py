"""In which language of the law this page is written."""

from opentamin.office.kit.numbers import is_persian


def page_language() -> str:
    """"fa" or "en"."""
    return "fa" if is_persian() else "en"
