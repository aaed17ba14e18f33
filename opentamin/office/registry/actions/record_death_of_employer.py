"""Record that a natural employer has died."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act
from opentamin.office.registry.models import Employer


class NoSuchDeath(ValueError):
    """The employer is no natural person, or the day is not one on which they can have died."""


@transaction.atomic
def record_death_of_employer(employer_id: int, *, died_on: date, branch_id: int, proof: str, by, now: datetime) -> Employer:
    """Write the day of death. From then on no paper is served on the employer: see `papers.obstacle_to_workplace`.

    `proof` names the paper it was learnt from. Raises NoSuchDeath or gate.NotAllowed, having written nothing.
    """
    gate.require(by, "employer.death", ("branch", branch_id))
    employer = Employer.objects.select_for_update().get(pk=employer_id)
    if not employer.workplaces.filter(branch=branch_id).exists():
        raise gate.NotAllowed("employer.death")
    if employer.kind != Employer.Kind.NATURAL:
        raise NoSuchDeath(_("این کارفرما شخص حقوقی است. اگر منحل شده است، بستن کارگاه را ثبت کنید."))
    if died_on > timezone.localdate(now):
        raise NoSuchDeath(_("روز درگذشت هنوز نرسیده است. روز را از روی گواهی فوت بنویسید."))
    employer.died_on = died_on
    employer.save(update_fields=["died_on"])
    note_act("employer.death", by=by, subject=("employer", employer.pk), facts={"died_on": str(died_on)}, reason=proof, now=now)
    return employer
