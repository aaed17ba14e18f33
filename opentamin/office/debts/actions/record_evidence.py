"""Record a paper about the workers of one month of a workplace: the ground on which the organisation itself may assess (Art. 40)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from opentamin import law as laws
from opentamin.lists import identifiers
from opentamin.office.accounts import gate
from opentamin.office.kit import numbers
from opentamin.office.records.actions import note_act
from opentamin.office.records.models import Document
from opentamin.office.registry.models import PersonIdentifier, Workplace

from ..models import Evidence, EvidenceKind, EvidenceRow


class Shown(NamedTuple):
    """One worker as a paper shows them. `wage` is the insurable pay of the month in rials."""

    name: str
    days: int
    wage: int
    national_id: str = ""
    nationality: str = "ایرانی"
    job_code: str = ""
    job_title: str = ""


class NoEvidence(ValueError):
    """What was given proves nothing of that month; `str()` says what is wrong and how to mend it."""


@transaction.atomic
def record_evidence(
    *, workplace: Workplace, month: int, kind: str, document: Document, found_on: date, rows: Sequence[Shown], by, now: datetime, note: str = ""
) -> Evidence:
    """Keep a paper of a workplace and a month with the workers it shows, and return it. It never changes; a later paper says more.

    `document` is the paper itself, kept before; `rows` what it shows of that very month. Raises NoEvidence or gate.NotAllowed,
    having written nothing.
    """
    gate.require(by, "evidence.record", ("branch", workplace.branch_id))
    _check(month, kind, found_on, rows, now)
    if Evidence.objects.filter(workplace=workplace, month=month, document=document).exists():
        raise NoEvidence(_("همین پرونده برای همین ماه پیش‌تر ثبت شده است."))
    evidence = Evidence.objects.create(
        workplace=workplace, month=month, kind=kind, document=document, found_on=found_on, note=note, recorded_at=now, recorded_by=by
    )
    people = _people([row.national_id for row in rows], found_on)
    EvidenceRow.objects.bulk_create(
        EvidenceRow(evidence=evidence, row=place, person_id=people.get(row.national_id), **row._asdict()) for place, row in enumerate(rows, start=1)
    )
    note_act("evidence.record", by=by, subject=("evidence", evidence.pk), facts={"kind": kind, "month": month, "rows": len(rows)}, now=now)
    return evidence


def _check(month: int, kind: str, found_on: date, rows: Sequence[Shown], now: datetime) -> None:
    if kind not in (EvidenceKind.INSPECTION, EvidenceKind.BOOKS, EvidenceKind.CLAIM):
        raise NoEvidence(_("نوع سند را از میان گزارش بازرسی، دفترهای کارگاه و سابقهٔ پذیرفته برگزینید."))
    if found_on > timezone.localdate(now):
        raise NoEvidence(_("روز سند هنوز نرسیده است."))
    if found_on < laws.days.month_first_day(month):
        raise NoEvidence(_("سند پیش از آغاز آن ماه نوشته شده است و چیزی از آن ماه نشان نمی‌دهد. سندی از همان ماه بیاورید."))
    if not rows:
        raise NoEvidence(_("هیچ کارگری در سند نیست. نام، روزها و مزد همان ماه هر کارگر را بنویسید."))
    length = laws.days.month_length(month)
    for place, row in enumerate(rows, start=1):
        where = {"row": numbers.grouped(place)}
        if not row.name.strip():
            raise NoEvidence(_("ردیف %(row)s نام ندارد.") % where)
        if not 1 <= row.days <= length:
            raise NoEvidence(_("ردیف %(row)s: روزها باید از ۱ تا %(length)s باشد.") % {**where, "length": numbers.grouped(length)})
        if row.wage <= 0:
            raise NoEvidence(_("ردیف %(row)s: مزد همان ماه را به ریال بنویسید.") % where)
        if row.national_id and not (identifiers.national_id(row.national_id) or identifiers.fida(row.national_id)):
            raise NoEvidence(_("ردیف %(row)s: شمارهٔ ملی درست نیست؛ از روی کارت بنویسید یا خالی بگذارید.") % where)


def _people(national_ids: list[str], on: date) -> dict[str, int]:
    """Person of each number we know on that day."""
    known = PersonIdentifier.objects.filter(kind__in=["national_id", "fida"], value__in=[one for one in national_ids if one], valid__contains=on)
    return dict(known.values_list("value", "person_id"))
