"""Who may open a document: the room that owns the thing it belongs to says so. A kind nobody answers for is closed."""

from collections.abc import Callable

from .models import Document

Checker = Callable[..., bool]
_CHECKERS: dict[str, Checker] = {}


def register(kind: str, check: Checker) -> None:
    """`check(user, document)` answers for documents of `kind`. Called once by the owning room, from AppConfig.ready()."""
    assert _CHECKERS.get(kind, check) is check, f"two rooms answer for {kind}"
    _CHECKERS[kind] = check


def may_open(user, document: Document) -> bool:
    """Whether this user may have the bytes."""
    check = _CHECKERS.get(document.kind)
    return check is not None and user.is_authenticated and bool(check(user, document))
