"""What this room holds about a person, for the file they can ask for."""

from django.utils.translation import gettext_lazy as _

from opentamin.office.history.models import MonthEntry
from opentamin.office.records.exports import Row, Section, Whom
from opentamin.office.registry.models import Workplace


def _months(whom: Whom) -> list[Row]:
    """Every entry ever written, also those taken back by a further one, oldest first."""
    fields = ("id", "month", "workplace_id", "contract_row", "days", "wage", "is_hazardous", "kind", "source_kind", "source_id", "supersedes", "recorded_at")
    entries = list(MonthEntry.objects.filter(person_id__in=whom.people).values(*fields).order_by("month", "id"))
    names = dict(Workplace.objects.filter(pk__in={entry["workplace_id"] for entry in entries}).values_list("pk", "name"))
    return [{**entry, "workplace": names.get(entry["workplace_id"], "")} for entry in entries]


SECTIONS = (
    Section(
        "months",
        _("سوابق بیمه، هر ثبت جداگانه"),
        {"month": _("ماه"), "workplace": _("کارگاه"), "days": _("روز"), "wage": _("مزد مشمول (ریال)"), "recorded_at": _("ثبت شد")},
        _months,
    ),
)
