"""What officers write about debts, and lawyers about letters."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.contributions.forms import read_month
from opentamin.office.kit import numbers
from opentamin.office.kit.fields import FoldedCharField, JalaliDateField
from opentamin.office.kit.text import fold
from opentamin.office.notices.models import Channel
from opentamin.office.registry.queries import workplace_by_code

from .actions import Shown
from .letters.texts import FIELDS
from .models import EvidenceKind

DOCUMENT_BYTES_MAX = 20 * 2**20
ROWS_MAX = 500
FIELD_WORDS = {
    "title": _("عنوان: تصمیم در یک جمله"),
    "opening": _("خطاب"),
    "reason": _("چرا"),
    "remedy": _("اگر موافق نیست"),
    "closing": _("پایان"),
}


class IssueForm(forms.Form):
    """By which way the letter goes, and to whom if not to the employer."""

    channel = forms.ChoiceField(label=_("نامه از چه راهی برود؟"), choices=Channel.choices, initial=Channel.ELECTRONIC, widget=forms.RadioSelect)
    addressee = FoldedCharField(label=_("به نام چه کسی؟"), required=False, max_length=120, help_text=_("تنها اگر کسی جز خود کارفرماست: ورثه، مدیر تصفیه"))


class ReasonForm(forms.Form):
    reason = FoldedCharField(
        label=_("چرا؟"),
        help_text=_("یک جمله بس است؛ در پروندهٔ بدهی می‌ماند."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("دلیل را بنویسید"), "max_length": _("دلیل را کوتاه‌تر کنید؛ تا ۵۰۰ نویسه جا دارد")},
    )


class EvidenceForm(forms.Form):
    """A paper of one workplace and month; rows are lines «name، national number، days، pay»."""

    code = FoldedCharField(label=_("کد کارگاه"), max_length=20, widget=forms.TextInput(attrs={"class": "ltr", "inputmode": "numeric"}))
    month = FoldedCharField(label=_("ماه"), max_length=20, help_text=_("مانند ۱۴۰۵/۸؛ سند باید از همین ماه باشد"))
    kind = forms.ChoiceField(label=_("نوع سند"), choices=[one for one in EvidenceKind.choices if one[0] != EvidenceKind.LIST], widget=forms.RadioSelect)
    found_on = JalaliDateField(label=_("روز سند"), help_text=_("مانند ۱۴۰۵/۹/۱"))
    document = forms.FileField(label=_("خود سند"), help_text=_("تصویر یا PDF، تا ۲۰ مگابایت"))
    rows = forms.CharField(
        label=_("کارگران در سند"),
        help_text=_("هر کارگر یک سطر: نام، شمارهٔ ملی، روزهای همان ماه، مزد همان ماه به ریال؛ با ویرگول جدا کنید"),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    note = FoldedCharField(label=_("یادداشت"), required=False, max_length=500)

    def __init__(self, *arguments, branches: set[int] = frozenset(), **options) -> None:
        super().__init__(*arguments, **options)
        self.branches = branches

    def clean_month(self):
        return read_month(self.cleaned_data["month"])

    def clean_document(self):
        document = self.cleaned_data["document"]
        if document.size > DOCUMENT_BYTES_MAX:
            raise ValidationError(_("این پرونده از %(most)s بزرگ‌تر است؛ پروندهٔ کوچک‌تری بفرستید.") % {"most": numbers.file_size(DOCUMENT_BYTES_MAX)})
        return document

    def clean_rows(self):
        lines = [line for line in self.cleaned_data["rows"].splitlines() if line.strip()]
        if len(lines) > ROWS_MAX:
            raise ValidationError(_("بیش از ۵۰۰ کارگر را در چند سند بنویسید."))
        return [_row(place, line) for place, line in enumerate(lines, start=1)]

    def clean(self):
        given = super().clean()
        code = fold(given.get("code", ""))
        workplace = workplace_by_code(code, timezone.localdate()) if code else None
        if code and (workplace is None or workplace.branch_id not in self.branches):
            self.add_error("code", _("کارگاهی با این کد در شعبهٔ شما نیست."))
        given["workplace"] = workplace
        return given


def _row(place: int, line: str) -> Shown:
    """One line of the rows."""
    parts = [part.strip() for part in line.replace("،", ",").replace("\t", ",").split(",")]
    figures = [fold(part).replace("٬", "").replace("/", "") for part in parts[1:]]
    if len(parts) != 4 or not all(figure.isascii() and figure.isdigit() for figure in figures[1:]) or len(figures[2]) > 15:
        raise ValidationError(_("سطر %(row)s خوانده نشد؛ چهار بخش می‌خواهد: نام، شمارهٔ ملی، روز، مزد. شمارهٔ ملی می‌تواند خالی باشد.") % {"row": numbers.grouped(place)})
    return Shown(parts[0], min(int(figures[1]), 99), int(figures[2]), figures[0])


class LetterTextForm(forms.Form):
    """Five parts of a letter and why they change."""

    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **options)
        for name in FIELDS:
            self.fields[name] = forms.CharField(label=FIELD_WORDS[name], required=False, widget=forms.Textarea(attrs={"rows": 2 if name in ("title", "opening") else 5}))
        self.fields["why"] = FoldedCharField(label=_("چرا متن را دگرگون می‌کنید؟"), required=False, max_length=300)
