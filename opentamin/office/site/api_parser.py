"""Bodies of requests to the API, as values."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser

from opentamin.office.kit.problems import Problem


class TextParser(Parser):
    """JSON whose texts can be kept: a database holds no NUL, which JSON can name."""

    def parse_body(self, request: HttpRequest) -> Any:
        value = super().parse_body(request)
        if any("\0" in text for text in texts_of(value)):
            raise Problem(422, "nul_in_text", _("در متن درخواست نویسهٔ NUL (U+0000) هست؛ آن را بردارید و دوباره بفرستید."))
        return value


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a JSON value, names included, however deep."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list):
            waiting += one
