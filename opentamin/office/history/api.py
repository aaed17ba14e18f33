"""A person's record for programs: the same readings as the pages, under the same gate. Mounted by `site/api.py` at /api/v1/record."""

from typing import Annotated

from django.utils import timezone
from ninja import Query, Router

from .actions import open_record
from .api_answers import OneMonthAnswer, RecordAnswer, one_month_answer, record_answer
from .one_month import read_month, require_month
from .reading import read_record

router = Router(tags=["record"])

WhoseRecord = Annotated[
    int | None,
    Query(None, ge=1, le=2**62, description="Whose record, as the answer names them under `person`. Without it your own; where you have none, of the first person you act for."),
]


@router.get("", response=RecordAnswer, summary="Your insurance record")
def record(request, person: WhoseRecord = None):
    """Every month with its workplaces and the list it came from, sums by year, and the months that are missing. 404
    `no_record_linked` where no record is linked to you yet; `not_found` for a record you may not see."""
    return record_answer(read_record(open_record(person, by=request.auth), timezone.localdate()))


@router.get("/{month}", response=OneMonthAnswer, summary="One month of a record")
def one_month(request, month: int, person: WhoseRecord = None):
    """What counts of a Jalali month such as 140508, why where it was added up or cut, and all that was ever written about it."""
    require_month(month)
    return one_month_answer(read_month(open_record(person, by=request.auth), month, timezone.localdate()))
