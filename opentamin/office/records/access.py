"""Who may open a document: the room that owns the thing it belongs to says so. A kind nobody answers for is closed."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .models import Document

Checker = Callable[..., bool]
_CHECKERS: dict[str, Checker] = {}
_WORDS: dict[str, str | Promise] = {}


def register(kind: str, check: Checker, *, words: str | Promise = "") -> None:
    """`check(user, document)` answers for documents of `kind`; `words` say in the reader's language what such a paper is.

    Called once by the owning room, from AppConfig.ready().
    """
    assert _CHECKERS.get(kind, check) is check, f"two rooms answer for {kind}"
    _CHECKERS[kind], _WORDS[kind] = check, words


def may_open(user, document: Document) -> bool:
    """Whether this user may have the bytes."""
    check = _CHECKERS.get(document.kind)
    return check is not None and user.is_authenticated and bool(check(user, document))


def words_of(kind: str) -> str:
    """What a paper of this kind is called."""
    return str(_WORDS.get(kind) or _("برگهٔ رسمی سازمان"))
