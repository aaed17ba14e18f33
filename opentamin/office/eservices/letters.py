"""Notices as letters: with the sentence of their kind, ready to be read."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.safestring import SafeString

from opentamin.office.notices.models import Notice
from opentamin.office.notices.queries import inbox
from opentamin.office.notices.sentences import sentence

LATEST_MAX = 3


class Letter(NamedTuple):
    """A notice and what it says in the language of the page."""

    notice: Notice
    sentence: SafeString


def letters_of(notices: Iterable[Notice]) -> list[Letter]:
    """In the order given."""
    return [Letter(notice, sentence(notice)) for notice in notices]


def latest(user) -> dict[str, object]:
    """Context of `eservices/pieces/letters.html`: the latest letters of the reader and how many wait unread."""
    return {"letters": letters_of(inbox(user)[:LATEST_MAX]), "unread_count": inbox(user).unread().count()}
