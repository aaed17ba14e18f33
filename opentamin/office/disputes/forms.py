"""What people fill in: an objection, one that came on paper, papers brought later, why it is withdrawn, the branch's word."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from opentamin.office.kit.fields import FoldedCharField, JalaliDateField
from opentamin.office.kit.text import fold

from .actions import OnPaper
from .grounds import GROUNDS
from .models import DocumentRole, Representative, State, SubjectKind
from .uploads import Upload

WORDS_MAX = 4000
REASON_MAX = 1000


def sent(request) -> tuple:
    """Data and files of a form that was sent, also of an empty one; nothing of a page that is only opened."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """All files of one field, as a list; none is an empty list. What they are is told by `uploads.check_uploads`."""

    def __init__(self, **options):
        super().__init__(widget=ManyFiles(), required=False, allow_empty_file=True, **options)

    def clean(self, data, initial=None):
        return [super(ManyFilesField, self).clean(one, initial) for one in data or [] if one]


class PlainForm(forms.Form):
    """The server checks and says what is wrong in the words of the page."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def _words(label, hint) -> FoldedCharField:
    return FoldedCharField(label=label, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": 6}))


class ObjectionForm(PlainForm):
    """Grounds, words and papers. `lines` are (path, words) where one may narrow the objection to a part of a step."""

    grounds = forms.MultipleChoiceField(
        label=_("چرا نادرست است؟"),
        help_text=_("هر چند تا که درست است"),
        widget=forms.CheckboxSelectMultiple,
        required=False,  # the act says what is wanted
    )
    words = _words(_("به زبان خود بنویسید"), _("چه رقمی نادرست است، درست آن چیست و از کجا می‌دانید. تا چهار هزار نویسه."))
    documents = ManyFilesField(label=_("مدرک‌ها"), help_text=_("اگر دارید: فیش، رسید، عکس برگه. PDF، JPEG، PNG یا TIFF؛ هر پرونده تا ۱۰ مگابایت، روی هم تا ۱۰ پرونده."))

    def __init__(self, kind: str, *args, lines: Sequence[tuple[str, str]] = (), **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grounds"].choices = [(ground.value, ground.label) for ground in GROUNDS[kind]]
        if lines:
            field = forms.ChoiceField(label=_("کدام بخش از این سطر؟"), choices=list(lines), widget=forms.RadioSelect, required=False, initial=lines[0][0])
            self.fields = {"line": field, **self.fields}

    def uploads(self) -> list[Upload]:
        """Files as they came, each in its role."""
        return [Upload(one.name, one.read()) for one in self.cleaned_data["documents"]]

    def on_paper(self) -> OnPaper | None:
        return None


class PaperObjectionForm(ObjectionForm):
    """The same, from a paper somebody brought or sent."""

    sheet = ManyFilesField(label=_("تصویر برگهٔ اعتراض"), help_text=_("برگه را همان‌گونه که رسیده است پیوست کنید."))
    arrived_on = JalaliDateField(label=_("روز رسیدن به شعبه"), help_text=_("از روی مهر ورود؛ مانند ۱۴۰۵/۹/۱"))
    sent_on = JalaliDateField(label=_("روز فرستادن"), required=False, help_text=_("از روی مهر پست، اگر با پست آمده است. اعتراض از این روز به شمار می‌آید."))
    is_signed = forms.BooleanField(label=_("برگه امضا دارد"), required=False, initial=True)
    representative_kind = forms.ChoiceField(label=_("اگر کسی به نمایندگی نوشته است"), required=False, choices=[("", _("خود او نوشته است")), *Representative.choices])
    representative_name = FoldedCharField(label=_("نام نماینده"), required=False, max_length=120)
    power = ManyFilesField(label=_("وکالت‌نامه"), help_text=_("بی آن هم اعتراض دریافت می‌شود و تا رسیدن آن به هیئت نمی‌رود."))

    def clean_sheet(self):
        if not self.cleaned_data["sheet"]:
            raise forms.ValidationError(_("تصویر برگه را پیوست کنید؛ آنچه ثبت می‌شود باید از روی آن باشد."))
        return self.cleaned_data["sheet"]

    def uploads(self) -> list[Upload]:
        given = self.cleaned_data
        sheets = [Upload(one.name, one.read(), DocumentRole.PAPER) for one in given["sheet"]]
        powers = [Upload(one.name, one.read(), DocumentRole.POWER_OF_ATTORNEY) for one in given["power"]]
        return [*sheets, *powers, *super().uploads()]

    def on_paper(self) -> OnPaper:
        given = self.cleaned_data
        return OnPaper(given["arrived_on"], given["sent_on"], given["is_signed"], given["representative_kind"], given["representative_name"])


class AddForm(PlainForm):
    """Papers brought later."""

    role = forms.ChoiceField(label=_("چه برگه‌ای؟"), widget=forms.RadioSelect, initial=DocumentRole.EVIDENCE)
    documents = ManyFilesField(label=_("پرونده‌ها"), help_text=_("PDF، JPEG، PNG یا TIFF؛ هر پرونده تا ۱۰ مگابایت"))

    def __init__(self, *args, roles: Sequence[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role, DocumentRole(role).label) for role in roles]

    def clean_documents(self):
        if not self.cleaned_data["documents"]:
            raise forms.ValidationError(_("پرونده‌ای برنگزیده‌اید."))
        return self.cleaned_data["documents"]

    def uploads(self) -> list[Upload]:
        return [Upload(one.name, one.read(), self.cleaned_data["role"]) for one in self.cleaned_data["documents"]]


_TOO_LONG = {REASON_MAX: _("کوتاه‌تر بنویسید؛ تا هزار نویسه جا دارد."), WORDS_MAX: _("کوتاه‌تر بنویسید؛ تا چهار هزار نویسه جا دارد.")}


def _reason(label, hint, max_length: int = REASON_MAX) -> FoldedCharField:
    errors = {"required": _("بنویسید چرا؛ در پروندهٔ اعتراض می‌ماند."), "max_length": _TOO_LONG[max_length]}
    return FoldedCharField(label=label, help_text=hint, max_length=max_length, widget=forms.Textarea(attrs={"rows": 4}), error_messages=errors)


class WithdrawForm(PlainForm):
    reason = _reason(_("چرا پس می‌گیرید؟"), _("یک جمله بس است."))


class PaperWithdrawForm(WithdrawForm):
    """An officer withdraws for somebody who asked for it on paper."""

    documents = ManyFilesField(label=_("برگه‌ای که در آن از اعتراض برگشته است"))


class AcceptForm(PlainForm):
    reason = _reason(_("چه چیزی نادرست بود و چگونه درست شد؟"), _("معترض همین را می‌خواند."))


class ReferForm(PlainForm):
    reason = _reason(_("نظر شعبه دربارهٔ این اعتراض"), _("با پرونده به هیئت می‌رود و معترض هم آن را می‌خواند. اگر در به‌موقع بودن آن تردید هست، بنویسید چرا آن را به‌موقع می‌دانید."))


class AnswerForm(PlainForm):
    reason = _reason(
        _("پاسخ شعبه، با دلیل"),
        _("معترض همین را می‌خواند. بنویسید چه دیدید، چه درست است، و از روی کدام سند یا ماده."),
        max_length=WORDS_MAX,
    )


class FilterForm(forms.Form):
    kind = forms.ChoiceField(label=_("اعتراض به"), required=False, choices=[("", _("همه")), *SubjectKind.choices])
    state = forms.ChoiceField(label=_("گام"), required=False, choices=[("", _("همه")), *State.choices])
    q = forms.CharField(label=_("شماره یا نام کارگاه"), required=False, max_length=80)

    def clean_q(self) -> str:
        return fold(self.cleaned_data["q"])


class PaperForm(PlainForm):
    """To what an objection on paper is: the number of a debt, of a list with its row, or a person and a month."""

    debt = FoldedCharField(label=_("شمارهٔ پیگیری بدهی"), required=False, widget=forms.TextInput(attrs={"class": "ltr"}), max_length=30)
    list = FoldedCharField(label=_("یا شمارهٔ پیگیری فهرست"), required=False, widget=forms.TextInput(attrs={"class": "ltr"}), max_length=30)
    row = FoldedCharField(label=_("و ردیف کارگر در آن"), required=False, widget=forms.TextInput(attrs={"class": "ltr", "inputmode": "numeric"}), max_length=8)
    national_id = FoldedCharField(label=_("یا شمارهٔ ملی بیمه‌شده"), required=False, widget=forms.TextInput(attrs={"class": "ltr", "inputmode": "numeric"}), max_length=20)
    month = FoldedCharField(label=_("و ماه سابقهٔ او"), required=False, help_text=_("مانند ۱۴۰۵/۸"), max_length=30)
