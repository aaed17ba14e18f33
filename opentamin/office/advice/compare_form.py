"""The facts of an article under two laws: two days, or a day and a reform somebody proposes."""

from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin.law.ask import Reform, ReformRefused, load_reform
from opentamin.law.machine.dated import Law, at
from opentamin.office.kit import numbers
from opentamin.office.kit.fields import JalaliDateField

from .facts_form import FactsForm

REFORM_BYTES_MAX: Final = 32 * 1024


class CompareForm(FactsForm):
    """Facts, two days, and perhaps a reform: pasted or as a file."""

    on = None
    before = JalaliDateField(label=gettext_lazy("قانون نخست: به چه روزی؟"), help_text=gettext_lazy("مانند ۱۳۹۸/۱۲/۱."))
    after = JalaliDateField(label=gettext_lazy("قانون دوم: به چه روزی؟"), help_text=gettext_lazy("مانند ۱۴۰۵/۹/۱."))
    reform = forms.CharField(
        label=gettext_lazy("متن اصلاح"), required=False, max_length=REFORM_BYTES_MAX, strip=False,
        help_text=gettext_lazy("اگر بنویسید، قانون دوم با این اصلاح سنجیده می‌شود."),
        widget=forms.Textarea(attrs={"class": "ltr", "rows": 8, "spellcheck": "false"}),
    )  # fmt: skip
    reform_file = forms.FileField(
        label=gettext_lazy("یا پروندهٔ اصلاح (YAML)"), required=False, allow_empty_file=True, help_text=gettext_lazy("تا ۳۲ کیلوبایت.")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.proposed: Reform | None = None
        self.order_fields([*self.names, "before", "after", "reform", "reform_file"])

    @property
    def days(self) -> list[date]:
        found = [self.cleaned_data.get(name) for name in ("before", "after")]
        return [day for day in found if day]

    @property
    def laws(self) -> tuple[Law, Law]:
        """The law of the first day, and that of the second with the reform."""
        before, after = self.cleaned_data["before"], self.cleaned_data["after"]
        return at(before), self.proposed.law_at(after) if self.proposed else at(after)

    def clean_reform_file(self) -> bytes:
        sent = self.cleaned_data.get("reform_file")
        if not sent:
            return b""
        if sent.size > REFORM_BYTES_MAX:
            size = numbers.file_size(sent.size)
            raise ValidationError(_("این پرونده %(size)s است؛ تا ۳۲ کیلوبایت می‌خوانیم."), code="too_large", params={"size": size})
        return sent.read()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        sent, pasted = cleaned.get("reform_file") or b"", cleaned.get("reform") or ""
        if sent and pasted.strip():
            self.add_error("reform_file", _("اصلاح را یا بنویسید یا پرونده‌اش را بفرستید، نه هر دو."))
        elif sent or pasted.strip():
            self._read("reform_file" if sent else "reform", sent or pasted)
        return cleaned

    def _read(self, field: str, text: str | bytes) -> None:
        try:
            self.proposed = load_reform(text)
        except ReformRefused as refusal:
            for fa, en in refusal.faults[:20]:
                self.add_error(field, fa if self.language == "fa" else en)

    @property
    def reform_text(self) -> str:
        """The reform as text, to be sent along when a question comes between."""
        sent = self.cleaned_data.get("reform_file") or b""
        return sent.decode("utf-8-sig", "replace") if sent else self.cleaned_data.get("reform") or ""
