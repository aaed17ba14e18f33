"""Keep bytes as they arrived or left, once."""

import hashlib
import zlib
from datetime import datetime
from typing import Any, Final

import psycopg
from django.conf import settings
from django.db import connection

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
    if len(body) > settings.DOCUMENT_BYTES_MAX:
        raise TooLarge(len(body), settings.DOCUMENT_BYTES_MAX)
    sha256 = hashlib.sha256(body).hexdigest()
    # Asked for first, so that bytes that came before are neither packed nor sent again.
    kept = Document.objects.filter(sha256=sha256, kind=kind).first()
    if kept is not None:
        return kept
    compression, stored = _pack(body)
    row = {
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
    return _insert(row) or Document.objects.get(sha256=sha256, kind=kind)


def _insert(row: dict[str, Any]) -> Document | None:
    """The new row, or None if the same came a moment ago. The bytes travel beside the statement, not written into it."""
    names = ", ".join(row)
    values = ", ".join(f"%({name})b" if name == "body" else f"%({name})s" for name in row)
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(
            f"INSERT INTO {Document._meta.db_table} ({names}) VALUES ({values}) ON CONFLICT (sha256, kind) DO NOTHING RETURNING id",
            row,
        )
        written = cursor.fetchone()
    return Document(id=written[0], **row) if written else None


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
