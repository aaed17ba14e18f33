"""Keep bytes as they arrived or left, once."""

import hashlib
import zlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.conf import settings

from opentamin.office.kit.statements import ask

from ..models import Document

SAMPLE_BYTES: Final = 64 * 1024


class TooLarge(Exception):
    """More bytes than the house keeps in one document; `limit` is the most, in bytes."""

    def __init__(self, size: int, limit: int) -> None:
        self.size, self.limit = size, limit
        super().__init__(f"{size} bytes, at most {limit}")


def keep_document(body: bytes, *, name: str, kind: str, media_type: str, by, now: datetime) -> Document:
    """The document with these bytes and this kind: a new row, or the one already kept. Raises TooLarge.

    `name` is the file's own name, without folders. Of bytes that come twice the first name and day stay.
    """
    sha256 = _sha256_of(body)
    # Asked for first, so that bytes that came before are neither packed nor sent again.
    kept = Document.objects.filter(sha256=sha256, kind=kind).first()
    if kept is not None:
        return kept
    row = _row(body, sha256, name=name, kind=kind, media_type=media_type, by=by, now=now)
    return _insert(row) or Document.objects.get(sha256=sha256, kind=kind)


def keep_documents(files: Iterable[tuple[str, bytes]], *, kind: str, media_type: str, by, now: datetime) -> list[tuple[int, bool]]:
    """Several files of one kind, in few statements: of each the number of its document, and whether it is new. Raises TooLarge."""
    found = [(name, body, _sha256_of(body)) for name, body in files]
    known = _known([sha256 for *_, sha256 in found], kind)
    kept = []
    for name, body, sha256 in found:
        is_new = sha256 not in known
        if is_new:
            written = _insert(_row(body, sha256, name=name, kind=kind, media_type=media_type, by=by, now=now))
            known |= {sha256: written.pk} if written else _known([sha256], kind)
        kept.append((known[sha256], is_new))
    return kept


def _known(digests: list[str], kind: str) -> dict[str, int]:
    rows = ask("SELECT sha256, id FROM records_document WHERE kind = %(kind)s AND sha256 = ANY(%(digests)s)", {"kind": kind, "digests": digests})
    return dict(rows)


def _sha256_of(body: bytes) -> str:
    if len(body) > settings.DOCUMENT_BYTES_MAX:
        raise TooLarge(len(body), settings.DOCUMENT_BYTES_MAX)
    return hashlib.sha256(body).hexdigest()


def _row(body: bytes, sha256: str, *, name: str, kind: str, media_type: str, by, now: datetime) -> dict[str, Any]:
    compression, stored = _pack(body)
    return {
        "sha256": sha256,
        "kind": kind,
        "name": plain_name(name),
        "media_type": media_type,
        "size": len(body),
        "compression": compression,
        "body": stored,
        "created_at": now,
        "created_by_id": by.pk,
    }


def _insert(row: dict[str, Any]) -> Document | None:
    """The new row, or None if the same came a moment ago. The bytes travel beside the statement, not written into it."""
    names = ", ".join(row)
    values = ", ".join(f"%({name})b" if name == "body" else f"%({name})s" for name in row)
    written = ask(f"INSERT INTO {Document._meta.db_table} ({names}) VALUES ({values}) ON CONFLICT (sha256, kind) DO NOTHING RETURNING id", row)
    return Document(id=written[0][0], **row) if written else None


def plain_name(name: str) -> str:
    """A file's own name: no folders, no control or direction characters, at most 150 characters and never empty."""
    own = name.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(character for character in own if character.isprintable() or character == "\u200c").strip(". ")
    return seen[-150:] or "document"


def _pack(body: bytes) -> tuple[str, bytes]:
    """Level 1 takes most of what there is to win; what does not shrink (PDF, ZIP) is seen on its first pages."""
    if len(zlib.compress(body[:SAMPLE_BYTES], 1)) > 0.9 * min(len(body), SAMPLE_BYTES):
        return "", body
    packed = zlib.compress(body, 1)
    return ("zlib", packed) if len(packed) < len(body) else ("", body)
