"""Register an employer, natural or legal."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from opentamin.lists import identifiers as shapes
from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act
from opentamin.office.registry.models import Employer


class UnusableIdentifier(ValueError):
    """The identifier has not the shape or check digit of its kind."""


@transaction.atomic
def register_employer(*, kind: str, identifier: str, name: str, opened_on: date, branch_id: int, by, now: datetime) -> Employer:
    """Return the employer with this identifier, written now if it is new.

    `kind` is `natural` (national id or FIDA code) or `legal` (eleven-digit identifier). `branch_id` is the desk that acts.
    Raises UnusableIdentifier or gate.NotAllowed, having written nothing.
    """
    gate.require(by, "workplace.register", ("branch", branch_id))
    is_right = (
        shapes.legal_id(identifier) if kind == Employer.Kind.LEGAL else shapes.national_id(identifier) or shapes.fida(identifier)
    )
    if not is_right:
        raise UnusableIdentifier(_("شناسهٔ کارفرما درست نیست: شمار رقم‌ها یا رقم کنترل آن نمی‌خواند. از روی روزنامهٔ رسمی یا کارت ملی دوباره بنویسید."))
    employer, is_new = Employer.objects.get_or_create(
        identifier=identifier, defaults={"kind": kind, "name": name, "opened_on": opened_on}
    )
    if is_new:
        note_act("employer.register", by=by, subject=("employer", employer.pk), facts={"kind": kind}, now=now)
    return employer
