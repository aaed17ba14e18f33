"""Receive files without reading them: keep the bytes, give a number, once (Art. 39). Reading and checking follow."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.kit.statements import ask
from opentamin.office.records.actions import keep_documents, next_number, note_act
from opentamin.office.records.actions.keep_document import plain_name

from ..models import ListState, MonthlyList, Upload
from .receive_list import SERIES


@dataclass(frozen=True)
class Arrival:
    """Files that have arrived: a waiting upload, or the lists that these very files had already become."""

    upload: Upload | None
    is_first: bool
    lists: list[MonthlyList] = field(default_factory=list)


def receive_upload(files: Iterable[tuple[str, bytes]], *, by, now: datetime) -> Arrival:
    """Keep one upload as it came and give it its number; `now` is the moment it came. Nothing is read, so nothing is judged.

    On the last day thousands stand in line here, so the statements are few and written by hand.
    Raises NotAllowed when the sender may send for no workplace at all, `records` TooLarge for a file beyond all measure.
    """
    files = [(plain_name(name), body) for name, body in files]
    workplaces = _workplaces_of(by)
    digest = digest_of(files)
    with transaction.atomic():
        waiting = _waiting(digest, by)
        if waiting:
            return Arrival(waiting, False)
        kept = keep_documents(files, kind="list", media_type="application/octet-stream", by=by, now=now)
        known = [] if any(is_new for _, is_new in kept) else _lists_of({document for document, _ in kept}, workplaces)
        if known:
            return Arrival(None, False, known)
        return Arrival(_keep(files, [document for document, _ in kept], digest, workplaces, by=by, now=now), True)


def waiting_upload(files: Iterable[tuple[str, bytes]], *, by) -> Upload | None:
    """The same files of the same sender, if they wait to be read. Until the open transaction ends, they are received nowhere else."""
    return _waiting(digest_of((plain_name(name), body) for name, body in files), by)


def _waiting(digest: str, by) -> Upload | None:
    """Two uploads of the same files at once stand in line here; the second then finds the first."""
    ask("SELECT pg_advisory_xact_lock(%(key)s)", {"key": int(digest[:15], 16)})
    same = {"by": by.pk, "digest": digest}
    found = ask(
        "SELECT id FROM contributions_upload WHERE received_by_id = %(by)s AND digest = %(digest)s AND state = 'waiting'", same
    )
    return Upload.objects.get(pk=found[0][0]) if found else None


def _workplaces_of(by) -> list[int]:
    workplaces = sorted(gate.scopes_of(by, "list.receive", "workplace"))
    if not workplaces:
        raise gate.NotAllowed("list.receive")
    return workplaces


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """One hash over the names and bytes of all files, in whatever order they came."""
    each = sorted(hashlib.sha256(body).hexdigest() + name.casefold() for name, body in files)
    return hashlib.sha256("\n".join(each).encode()).hexdigest()


def _lists_of(wanted: set[int], workplaces: list[int]) -> list[MonthlyList]:
    """The lists read before from exactly these documents; none where the sender may not have them all, or one was
    withdrawn or corrected: then the same list is a new one."""
    found = list(MonthlyList.objects.filter(documents__document__in=wanted).select_related("workplace").distinct())
    ours = all(one.workplace_id in workplaces and one.state != ListState.WITHDRAWN and not one.corrected_at for one in found)
    used = [{each.document_id for each in one.documents.all()} for one in found]
    return found if ours and found and all(each <= wanted for each in used) and set().union(*used) == wanted else []


_KEEP = """
INSERT INTO contributions_upload (tracking, digest, size, received_at, received_by_id, workplaces, state)
VALUES (%(tracking)s, %(digest)s, %(size)s, %(received_at)s, %(received_by_id)s, %(workplaces)s, 'waiting') RETURNING id
"""
_KEEP_DOCUMENTS = """
INSERT INTO contributions_uploaddocument (upload_id, document_id, name)
SELECT %(upload)s, * FROM unnest(%(documents)s::bigint[], %(names)s::text[]) ON CONFLICT DO NOTHING
"""  # one file chosen twice is one file


def _keep(files, documents: list[int], digest: str, workplaces: list[int], *, by, now: datetime) -> Upload:
    size = sum(len(body) for _, body in files)
    row = {
        "tracking": next_number(SERIES, now=now),
        "digest": digest,
        "size": size,
        "received_at": now,
        "received_by_id": by.pk,
        "workplaces": workplaces,
    }
    [(number,)] = ask(_KEEP, row)
    ask(_KEEP_DOCUMENTS, {"upload": number, "documents": documents, "names": [name for name, _ in files]})
    note_act("upload.receive", by=by, subject=("upload", number), facts={"sha256": digest, "bytes": size}, now=now)
    return Upload(id=number, **row)
