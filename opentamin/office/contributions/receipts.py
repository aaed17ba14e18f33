"""The receipt of a list as a verifiable paper. Issued once in each language; asked for again it is the same paper."""

from datetime import UTC, datetime
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opentamin.office.kit import days, numbers
from opentamin.office.records.actions import issue_paper
from opentamin.office.records.letters import render_pdf
from opentamin.office.records.models import Paper
from opentamin.office.records.queries import latest_paper

from .listings import last_day_of
from .models import MonthlyList

LETTER = Path(__file__).parent / "letters" / "receipt.typ"


def receipt_paper(one: MonthlyList, *, by, now: datetime) -> Paper:
    """The receipt issued before in this language, or a new one. It says what arrived and when, and nothing of what became of it."""
    kind, subject = f"list_receipt_{get_language()}", ("list", one.id)
    issued = latest_paper(kind, subject)
    if issued:
        return issued
    return issue_paper(lambda mark: render_pdf(LETTER, letter_data(one), mark, now=now.astimezone(UTC)), kind=kind, subject=subject, name=f"receipt-{one.tracking}.pdf", by=by, now=now)


def letter_data(one: MonthlyList) -> dict:
    """What the letter says, in the words and digits of the language in force."""
    month, last_day = days.month_words(one.month), days.day_full(last_day_of(one))
    files = one.documents.select_related("document").order_by("document__name")
    return {
        "language": get_language(),
        "title": _("رسید فهرست %(month)s") % {"month": month},
        "unit": one.workplace.branch.name,
        "number": numbers.digits(one.tracking),
        "day": days.day_plain(one.received_at),
        "said": _("فهرست حق بیمهٔ %(month)s کارگاه «%(name)s» در %(day)s، ساعت %(hour)s، رسید.")
        % {"month": month, "name": one.workplace.name, "day": days.day_full(one.received_at), "hour": days.hour(one.received_at)},
        "follows": _("این رسید می‌گوید چه چیزی و کی رسیده است. نتیجهٔ بررسی را با شمارهٔ بالا ببینید. آخرین روز فهرست و حق بیمهٔ این ماه %(day)s است (ماده ۳۹).")
        % {"day": last_day},
        "facts": [
            [_("شمارهٔ پیگیری"), numbers.digits(one.tracking)],
            [_("کد کارگاه"), numbers.digits(one.workplace_code)],
            [_("ماه"), month],
            [_("شمارهٔ فهرست"), numbers.digits(one.list_number)],
            [_("کارگران"), numbers.grouped(one.workers_count)],
        ],
        "files_title": _("پرونده‌های فرستاده"),
        "heads": [_("نام"), _("اندازه"), _("اثر انگشت (SHA-256)")],
        "files": [[kept.document.name, numbers.file_size(kept.document.size), kept.document.sha256] for kept in files],
        "foot": _("رسید فهرست ماهانه"),
    }
