"""What a third person gives to check a paper, and what an auditor asks of the readings."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts.fields import FoldedField, JalaliDayField
from opentamin.office.accounts.forms import PlainForm
from opentamin.office.kit.numbers import file_size

from .codes import read_code


class PaperCodeForm(PlainForm):
    code = forms.CharField(
        label=_("کد روی برگه"),
        max_length=60,
        help_text=_("دوازده نویسه زیر برگه، مانند 7QK4-M2XD-9HTR. فاصله و خط تیره لازم نیست."),
        error_messages={"required": _("کد روی برگه را بنویسید"), "max_length": _("کد دوازده نویسه است؛ تنها خود کد را بنویسید")},
        widget=forms.TextInput(
            attrs={"class": "ltr", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError(_("این کد نیست: کد دوازده حرف لاتین و رقم است. روی برگه دوباره نگاه کنید"), code="form")
        return code


class PaperFileForm(PlainForm):
    file = forms.FileField(
        label=_("پروندهٔ PDF"),
        allow_empty_file=True,
        help_text=_("همان پرونده‌ای که به شما داده‌اند. تنها سنجیده می‌شود؛ آن را نگه نمی‌داریم."),
        error_messages={"required": _("پروندهٔ PDF را برگزینید")},
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.DOCUMENT_BYTES_MAX:
            raise forms.ValidationError(
                _("پرونده %(size)s است؛ بزرگ‌تر از %(limit)s را نمی‌سنجیم")
                % {"size": file_size(file.size), "limit": file_size(settings.DOCUMENT_BYTES_MAX)},
                code="size",
            )
        return file


class ReadingsForm(PlainForm):
    """Every field may stay empty; together they narrow."""

    reader = FoldedField(label=_("خوانندهٔ پرونده"), required=False, max_length=100, help_text=_("نام کاربری یا شمارهٔ ملی او"))
    kind = forms.ChoiceField(
        label=_("پروندهٔ"), required=False, choices=[("person", _("شخص")), ("workplace", _("کارگاه"))], initial="person", widget=forms.RadioSelect
    )
    number = FoldedField(
        label=_("شماره"), required=False, max_length=20, help_text=_("شمارهٔ ملی یا بیمهٔ شخص، یا کد کارگاه. او می‌بیند که بازرس پرسیده است.")
    )
    first_day = JalaliDayField(label=_("از روز"), required=False, help_text=_("مانند ۱۴۰۵/۹/۱"))
    last_day = JalaliDayField(label=_("تا روز"), required=False, help_text=_("همان روز هم شمرده می‌شود"))

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or "person"

    def clean(self) -> dict:
        cleaned = super().clean()
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("این روز پیش از روز نخست است؛ همان روز یا روزی پس از آن را بنویسید"))
        return cleaned
