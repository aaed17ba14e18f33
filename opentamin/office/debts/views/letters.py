"""Texts of letters, for the legal office: read, write a further version, see it as it would go out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import COUNTRY
from opentamin.office.kit.downloads import PDF, download

from ..actions import UnusableText, write_letter_text
from ..actions.write_letter_text import check_text
from ..forms import LetterTextForm
from ..letters.notice import notice_pdf
from ..letters.texts import FACTS, FIELDS, KINDS, LOWERED, text_in_force
from ..models import Debt, LetterText


@require_safe
@login_required
def texts(request: HttpRequest) -> HttpResponse:
    _require(request.user)
    shown = [(kind, words, text_in_force(kind)) for kind, words in KINDS.items()]
    return render(request, "debts/texts.html", {"texts": shown})


@require_http_methods(["GET", "POST"])
@login_required
def text(request: HttpRequest, kind: str) -> HttpResponse:
    """Read one text; write a further version, or see the one being written as a letter first."""
    _require(request.user)
    if kind not in KINDS:
        raise Http404
    if request.method == "POST":
        gate.require(request.user, "letter.write", COUNTRY)
    standing = text_in_force(kind)
    form = LetterTextForm(request.POST or None, initial=standing.text)
    if form.is_valid():
        words = {field: form.cleaned_data[field] for field in FIELDS}
        answer = _preview(form, kind, words) if "preview" in request.POST else _write(request, form, kind, words)
        if answer is not None:
            return answer
    versions = LetterText.objects.filter(kind=kind).select_related("written_by").order_by("-version")
    context = {
        "form": form, "kind": kind, "title": KINDS[kind], "standing": standing, "versions": versions, "facts": FACTS.items(),
        "may_write": gate.may(request.user, "letter.write", COUNTRY),
    }  # fmt: skip
    return render(request, "debts/text.html", context, status=422 if form.is_bound else 200)


def _require(user) -> None:
    gate.require(user, "letter.read", *(grant.scope for grant in gate.live_grants(user)))


def _write(request: HttpRequest, form: LetterTextForm, kind: str, words: dict) -> HttpResponse | None:
    try:
        written = write_letter_text(kind, words, reason=form.cleaned_data["why"], by=request.user, now=timezone.now())
    except UnusableText as refusal:
        for field, error in refusal.errors.items():
            form.add_error(field, error)
        return None
    messages.success(request, _("نسخهٔ %(version)s از این پس در نامه‌ها می‌آید. نامه‌های پیشین همان‌اند که بودند.") % {"version": written.version})
    return redirect("debts:text", kind=kind)


def _preview(form: LetterTextForm, kind: str, words: dict) -> HttpResponse | None:
    """The letter of the latest debt of that kind with these words; nothing is kept."""
    for field, error in check_text(words).items():
        form.add_error(field, error)
    debts = Debt.objects.filter(amount__lt=0) if kind == LOWERED else Debt.objects.filter(kind=kind, amount__gt=0)
    debt = debts.select_related("workplace__branch", "workplace__employer", "evidence", "issued_by").order_by("-pk").first()
    if debt is None:
        form.add_error(None, _("هنوز بدهی‌ای از این نوع نیست که نامه با آن دیده شود؛ متن را می‌توانید نگه دارید."))
    if form.errors:
        return None
    return download(notice_pdf(debt, None, now=timezone.now(), text=words), "preview.pdf", PDF)
