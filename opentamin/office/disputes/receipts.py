"""The receipt of an objection as a verifiable paper: once in each language; asked for again it is the same paper."""

from datetime import UTC, datetime
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opentamin.office.kit import days, numbers
from opentamin.office.records.actions import issue_paper
from opentamin.office.records.letters import render_pdf
from opentamin.office.records.models import Paper
from opentamin.office.records.queries import latest_paper

from .grounds import labels
from .models import Objection
from .telling import party_name, timeliness_words, title_of, what_follows

LETTER = Path(__file__).parent / "letters" / "receipt.typ"
KIND = "objection_receipt"


def receipt_paper(objection: Objection, *, by, now: datetime) -> Paper:
    """The receipt issued before in this language, or a new one: what came, when, whether in time by which article, what follows."""
    kind, subject = f"{KIND}_{get_language()}", ("objection", objection.pk)
    issued = latest_paper(kind, subject)
    if issued:
        return issued
    name = f"objection-{objection.tracking}.pdf"
    return issue_paper(lambda mark: render_pdf(LETTER, letter_data(objection), mark, now=now.astimezone(UTC)), kind=kind, subject=subject, name=name, by=by, now=now)


def letter_data(objection: Objection) -> dict:
    """What the receipt says, in the words and digits of the language in force."""
    at = {"day": days.day_full(objection.filed_at), "hour": days.hour(objection.filed_at)}
    papers = objection.documents.select_related("document").order_by("pk")
    return {
        "language": get_language(),
        "title": _("رسید اعتراض"),
        "unit": objection.branch.name,
        "number": numbers.digits(objection.tracking),
        "day": days.day_plain(objection.filed_at),
        "said": _("اعتراض شما به «%(title)s» در %(day)s، ساعت %(hour)s، رسید.") % {"title": title_of(objection), **at},
        "facts": [
            [_("شمارهٔ پیگیری"), numbers.digits(objection.tracking)],
            [_("معترض"), party_name(objection)],
            [_("دلیل‌ها"), "، ".join(labels(objection.grounds))],
            [_("روزی که به شمار می‌آید"), days.day_full(objection.act_day)],
        ],
        "time_title": _("به‌موقع بود؟"),
        "time": timeliness_words(objection),
        "follows_title": _("از این پس"),
        "follows": what_follows(objection),
        "words_title": _("آنچه نوشته‌اید"),
        "words": objection.words,
        "papers_title": _("پیوست‌ها"),
        "heads": [_("نام"), _("اندازه"), _("اثر انگشت (SHA-256)")],
        "papers": [[one.name, numbers.file_size(one.document.size), one.document.sha256] for one in papers],
        "foot": _("رسید اعتراض"),
    }
