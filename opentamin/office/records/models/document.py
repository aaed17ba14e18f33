"""Bytes as they arrived or left: kept once, never changed."""

import zlib
from collections.abc import Iterator

import pgtrigger
from django.db import connection, models

CHUNK_BYTES = 256 * 1024


class DocumentManager(models.Manager):
    def get_queryset(self) -> models.QuerySet:
        # A body may be a hundred megabytes: it is read by read() or chunks(), never by the way.
        return super().get_queryset().defer("body")


class Document(models.Model):
    """A file under its SHA-256 and kind. `size` counts the bytes of the file, before compression."""

    sha256 = models.CharField(max_length=64)
    kind = models.TextField()
    name = models.TextField()
    media_type = models.TextField()
    size = models.BigIntegerField()
    compression = models.TextField(blank=True, default="", choices=[("", "none"), ("zlib", "zlib")])
    body = models.BinaryField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    objects = DocumentManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="document_kept_once", fields=["sha256", "kind"]),
            models.CheckConstraint(name="document_sha256_is_hex", condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$")),
            models.CheckConstraint(name="document_size_is_positive", condition=models.Q(size__gte=0)),
        ]
        triggers = [pgtrigger.Protect(name="document_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:12]}"

    def read(self) -> bytes:
        """The whole file."""
        whole = b"".join(self.chunks())
        assert len(whole) == self.size, "a document is read back as long as it was kept"
        return whole

    def chunks(self) -> Iterator[bytes]:
        """The file piece by piece, so that a large one never stands whole in memory."""
        if self.compression != "zlib":
            yield from self._stored()
            return
        unpack = zlib.decompressobj()
        for piece in self._stored():
            yield unpack.decompress(piece)
        yield unpack.flush()

    def _stored(self) -> Iterator[bytes]:
        # Storage is EXTERNAL, so substring() of a large body reads only the pages it needs.
        start = 1
        while True:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT substring(body FROM %s FOR %s) FROM records_document WHERE id = %s", [start, CHUNK_BYTES, self.pk]
                )
                piece = bytes(cursor.fetchone()[0])
            if piece:
                yield piece
            if len(piece) < CHUNK_BYTES:
                return
            start += CHUNK_BYTES
