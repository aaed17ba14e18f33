"""A new objection: the thing objected to, why, and the receipt at once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from opentamin.law import words
from opentamin.office.debts.queries import remedy_of
from opentamin.office.kit.refusals import Refusal

from ..actions import AlreadyOpen, Plea, UnusablePlea, file_objection
from ..forms import ObjectionForm, PaperObjectionForm, sent
from ..models import SubjectKind
from ..queries import open_objection
from ..subjects import Subject, find_subject, line_at, may_file
from ..telling import line_words, subject_words
from ..uploads import UnusableFiles

ASKED = ("debt", "line", "list", "row", "person", "month")


@require_http_methods(["GET", "POST"])
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """The form, and what filing makes of it. Where the party's objection is open already, that one is shown."""
    asked = {name: request.GET.get(name, "") for name in ASKED}
    subject = find_subject(request.user, asked)
    standing = open_objection(subject.key, subject.party)
    if standing is not None and request.method == "GET":
        messages.info(request, _("به همین موضوع اعتراض شده و در دست رسیدگی است؛ مدرک تازه را همین‌جا بیفزایید."))
        return redirect("disputes:objection", tracking=standing.tracking)
    is_own = may_file(request.user, subject)
    form = (ObjectionForm if is_own else PaperObjectionForm)(subject.kind, *sent(request), lines=_lines(subject))
    if request.method == "POST" and form.is_valid() and (done := _file(request, form, subject, asked)):
        return done
    context = {"form": form, "subject": subject, "is_own": is_own, **_about(subject)}
    return render(request, "disputes/new.html", context, status=422 if form.is_bound else 200)


def _file(request: HttpRequest, form: ObjectionForm, subject: Subject, asked: dict[str, str]) -> HttpResponse | None:
    """On to the receipt, or nothing where the form says what is wrong."""
    narrowed = form.cleaned_data.get("line")
    if narrowed and narrowed != subject.line_path:
        subject = find_subject(request.user, {**asked, "line": narrowed})
    plea = Plea(form.cleaned_data["grounds"], form.cleaned_data["words"])
    try:
        receipt = file_objection(subject, plea, uploads=form.uploads(), paper=form.on_paper(), by=request.user, now=timezone.now())
    except UnusablePlea as refusal:
        for field, sentence in refusal.errors.items():
            form.add_error(field if field in form.fields else None, sentence)
    except UnusableFiles as refusal:
        for sentence in refusal.sentences:
            form.add_error("documents", sentence)
    except AlreadyOpen as standing:
        messages.info(request, _("به همین موضوع اعتراض شده و در دست رسیدگی است؛ مدرک تازه را همین‌جا بیفزایید."))
        return redirect("disputes:objection", tracking=standing.objection.tracking)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    else:
        return redirect("disputes:objection", tracking=receipt.objection.tracking)
    return None


def _lines(subject: Subject) -> list[tuple[str, str]]:
    """The whole step first, then each line of it that can be said."""
    if subject.kind != SubjectKind.LINE or "#" in subject.line_path:
        return []
    node, _line = line_at(subject.debt, subject.line_path)
    said: dict[str, str] = {}
    for place, text in words.line_words(node, get_language()):
        said.setdefault(text, f"{subject.line_path}#{place}")
    return [(subject.line_path, _("همهٔ این سطر")), *((path, text) for text, path in said.items())]


def _about(subject: Subject) -> dict:
    """What stands beside the form: the thing itself, and the time for it."""
    about = {"title": subject_words(subject), "today": timezone.localdate(), "remedy": None, "step": None}
    if subject.debt is not None:
        about["remedy"] = remedy_of(subject.debt)
    if subject.kind == SubjectKind.LINE:
        node, _line = line_at(subject.debt, subject.line_path)
        about |= {"step": words.render(node, get_language()), "line_words": line_words(subject.debt, subject.line_path)}
    return about
