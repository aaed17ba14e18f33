"""Issue a paper that whoever holds it can check."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from ..codes import digest_of, new_code
from ..models import Paper
from .keep_document import keep_document
from .note_act import note_act


class Mark(NamedTuple):
    """What is printed on a paper so that it can be checked."""

    code: str
    address: str  # of the page that checks this very paper


Builder = Callable[[Mark], bytes]


@transaction.atomic
def issue_paper(build: Builder | bytes, *, kind: str, subject: tuple[str, int], name: str, by, now: datetime) -> Paper:
    """The paper: its code, and its PDF as a document of `kind`.

    `build` gets the mark and returns the PDF with it on; ready bytes are taken as they are, for papers that
    are checked by their hash alone.
    """
    code = new_code()
    body = build if isinstance(build, bytes) else build(Mark(code, settings.ORIGIN + reverse("records:verify", args=[code])))
    assert body.startswith(b"%PDF-"), "a paper is a PDF"
    document = keep_document(body, name=name, kind=kind, media_type="application/pdf", by=by, now=now)
    subject_kind, subject_id = subject
    paper = Paper.objects.create(
        code=code,
        code_sha256=digest_of(code),
        kind=kind,
        subject_kind=subject_kind,
        subject_id=subject_id,
        document=document,
        issued_at=now,
        issued_by=by,
    )
    note_act("paper.issue", by=by, subject=subject, facts={"paper": paper.pk, "kind": kind}, now=now)
    return paper
