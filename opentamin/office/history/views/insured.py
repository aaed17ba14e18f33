"""«سابقهٔ من»: the record of an insured person, one month of it, and the record as a paper."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from opentamin.law import words
from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import Role
from opentamin.office.kit.downloads import PDF, download
from opentamin.office.registry.models import Person

from ..actions import NoRecordLinked, issue_record, open_record
from ..chart import drawings_of
from ..one_month import NoSuchMonth, read_month, require_month
from ..reading import Year, read_record

MONTHS_OPEN_MIN = 6


@require_GET
@login_required
def record(request: HttpRequest) -> HttpResponse:
    person = _person(request)
    if person is None:
        return render(request, "history/nobody.html")
    read = read_record(person, timezone.localdate())
    context = {
        **_whose(request, person),
        "record": read,
        "drawings": drawings_of(read),
        "years": _open_first(read.years),
    }
    return render(request, "history/record.html", context)


@require_GET
@login_required
def month(request: HttpRequest, month: int) -> HttpResponse:
    try:
        require_month(month)
    except NoSuchMonth as absent:
        raise Http404 from absent
    person = _person(request)
    if person is None:
        return render(request, "history/nobody.html")
    one = read_month(person, month, timezone.localdate())
    context = {**_whose(request, person), "one": one, "steps": [words.render(node, get_language()) for node in one.reasons]}
    return render(request, "history/month.html", context)


@require_GET
@login_required
def record_pdf(request: HttpRequest) -> HttpResponse:
    """The record as a paper that anybody who holds it can check."""
    person = _person(request)
    if person is None:
        raise Http404
    paper = issue_record(person, by=request.user, now=timezone.now())
    name = f"record-{timezone.localdate(paper.issued_at).isoformat()}.pdf"
    return download(paper.document.read(), name, PDF)


def _person(request: HttpRequest) -> Person | None:
    """The person asked for, else whose record the reader's own is; None where they have none."""
    asked = request.GET.get("person", "")
    person_id = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else 0
    try:
        return open_record(person_id if asked else None, by=request.user)
    except NoRecordLinked:
        return None


def _open_first(years: list[Year]) -> list[tuple[Year, bool]]:
    """Years with whether each stands open: the newest, and the one before while there are few months yet."""
    return [(year, sum(len(newer.months) for newer in years[:place]) < MONTHS_OPEN_MIN) for place, year in enumerate(years)]


def _whose(request: HttpRequest, person: Person) -> dict:
    """Whose record it is: the reader's own, or of somebody they look after; and what every link carries then."""
    own = {grant.scope_id for grant in gate.live_grants(request.user) if grant.role == Role.INSURED}
    carry = f"?person={person.pk}" if request.GET.get("person") else ""
    return {"person": person, "today": timezone.localdate(), "carry": carry, "is_own": person.pk in own}
