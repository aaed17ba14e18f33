"""Forms of this room: a statement, whose money it is, a refund and its decision."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from opentamin.office.kit.fields import FoldedCharField, RialField
from opentamin.office.kit.text import fold
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import charge_of
from opentamin.office.records.numbers import read_number
from opentamin.office.registry.queries import workplace_by_code

from . import charges
from .models import DebitKind, Payment
from .sheba import NotASheba, sheba_of

REASON_MAX = 500


def reason_field(label, **options: Any) -> FoldedCharField:
    return FoldedCharField(
        label=label, max_length=REASON_MAX, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("دلیل را در یک جمله بنویسید"), "max_length": _("دلیل را کوتاه‌تر کنید؛ تا ۵۰۰ نویسه جا دارد")}, **options,
    )  # fmt: skip


class StatementForm(forms.Form):
    file = forms.FileField(
        label=_("پروندهٔ صورت‌حساب"),
        help_text=_("camt.053 به شکل XML یا CSV؛ یک پرونده، همان‌گونه که بانک داده است."),
        allow_empty_file=True,
        error_messages={"required": _("پروندهٔ صورت‌حساب را برگزینید.")},
    )


class WhoseForm(forms.Form):
    """A workplace by its code and, if one is meant, the charge by its tracking number."""

    workplace_code = forms.CharField(
        label=_("کد کارگاه"), help_text=_("ده رقم"), widget=forms.TextInput(attrs={"class": "ltr", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("کد کارگاه را بنویسید")},
    )  # fmt: skip
    tracking = forms.CharField(
        label=_("شمارهٔ پیگیری بدهی یا فهرست"), required=False, help_text=_("اگر ننویسید، به بدهی هم‌مبلغ و سپس به قدیمی‌ترین می‌رسد."),
        widget=forms.TextInput(attrs={"class": "ltr", "autocomplete": "off"}),
    )  # fmt: skip
    reason = reason_field(_("از کجا می‌دانید؟"))

    def __init__(self, *values: Any, on: date, **options: Any) -> None:
        super().__init__(*values, **options)
        self.on = on

    def clean_workplace_code(self):
        workplace = workplace_by_code(fold(self.cleaned_data["workplace_code"]), on=self.on)
        if workplace is None:
            raise ValidationError(_("کارگاهی با این کد نیست؛ ده رقم کد را از روی فهرست یا برگ پرداخت بنویسید"))
        return workplace

    def clean_tracking(self) -> Journal | None:
        typed = self.cleaned_data["tracking"]
        if not typed.strip():
            return None
        number = read_number(typed)
        subject = charges.find(number) if number else None
        charge = charge_of(subject[0], subject) if subject else None
        if charge is None:
            raise ValidationError(_("بدهی یا فهرستی با این شماره نیست"))
        return charge


class DebitForm(forms.Form):
    """What a debit was; for one that took back a payment, which."""

    kind = forms.ChoiceField(label=_("این برداشت چه بود؟"), choices=DebitKind, widget=forms.RadioSelect, error_messages={"required": _("یکی را برگزینید")})
    payment = forms.CharField(
        label=_("شمارهٔ پرداختی که پس گرفته شد"), required=False, help_text=_("تنها برای واریز پس‌گرفته؛ همین مبلغ و همین حساب."),
        widget=forms.TextInput(attrs={"class": "ltr", "autocomplete": "off"}),
    )  # fmt: skip
    reason = reason_field(_("از کجا می‌دانید؟"))

    def clean(self) -> dict:
        cleaned = super().clean()
        typed = cleaned.get("payment", "")
        cleaned["payment"] = Payment.objects.filter(number=read_number(typed) or "").first() if typed.strip() else None
        if cleaned.get("kind") == DebitKind.TAKEN_BACK and cleaned["payment"] is None:
            self.add_error("payment", _("شمارهٔ پرداخت را از روی فهرست پرداخت‌ها بنویسید"))
        return cleaned


class RefundForm(forms.Form):
    """How much, to whom, why."""

    rials = RialField(label=_("مبلغ (ریال)"), least=1)
    iban = forms.CharField(
        label=_("شمارهٔ شبا"), help_text=_("IR و ۲۴ رقم"), widget=forms.TextInput(attrs={"class": "ltr", "autocomplete": "off"}),
        error_messages={"required": _("شمارهٔ شبا را بنویسید")},
    )  # fmt: skip
    holder = FoldedCharField(label=_("صاحب حساب"), max_length=140, error_messages={"required": _("نام صاحب حساب را بنویسید")})
    reason = reason_field(_("چرا باید پس داده شود؟"))

    def clean_iban(self) -> str:
        try:
            return sheba_of(self.cleaned_data["iban"])
        except NotASheba as refusal:
            raise ValidationError(str(refusal)) from refusal


class DecisionForm(forms.Form):
    GRANT, REFUSE = "grant", "refuse"
    decision = forms.ChoiceField(
        label=_("تصمیم"), choices=[(GRANT, _("پس داده شود")), (REFUSE, _("پذیرفته نمی‌شود"))], widget=forms.RadioSelect,
        error_messages={"required": _("یکی را برگزینید")},
    )  # fmt: skip
    reason = reason_field(_("دلیل"), required=False, help_text=_("برای نپذیرفتن باید نوشته شود؛ به کارفرما نشان داده می‌شود."))

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("decision") == self.REFUSE and not cleaned.get("reason"):
            self.add_error("reason", _("نپذیرفتن بی‌دلیل نمی‌شود؛ دلیل را بنویسید"))
        return cleaned

    @property
    def is_granted(self) -> bool:
        return self.cleaned_data["decision"] == self.GRANT
