"""Whether a paper can be served on somebody at all: the room that knows them says what stands in the way."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise

Scope = tuple[str, int]
_OBSTACLES: dict[str, Callable[[int], str]] = {}
_WORDS: dict[str, str | Promise] = {}


def register(kind: str, obstacle: Callable[[int], str], *, words: Mapping[str, str | Promise]) -> None:
    """`obstacle(id)` gives the code of what stands in the way of serving a scope of this kind, or nothing; `words` are its sentences.

    Called once by the owning room, from AppConfig.ready().
    """
    _OBSTACLES[kind] = obstacle
    _WORDS.update(words)


def obstacle_to(scope: Scope) -> str:
    """The code of what stands in the way, or nothing."""
    kind, scope_id = scope
    return _OBSTACLES[kind](scope_id) if kind in _OBSTACLES else ""


def words_of(code: str) -> str:
    """The sentence of an obstacle, in the reader's language."""
    return str(_WORDS.get(code, code))
