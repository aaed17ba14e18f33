"""The home of an employer or a clerk: what is due, what became of each month."""

from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from opentamin.office.contributions.queries import workplaces_of
from opentamin.office.contributions.views.pieces import home_of_employer
from opentamin.office.kit.days import month_name
from opentamin.office.registry.models import WorkplaceIdentifier

from ..audience import Audience
from ..calendar import calendar_of
from ..catalogue import services_for
from ..letters import latest


def home(request: HttpRequest, audience: Audience, today: date) -> tuple[str, dict]:
    workplaces = list(workplaces_of(request.user))
    months = home_of_employer(workplaces, today)
    dues = [(duty.last_day, _due_words(duty, months["has_many_workplaces"])) for duty in months["duties"]]
    context = {
        **months,
        **latest(request.user),
        "workplaces": workplaces,
        "only": _only(workplaces, months["lists"], today),
        "calendar": calendar_of(today, dues),
        "services": services_for(audience.name),
    }
    return "eservices/employer.html", context


def _due_words(duty, has_many: bool) -> str:
    words = _("فهرست و حق بیمهٔ %(month)s") % {"month": month_name(duty.month % 100)}
    return f"{words}، {duty.workplace.name}" if has_many else words


def _only(workplaces: list, lists: list, today: date) -> dict | None:
    """What the band says of the one workplace: its code of today, branch, and workers of its latest list."""
    if len(workplaces) != 1:
        return None
    [workplace] = workplaces
    code = WorkplaceIdentifier.objects.filter(workplace=workplace, valid__contains=today).values_list("value", flat=True).first()
    return {"workplace": workplace, "code": code, "workers_count": lists[0].workers_count if lists else None}
