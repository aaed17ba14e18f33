"""The officer's work list of objections, what is due first; the branch's acts; and objections that came on paper."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from opentamin.office.accounts import gate
from opentamin.office.contributions.forms import read_month
from opentamin.office.kit.refusals import Refusal
from opentamin.office.kit.text import fold
from opentamin.office.registry.models import Workplace
from opentamin.office.registry.queries import find_person

from ..actions import (
    NothingChanged,
    NotWaiting,
    accept_objection,
    answer_objection,
    refer_objection,
    take_up_objection,
)
from ..forms import AcceptForm, AnswerForm, FilterForm, PaperForm, ReferForm, sent
from ..models import Objection
from ..queries import objection_seen_by, objections_of_branches
from ..subjects import RECEIVE
from ..worklist import groups_of, rows_of
from .one_objection import context_of

PAGE_SIZE = 50
READ_ALL = "branch.objections.read"


@require_safe
@login_required
def objections(request: HttpRequest) -> HttpResponse:
    branches = gate.scopes_of(request.user, READ_ALL, "branch")
    everywhere = gate.may_everywhere(request.user, READ_ALL)
    if not branches and not everywhere:
        gate.require(request.user, READ_ALL, *(grant.scope for grant in gate.live_grants(request.user)))
    today = timezone.localdate()
    seen = objections_of_branches(branches, everywhere=everywhere)
    form = FilterForm(request.GET)
    context = {"form": form, "today": today, "may_receive": bool(gate.scopes_of(request.user, RECEIVE, "branch"))}
    if any(request.GET.get(name, "").strip() for name in form.fields):
        context |= _found(request, form, seen, today)
    else:
        context |= groups_of(seen, today)
    return render(request, "disputes/branch_objections.html", context)


def _found(request: HttpRequest, form: FilterForm, seen: QuerySet[Objection], today: date) -> dict:
    form.is_valid()
    wanted = form.cleaned_data
    if wanted.get("kind"):
        seen = seen.filter(subject_kind=wanted["kind"])
    if wanted.get("state"):
        seen = seen.filter(state=wanted["state"])
    if text := wanted.get("q"):
        workplaces = Workplace.objects.filter(name__icontains=text).values("pk")
        seen = seen.filter(Q(tracking=text) | Q(debt__tracking=text) | Q(list__tracking=text) | Q(party_kind="workplace", party_id__in=workplaces))
    page = Paginator(seen, PAGE_SIZE).get_page(request.GET.get("page"))
    return {"is_filtered": True, "page": page, "rows": rows_of(page.object_list, today)}


@require_http_methods(["GET", "POST"])
@login_required
def paper(request: HttpRequest) -> HttpResponse:
    """Which thing an objection on paper is about; from there the form is the same as for everybody."""
    if not gate.scopes_of(request.user, RECEIVE, "branch"):
        gate.require(request.user, RECEIVE, *(grant.scope for grant in gate.live_grants(request.user)))
    form = PaperForm(*sent(request))
    if form.is_valid():
        about = _about(form)
        if about:
            return redirect(f"{reverse('disputes:new')}?{urlencode(about)}")
    return render(request, "disputes/paper.html", {"form": form}, status=422 if form.is_bound else 200)


def _about(form: PaperForm) -> dict[str, object] | None:
    """The address of what was named, or nothing where the form says what is missing."""
    given = form.cleaned_data
    if given["debt"]:
        return {"debt": fold(given["debt"])}
    if given["list"]:
        if fold(given["row"]).isdigit():
            return {"list": fold(given["list"]), "row": fold(given["row"])}
        form.add_error("row", _("ردیف کارگر را از روی فهرست بنویسید؛ مانند ۳."))
    elif given["national_id"]:
        return _about_person(form)
    else:
        form.add_error("debt", _("بنویسید اعتراض به چیست: شمارهٔ بدهی، شمارهٔ فهرست و ردیف، یا شمارهٔ ملی و ماه."))
    return None


def _about_person(form: PaperForm) -> dict[str, object] | None:
    person = find_person(fold(form.cleaned_data["national_id"]), "national_id", timezone.localdate())
    if person is None:
        form.add_error("national_id", _("کسی با این شمارهٔ ملی ثبت نشده است؛ رقم‌ها را دوباره ببینید."))
        return None
    try:
        month = read_month(form.cleaned_data["month"])
    except ValidationError as error:
        form.add_error("month", error)
        return None
    if month is None:
        form.add_error("month", _("ماه را بنویسید؛ مانند ۱۴۰۵/۸."))
        return None
    return {"person": person.pk, "month": month}


@require_POST
@login_required
def take_up(request: HttpRequest, tracking: str) -> HttpResponse:
    """Begin the review."""
    objection = objection_seen_by(request.user, tracking, "objection.review")
    try:
        take_up_objection(objection.pk, by=request.user, now=timezone.now())
    except NotWaiting as refusal:
        messages.warning(request, str(refusal))
    return redirect("disputes:objection", tracking=objection.tracking)


@require_http_methods(["GET", "POST"])
@login_required
def accept(request: HttpRequest, tracking: str) -> HttpResponse:
    """Say what was put right."""
    form = AcceptForm(*sent(request))
    return _decide(request, tracking, form, accept_objection, "disputes/accept.html")


@require_http_methods(["GET", "POST"])
@login_required
def refer(request: HttpRequest, tracking: str) -> HttpResponse:
    """Say what the branch thinks of it, and send it to the board."""
    form = ReferForm(*sent(request))
    return _decide(request, tracking, form, refer_objection, "disputes/refer.html")


@require_http_methods(["GET", "POST"])
@login_required
def answer(request: HttpRequest, tracking: str) -> HttpResponse:
    """Answer in writing what no board hears."""
    form = AnswerForm(*sent(request))
    return _decide(request, tracking, form, answer_objection, "disputes/answer.html")


def _decide(request: HttpRequest, tracking: str, form, act, template: str) -> HttpResponse:
    objection = objection_seen_by(request.user, tracking, "objection.review")
    if form.is_valid():
        try:
            act(objection.pk, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        except NothingChanged as refusal:
            form.add_error(None, str(refusal))
            return render(request, template, {"form": form, **context_of(request, objection)}, status=422)
        except Refusal as refusal:
            messages.warning(request, str(refusal))
        return redirect("disputes:objection", tracking=objection.tracking)
    return render(request, template, {"form": form, **context_of(request, objection)}, status=422 if form.is_bound else 200)
