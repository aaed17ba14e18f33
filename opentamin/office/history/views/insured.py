"""«سابقهٔ من»: the record of an insured person, one month of it, and the record as a paper."""

from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from opentamin import law
from opentamin.law import words
from opentamin.law.contributions import counted_wage
from opentamin.law.days import FIRST_YEAR, LAST_YEAR, next_month
from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import Role
from opentamin.office.registry.models import Person

from ..actions import issue_record, open_record
from ..chart import drawings_of
from ..queries import CountedMonth, counted_months, entries_of_month, facts_of, last_month_due, month_of_person
from ..reading import Year, read_months, read_record
from ..sources import documents_of

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
    if not (FIRST_YEAR <= month // 100 < LAST_YEAR and 1 <= month % 100 <= 12):
        raise Http404
    person = _person(request)
    if person is None:
        return render(request, "history/nobody.html")
    found = month_of_person(person.pk, month)
    counted = counted_months([found])[0] if found else None
    entries = entries_of_month(person.pk, month)
    context = {
        **_whose(request, person),
        "month": month,
        "before": next_month(month, -1),
        "after": next_month(month) if month <= last_month_due(timezone.localdate()) else None,
        "read": read_months([counted])[0] if counted else None,
        "steps": _steps(counted),
        "entries": _with_documents(entries),
        "is_late": month <= last_month_due(timezone.localdate()),
    }
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
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return HttpResponse(paper.document.read(), content_type="application/pdf", headers=headers)


def _person(request: HttpRequest) -> Person | None:
    """The person asked for, else the reader's own record, or that of the first person they act for."""
    asked = request.GET.get("person", "")
    own = gate.scopes_of(request.user, "record.read", "person")
    if not asked and not own:
        return None
    person_id = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else 0 if asked else min(own)
    return open_record(person_id, by=request.user)


def _open_first(years: list[Year]) -> list[tuple[Year, bool]]:
    """Years with whether each stands open: the newest, and the one before while there are few months yet."""
    return [(year, sum(len(newer.months) for newer in years[:place]) < MONTHS_OPEN_MIN) for place, year in enumerate(years)]


def _whose(request: HttpRequest, person: Person) -> dict:
    """Whose record it is: the reader's own, or of somebody they look after; and what every link carries then."""
    own = {grant.scope_id for grant in gate.live_grants(request.user) if grant.role == Role.INSURED}
    carry = f"?person={person.pk}" if request.GET.get("person") else ""
    return {"person": person, "today": timezone.localdate(), "carry": carry, "is_own": person.pk in own}


def _steps(counted: CountedMonth | None) -> list:
    """The reasoning of Art. 34, where there was anything to add up or to cut."""
    if counted is None or counted.answer is None or (len(counted.month.parts) < 2 and not counted.wage_excess):
        return []
    node = law.explain(counted_wage, facts_of(counted.month), law.of_month(counted.month.month))
    return [words.render(node, get_language())]


def _with_documents(entries: list) -> list:
    """Entries with the document each came from."""
    documents = documents_of("list", {entry.list_id for entry in entries if entry.list_id is not None})
    return [(entry, documents.get(entry.list_id)) for entry in entries]
