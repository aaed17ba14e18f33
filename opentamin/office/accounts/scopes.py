"""What other rooms tell us about the things grants are over: how they are called, and what they belong to."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

Scope = tuple[str, int]


class ScopeKind(NamedTuple):
    """`names(ids)` gives {id: name}; `within(id)` gives the scopes above it, such as the branch of a workplace."""

    names: Callable[[Iterable[int]], dict[int, str]]
    within: Callable[[int], list[Scope]]


_KINDS: dict[str, ScopeKind] = {}


def register(
    kind: str, *, names: Callable[[Iterable[int]], dict[int, str]], within: Callable[[int], list[Scope]] = lambda _id: []
) -> None:
    """Called once by the room that keeps things of this kind, from its AppConfig.ready()."""
    _KINDS[kind] = ScopeKind(names, within)


def names(scopes: Iterable[Scope]) -> dict[Scope, str]:
    """Names of scopes, one query per kind; an unknown thing is missing from the answer."""
    ids: dict[str, set[int]] = {}
    for kind, scope_id in scopes:
        ids.setdefault(kind, set()).add(scope_id)
    return {(kind, scope_id): name for kind in ids if kind in _KINDS for scope_id, name in _KINDS[kind].names(ids[kind]).items()}


def around(scope: Scope) -> list[Scope]:
    """The scope itself and what it lies within."""
    kind, scope_id = scope
    return [scope, *(_KINDS[kind].within(scope_id) if kind in _KINDS else [])]
