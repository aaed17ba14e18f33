"""For whom a page is written: one person may be insured, employer and officer at once, and looks through one of these at a time."""

from typing import Final, NamedTuple

from django.http import HttpRequest

from opentamin.office.accounts.gate import live_grants
from opentamin.office.accounts.models import Grant
from opentamin.office.accounts.permissions import Role

# In this order a person who is several things begins: what waits for the office first, one's own record last.
AUDIENCES: Final[dict[str, tuple[str, ...]]] = {
    "officer": (Role.BRANCH_HEAD, Role.OFFICER),
    "headquarters": (Role.HEADQUARTERS, Role.AUDITOR),
    "employer": (Role.EMPLOYER, Role.CLERK, Role.ADVOCATE),
    "insured": (Role.INSURED, Role.REPRESENTATIVE),
}
_SESSION_KEY: Final = "audience"


class Audience(NamedTuple):
    """`name` is a key of AUDIENCES; `grants` are the live grants that make the person one of them."""

    name: str
    grants: tuple[Grant, ...]

    @property
    def capacity(self) -> str:
        return str(Role(self.grants[0].role).label)

    def scope_ids(self, kind: str) -> list[int]:
        return list(dict.fromkeys(grant.scope_id for grant in self.grants if grant.scope_kind == kind))


def audiences_of(request: HttpRequest) -> list[Audience]:
    """All audiences a signed-in person belongs to, the first being the one to begin with."""
    grants = live_grants(request.user)
    found = [Audience(name, _of_roles(grants, roles)) for name, roles in AUDIENCES.items()]
    return [audience for audience in found if audience.grants]


def audience_of(request: HttpRequest) -> Audience | None:
    """The one the person looks through now: the chosen one while it is still theirs, else the first. None for a guest."""
    found = audiences_of(request)
    chosen = [audience for audience in found if audience.name == request.session.get(_SESSION_KEY)]
    return next(iter(chosen or found), None)


def choose(request: HttpRequest, name: str) -> None:
    """Look through this audience from now on; a name that is not the person's changes nothing."""
    if name in {audience.name for audience in audiences_of(request)}:
        request.session[_SESSION_KEY] = name


def _of_roles(grants: list[Grant], roles: tuple[str, ...]) -> tuple[Grant, ...]:
    return tuple(sorted((grant for grant in grants if grant.role in roles), key=lambda grant: roles.index(grant.role)))
