"""Telling the party and the branch what became of an objection, in the transaction that is open."""

from datetime import datetime

from opentamin.office.notices.actions import tell

from .models import Objection


def tell_party(kind: str, objection: Objection, now: datetime) -> None:
    """A notice in the inbox of whoever objected."""
    tell(objection.party, kind, _facts(objection), f"/objections/{objection.tracking}/", now)


def tell_branch(kind: str, objection: Objection, now: datetime) -> None:
    """A notice in the inbox of the branch it falls to."""
    tell(("branch", objection.branch_id), kind, _facts(objection), f"/objections/{objection.tracking}/", now)


def _facts(objection: Objection) -> dict:
    return {
        "month": objection.month,
        "subject": objection.subject_kind,
        "tracking": objection.tracking,
        "timeliness": objection.timeliness,
        "state": objection.state,
    }
