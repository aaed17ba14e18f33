"""Documents: kept once, read back to the byte, closed to whoever nobody vouches for."""

import os
import zlib

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from opentamin.office.accounts.queries import system_user
from opentamin.office.accounts.tests.people import person
from opentamin.office.records import access
from opentamin.office.records.actions import keep_document
from opentamin.office.records.actions.keep_document import TooLarge
from opentamin.office.records.models import Document
from opentamin.office.records.models.document import CHUNK_BYTES

pytestmark = pytest.mark.django_db
TEXT = "۱۴۰۵ فهرست ماهانه\n".encode() * 40_000
NOISE = os.urandom(3 * CHUNK_BYTES)


def keep(body, name="list.dbf", kind="list", by=None):
    return keep_document(
        body, name=name, kind=kind, media_type="application/octet-stream", by=by or system_user(), now=timezone.now()
    )


@pytest.mark.parametrize(
    "body",
    [b"", b"x", TEXT, NOISE, NOISE[: 2 * CHUNK_BYTES], zlib.compress(NOISE) + TEXT],
    ids=["empty", "one", "text", "noise", "whole_chunks", "mixed"],
)
def test_a_document_is_read_back_to_the_byte(body):
    kept = keep(body)
    kept = Document.objects.get(pk=kept.pk)
    assert (kept.read(), kept.size) == (body, len(body))
    assert b"".join(kept.chunks()) == body


def test_what_shrinks_is_packed_and_what_does_not_is_kept_as_it_came():
    assert (keep(TEXT).compression, keep(NOISE).compression) == ("zlib", "")


def test_bodies_stand_outside_the_row_uncompressed_by_the_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT attstorage FROM pg_attribute WHERE attrelid = 'records_document'::regclass AND attname = 'body'")
        assert cursor.fetchone() == ("e",)


def test_a_large_document_is_never_read_whole_by_a_list_of_documents(django_assert_num_queries):
    keep(NOISE)
    with django_assert_num_queries(1) as asked:
        list(Document.objects.all())
    assert '"body"' not in asked[0]["sql"]


def test_the_same_bytes_of_one_kind_are_one_document(django_assert_num_queries):
    first = keep(TEXT)
    user = system_user()
    with django_assert_num_queries(1):
        again = keep(TEXT, name="other.dbf", by=user)
    assert again.pk == first.pk and again.name == "list.dbf"
    assert keep(TEXT, kind="letter").pk != first.pk
    assert Document.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\لیست\\DSKKAR00.DBF", "DSKKAR00.DBF"),
        ("../../etc/passwd", "passwd"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("fdp\u202e.exe", "fdp.exe"),
        ("می\u200cروم.pdf", "می\u200cروم.pdf"),
        ("///", "document"),
        ("x" * 400 + ".zip", "x" * 146 + ".zip"),
    ],
)
def test_a_file_keeps_its_own_name_and_nothing_else(given, kept):
    assert keep(given.encode(), name=given).name == kept


def test_more_than_the_limit_is_refused_and_nothing_is_kept(settings):
    settings.DOCUMENT_BYTES_MAX = 10
    with pytest.raises(TooLarge):
        keep(b"12345678901")
    assert not Document.objects.exists()
    keep(b"1234567890")


@pytest.mark.parametrize("change", [lambda kept: kept.update(name="x"), lambda kept: kept.delete()], ids=["change", "delete"])
def test_the_database_refuses_to_touch_a_document(change):
    keep(b"text")
    with pytest.raises(DatabaseError), transaction.atomic():
        change(Document.objects.all())
    assert Document.objects.get().name == "list.dbf"


@pytest.fixture
def opened(monkeypatch):
    """A kind of documents that its keeper opens to its owner only."""
    monkeypatch.setattr(access, "_CHECKERS", {"letter": lambda user, document: user.username == "owner"})


def test_a_document_opens_to_whom_its_room_says_and_to_nobody_else(client, opened):
    letter, loose = keep(TEXT, kind="letter", name="نامهٔ می\u200cروم.txt"), keep(TEXT, kind="unknown")
    address = reverse("records:document", args=[letter.pk])
    assert client.get(address).url.startswith("/sign-in/")
    client.force_login(person("stranger"))
    assert client.get(address).status_code == 404
    client.force_login(person("owner"))
    assert client.get(reverse("records:document", args=[loose.pk])).status_code == 404, "a kind nobody answers for is closed"
    assert client.get(reverse("records:document", args=[letter.pk + 99])).status_code == 404
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == TEXT and answer["Content-Length"] == str(len(TEXT))


def test_a_download_is_a_file_to_keep_and_never_a_page(client, opened):
    letter = keep(b"<script>alert(1)</script>", kind="letter", name='نامه".html')
    client.force_login(person("owner"))
    answer = client.get(reverse("records:document", args=[letter.pk]))
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''%D9%86%D8%A7%D9%85%D9%87%22.html"
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]


def test_two_rooms_cannot_answer_for_one_kind(opened):
    with pytest.raises(AssertionError, match="two rooms"):
        access.register("letter", lambda user, document: True)
