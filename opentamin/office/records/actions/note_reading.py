"""Write down that somebody read what is not theirs."""

from ..models import Reading

Scope = tuple[str, int]


def note_reading(user, permission: str, scope: Scope, thing: Scope, grant) -> Reading:
    """The line written, at the database's own hour. The gate calls this for every reading that passes it; a room calls it only
    for what is read without passing there."""
    return Reading.objects.create(
        reader=user,
        permission=permission,
        grant=grant,
        scope_kind=scope[0],
        scope_id=scope[1],
        thing_kind=thing[0],
        thing_id=thing[1],
    )
