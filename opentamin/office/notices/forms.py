"""What an officer writes about a paper on its way."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from opentamin.office.kit import numbers
from opentamin.office.kit.fields import FoldedCharField, JalaliDateField

from .models import Channel

RECEIPT_BYTES_MAX = 5 * 2**20


class ProofForm(forms.Form):
    """The day of a receipt, or why the letter came back."""

    received_on = JalaliDateField(label=_("روز رسیدن نامه"), required=False, help_text=_("از روی قبض پست یا رسید؛ مانند ۱۴۰۵/۹/۱. اگر برگشته است خالی بگذارید."))
    received_by = FoldedCharField(label=_("چه کسی گرفت؟"), required=False, max_length=120, help_text=_("خود کارفرما، کارکنان کارگاه، ورثه"))
    returned_because = FoldedCharField(label=_("اگر برگشت، چرا؟"), required=False, max_length=300)
    receipt = forms.FileField(label=_("تصویر قبض یا رسید"), required=False, help_text=_("تا ۵ مگابایت"))

    def clean_receipt(self):
        receipt = self.cleaned_data["receipt"]
        if receipt and receipt.size > RECEIPT_BYTES_MAX:
            raise ValidationError(_("این پرونده از %(most)s بزرگ‌تر است؛ تصویر کوچک‌تری بفرستید.") % {"most": numbers.file_size(RECEIPT_BYTES_MAX)})
        return receipt

    def clean(self):
        given = super().clean()
        if given.get("received_on") and given.get("returned_because"):
            raise ValidationError(_("نامه یا رسیده است یا برگشته؛ یکی را بنویسید."))
        return given


class AgainForm(forms.Form):
    """Another way to the same recipient."""

    channel = forms.ChoiceField(label=_("از چه راهی؟"), choices=[(Channel.POST, Channel.POST.label), (Channel.IN_PERSON, Channel.IN_PERSON.label)], widget=forms.RadioSelect)
    addressee = FoldedCharField(label=_("به نام چه کسی؟"), required=False, max_length=120, help_text=_("اگر کسی جز خود کارفرماست: ورثه، مدیر تصفیه"))
