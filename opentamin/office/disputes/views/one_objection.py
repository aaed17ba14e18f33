"""One objection: its receipt, whether it is in time and why, what follows, its papers, and what its party may do."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from opentamin.law import words
from opentamin.office.accounts import gate
from opentamin.office.records.downloads import as_download

from ..actions import NotOpen, add_documents, withdraw_objection
from ..forms import AddForm, PaperWithdrawForm, WithdrawForm, sent
from ..grounds import labels
from ..models import DocumentRole, Objection, State
from ..queries import (
    answer_of,
    document_of,
    documents_of,
    holds_collection,
    may_be_answered,
    may_be_referred,
    missing_of,
    objection_seen_by,
    party_scopes,
    traces_of,
)
from ..receipts import receipt_paper
from ..subjects import FILE, RECEIVE
from ..telling import hold_words, line_cite, line_words, party_name, subject_url, timeliness_words, title_of, what_follows
from ..uploads import UnusableFiles, Upload


@require_safe
@login_required
def show(request: HttpRequest, tracking: str) -> HttpResponse:
    objection = objection_seen_by(request.user, tracking)
    context = {
        **context_of(request, objection),
        "steps": [words.render(node, get_language()) for node in traces_of(objection)],
        "answer": answer_of(objection),
        "history": objection.steps.select_related("by").order_by("pk"),
        "line_words": line_words(objection.debt, objection.line_path) if objection.line_path else "",
        "line_cite": line_cite(objection.debt, objection.line_path) if objection.line_path else "",
    }
    return render(request, "disputes/objection.html", context)


def context_of(request: HttpRequest, objection: Objection) -> dict:
    """What every page of an objection shows."""
    user = request.user
    reviews = gate.may(user, "objection.review", ("branch", objection.branch_id))
    is_party = gate.may(user, FILE, *party_scopes(objection))
    return {
        "objection": objection,
        "title": title_of(objection),
        "party": party_name(objection),
        "subject_url": subject_url(objection),
        "grounds": labels(objection.grounds),
        "timeliness": timeliness_words(objection),
        "follows": [sentence for sentence in what_follows(objection) if sentence != hold_words()],  # said by a note of its own
        "is_held": holds_collection(objection),
        "missing": missing_of(objection),
        "documents": documents_of(objection),
        "is_party": is_party,
        "is_officer": gate.may(user, "branch.objections.read", ("branch", objection.branch_id)),
        "may_add": objection.is_open and (is_party or gate.may(user, RECEIVE, ("branch", objection.branch_id))),
        "may_withdraw": objection.is_open and may_withdraw(user, objection),
        "may_take_up": reviews and objection.state == State.RECEIVED,
        "may_accept": reviews and objection.is_waiting,
        "may_refer": reviews and may_be_referred(objection),
        "may_answer": reviews and may_be_answered(objection),
        "today": timezone.localdate(),
    }


def may_withdraw(user, objection: Objection) -> bool:
    """The party itself, or an officer with a paper of it."""
    return gate.may(user, "objection.withdraw", *party_scopes(objection)) or gate.may(user, RECEIVE, ("branch", objection.branch_id))


@require_safe
@login_required
def receipt_pdf(request: HttpRequest, tracking: str) -> HttpResponseBase:
    """The receipt as a paper that anybody who holds it can check."""
    objection = objection_seen_by(request.user, tracking)
    return as_download(receipt_paper(objection, by=request.user, now=timezone.now()).document)


@require_safe
@login_required
def document(request: HttpRequest, tracking: str, document_id: int) -> HttpResponseBase:
    """A paper as it came, to be saved: nothing of it is ever shown or run in the browser."""
    return as_download(document_of(objection_seen_by(request.user, tracking), document_id).document)


@require_http_methods(["GET", "POST"])
@login_required
def add(request: HttpRequest, tracking: str) -> HttpResponse:
    """Papers brought later."""
    objection = objection_seen_by(request.user, tracking)
    is_officer = gate.may(request.user, RECEIVE, ("branch", objection.branch_id))
    if not is_officer:
        gate.require(request.user, FILE, *party_scopes(objection))
    if not objection.is_open:
        return _ended(request, objection)
    roles = [DocumentRole.EVIDENCE, DocumentRole.POWER_OF_ATTORNEY, *([DocumentRole.PAPER] if is_officer else [])]
    form = AddForm(*sent(request), roles=roles)
    if form.is_valid():
        try:
            add_documents(objection.pk, form.uploads(), by=request.user, now=timezone.now())
        except UnusableFiles as refusal:
            for sentence in refusal.sentences:
                form.add_error("documents", sentence)
        except NotOpen:
            return _ended(request, objection)
        else:
            messages.success(request, _("رسید و در پروندهٔ اعتراض ماند."))
            return redirect("disputes:objection", tracking=objection.tracking)
    return render(request, "disputes/add.html", {"form": form, **context_of(request, objection)}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request: HttpRequest, tracking: str) -> HttpResponse:
    """Ask why, then withdraw."""
    objection = objection_seen_by(request.user, tracking)
    is_party = gate.may(request.user, "objection.withdraw", *party_scopes(objection))
    if not is_party:
        gate.require(request.user, RECEIVE, ("branch", objection.branch_id))
    if not objection.is_open:
        return _ended(request, objection)
    form = (WithdrawForm if is_party else PaperWithdrawForm)(*sent(request))
    if form.is_valid():
        uploads = [] if is_party else [Upload(one.name, one.read()) for one in form.cleaned_data["documents"]]
        try:
            withdraw_objection(objection.pk, reason=form.cleaned_data["reason"], uploads=uploads, by=request.user, now=timezone.now())
        except UnusableFiles as refusal:
            for sentence in refusal.sentences:
                form.add_error("documents", sentence)
        except NotOpen:
            return _ended(request, objection)
        else:
            return redirect("disputes:objection", tracking=objection.tracking)
    return render(request, "disputes/withdraw.html", {"form": form, **context_of(request, objection)}, status=422 if form.is_bound else 200)


def _ended(request: HttpRequest, objection: Objection) -> HttpResponse:
    messages.warning(request, _("این اعتراض پیش‌تر پایان یافته است."))
    return redirect("disputes:objection", tracking=objection.tracking)
