"""Register a workplace of an employer under a ten-digit code."""

from datetime import date, datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act
from opentamin.office.registry.models import Branch, Employer, Workplace, WorkplaceIdentifier


class CodeTaken(ValueError):
    """The code names another workplace on some of these days."""


@transaction.atomic
def register_workplace(
    *,
    employer: Employer,
    branch: Branch,
    code: str,
    name: str,
    opened_on: date,
    by,
    now: datetime,
    address: str = "",
    activity: str = "",
    five_worker_relief: DateRange | None = None,
) -> Workplace:
    """Write a workplace that bears `code` from the day it opened and return it.

    Raises CodeTaken or gate.NotAllowed, having written nothing.
    """
    gate.require(by, "workplace.register", ("branch", branch.pk))
    valid = DateRange(opened_on, None)
    if WorkplaceIdentifier.objects.filter(value=code, valid__overlap=valid).exists():
        raise CodeTaken(_("این کد کارگاه در این روزها از آن کارگاه دیگری است. کد را از روی برگهٔ تشکیل پرونده دوباره بنویسید."))
    workplace = Workplace.objects.create(
        employer=employer,
        branch=branch,
        name=name,
        address=address,
        activity=activity,
        five_worker_relief=five_worker_relief,
        opened_on=opened_on,
    )
    WorkplaceIdentifier.objects.create(workplace=workplace, value=code, valid=valid)
    note_act("workplace.register", by=by, subject=("workplace", workplace.pk), facts={"employer": employer.pk, "branch": branch.pk}, now=now)
    return workplace
