"""Notices with the sentence of their kind, ready to be read."""

from collections.abc import Iterable
from typing import NamedTuple

from django.template.loader import select_template

from opentamin.office.notices.models import Notice
from opentamin.office.notices.queries import inbox

LATEST_MAX = 3


class Letter(NamedTuple):
    """`sentence` is the template of the notice's kind; it is included with `notice` and its `facts`."""

    notice: Notice
    sentence: object


def letters_of(notices: Iterable[Notice]) -> list[Letter]:
    """In the order given. A kind whose room has no sentence for it is shown by a general one, never left out."""
    return [Letter(notice, select_template([f"notices/kinds/{notice.kind}.html", "eservices/pieces/general_notice.html"]).template) for notice in notices]


def latest(user) -> dict[str, object]:
    """Context of `eservices/pieces/letters.html`: the latest letters of the reader and how many wait unread."""
    return {"letters": letters_of(inbox(user)[:LATEST_MAX]), "unread_count": inbox(user).unread().count()}
