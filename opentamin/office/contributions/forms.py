"""Forms of this room: sending files, withdrawing, filtering."""

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from opentamin.office.kit import days, numbers
from opentamin.office.kit.text import fold

from .models import ListState

FILES_MAX = 40  # a year of lists of one workplace, loose; more than that comes in a ZIP


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """All files of one field, as a list."""

    def __init__(self, **options):
        super().__init__(widget=ManyFiles(), **options)

    def clean(self, data, initial=None):
        return [super(ManyFilesField, self).clean(one, initial) for one in data or [None]]


class SendForm(forms.Form):
    """The two files of a list, or one ZIP."""

    files = ManyFilesField(
        label=_("پرونده‌های فهرست"),
        allow_empty_file=True,  # an empty file gets its sentence from the reader, with its name
        error_messages={"required": _("دو پروندهٔ فهرست یا یک فایل ZIP را برگزینید.")},
    )

    def clean_files(self):
        files = self.cleaned_data["files"]
        if len(files) > FILES_MAX:
            raise ValidationError(_("یک‌باره بیش از %(most)s پرونده نمی‌گیریم؛ آن‌ها را در یک فایل ZIP بگذارید.") % {"most": numbers.grouped(FILES_MAX)})
        if sum(one.size for one in files) > settings.LIST_UPLOAD_BYTES_MAX:
            raise ValidationError(too_large_words())
        return files

    def contents(self) -> list[tuple[str, bytes]]:
        """Names and bytes, as the reader of lists takes them."""
        return [(one.name, one.read()) for one in self.cleaned_data["files"]]


def too_large_words(most: int | None = None) -> str:
    return _("این پرونده‌ها روی هم از %(most)s بزرگ‌ترند. آن‌ها را در یک فایل ZIP فشرده کنید یا در چند نوبت بفرستید.") % {
        "most": numbers.file_size(most or settings.LIST_UPLOAD_BYTES_MAX)
    }


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("چرا فهرست را پس می‌گیرید؟"),
        help_text=_("یک جمله بس است؛ در پروندهٔ فهرست می‌ماند."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("بنویسید چرا فهرست را پس می‌گیرید"),
            "max_length": _("دلیل را کوتاه‌تر کنید؛ تا ۵۰۰ نویسه جا دارد"),
        },
    )


class FilterForm(forms.Form):
    """Filters of the officer's work list. Whatever cannot be read is left aside, and said."""

    state = forms.ChoiceField(label=_("وضعیت"), required=False, choices=[("", _("همه")), *ListState.choices])
    month = forms.CharField(label=_("ماه"), required=False, help_text=_("مانند ۱۴۰۵/۸"))
    q = forms.CharField(label=_("شماره، کد کارگاه یا نام"), required=False, max_length=80)

    def clean_month(self):
        return read_month(self.cleaned_data["month"])

    def clean_q(self):
        return fold(self.cleaned_data["q"])


def read_month(typed: str) -> int | None:
    """140508 of «۱۴۰۵/۸», "1405-08", "140508" or «آبان ۱۴۰۵»; None of nothing. Raises ValidationError."""
    text = fold(typed)
    if not text:
        return None
    names = {days.month_words(140500 + number).split("\xa0")[0]: number for number in range(1, 13)}
    for name, number in names.items():
        text = re.sub(rf"^{name}\s+(\d{{4}})$", rf"\1/{number}", text)
    match = re.fullmatch(r"(1[34]\d\d)[/\-. ]?(\d{1,2})", text)
    if not match or not 1 <= int(match[2]) <= 12:
        raise ValidationError(_("ماه را مانند ۱۴۰۵/۸ بنویسید"))
    return int(match[1]) * 100 + int(match[2])

