"""Questions about papers, numbers and what was done."""

import hmac

from django.db.models import QuerySet

from .codes import digest_of, read_code
from .models import Audit, Number, Paper
from .numbers import read_number


def find_paper(typed: str) -> Paper | None:
    """The paper under a typed code, or None. The look-up is by digest: its time tells nothing about the code."""
    code = read_code(typed)
    if code is None:
        return None
    paper = Paper.objects.select_related("document").filter(code_sha256=digest_of(code)).first()
    return paper if paper is not None and hmac.compare_digest(paper.code, code) else None


def latest_paper(kind: str, subject: tuple[str, int]) -> Paper | None:
    """The newest paper of this kind about this subject."""
    subject_kind, subject_id = subject
    return (
        Paper.objects.select_related("document")
        .filter(kind=kind, subject_kind=subject_kind, subject_id=subject_id)
        .order_by("-issued_at", "-pk")
        .first()
    )


def find_series(typed: str) -> str | None:
    """The series for which a tracking number was drawn, or None when it was not."""
    number = read_number(typed)
    return Number.objects.filter(number=number).values_list("series", flat=True).first() if number else None


def acts_on(subject: tuple[str, int]) -> QuerySet[Audit]:
    """Everything done to a subject, oldest first."""
    subject_kind, subject_id = subject
    return Audit.objects.filter(subject_kind=subject_kind, subject_id=subject_id).select_related("by").order_by("at", "pk")
