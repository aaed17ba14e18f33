"""The slip as a verifiable paper. Issued once in each language; asked for again it is the same paper."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opentamin.banking import identifiers
from opentamin.office.kit import days, numbers
from opentamin.office.records.actions import issue_paper
from opentamin.office.records.letters import render_pdf
from opentamin.office.records.models import Paper
from opentamin.office.records.queries import latest_paper

from . import charges
from .models import BankAccount, Slip

LETTER = Path(__file__).parent / "letters" / "slip.typ"


def slip_paper(slip: Slip, *, by, now: datetime) -> Paper:
    """The paper issued before in this language, or a new one."""
    kind, subject = f"slip_{get_language()}", ("slip", slip.pk)
    issued = latest_paper(kind, subject)
    if issued:
        return issued
    data = letter_data(slip)
    return issue_paper(
        lambda mark: render_pdf(LETTER, data, mark, now=now.astimezone(UTC)), kind=kind, subject=subject, name=f"slip-{slip.number}.pdf", by=by, now=now
    )


def trial_words() -> str:
    """What a slip says while the bank network has not given the organisation its digits."""
    return _("شناسه‌های این برگ آزمایشی‌اند: رمز سازمان در شبکهٔ بانکی هنوز به سامانه داده نشده است و بانک‌ها آنها را نمی‌پذیرند. تنها با شبا و شمارهٔ برگ بپردازید.")


def how_to_pay() -> str:
    """By the identifiers where banks take them, and by transfer."""
    if settings.BILL_IS_TRIAL:
        return _("مبلغ دقیق را به شبا حواله کنید و شمارهٔ برگ را در شرح بنویسید.")
    return _("با شناسه‌ها دستگاه بانک مبلغ را به هزار ریال بالا می‌برد؛ آنچه بیشتر می‌پردازید بستانکاری شما می‌ماند. در حواله، مبلغ دقیق را بپردازید و شمارهٔ برگ را در شرح بنویسید.")


def letter_data(slip: Slip) -> dict:
    """What the slip says, in the words and digits of the language in force."""
    subject = (slip.charge.subject_kind, slip.charge.subject_id)
    words = charges.describe([subject])[subject]
    account = BankAccount.objects.filter(closed_on__isnull=True).order_by("pk").first()
    return {
        "language": get_language(),
        "title": _("برگ پرداخت: %(what)s") % {"what": words.title},
        "unit": slip.workplace.branch.name,
        "number": numbers.digits(slip.number),
        "day": days.day_plain(slip.issued_on),
        "said": _("کارگاه «%(name)s» با این برگ %(sum)s ریال می‌پردازد. برگ تا %(day)s اعتبار دارد.")
        % {"name": slip.workplace.name, "sum": numbers.grouped(slip.amount), "day": days.day_full(slip.valid_until)},
        "facts": [
            [_("مبلغ (ریال)"), numbers.grouped(slip.amount)],
            [_("شناسهٔ قبض"), numbers.digits(identifiers.spaced(slip.bill_id))],
            [_("شناسهٔ پرداخت"), numbers.digits(identifiers.spaced(slip.payment_id))],
            [_("شمارهٔ برگ"), numbers.digits(slip.number)],
            [_("شبای حساب سازمان"), identifiers.spaced(account.iban) if account else ""],
        ],
        "trial": trial_words() if settings.BILL_IS_TRIAL else "",
        "follows": how_to_pay(),
        "foot": _("برگ پرداخت"),
    }
