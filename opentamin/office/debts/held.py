"""What this room holds about a person, for the file they can ask for."""

from django.utils.translation import gettext_lazy as _

from opentamin.office.records.exports import Row, Section, Whom

from .models import EvidenceRow


def _evidence(whom: Whom) -> list[Row]:
    """The person's rows of papers by which a workplace's debt was assessed."""
    rows = EvidenceRow.objects.filter(person__in=whom.people).order_by("pk")
    fields = ("row", "national_id", "name", "days", "wage", "nationality", "job_code", "job_title")
    return [{"workplace": row.pop("evidence__workplace__name"), "month": row.pop("evidence__month"), **row} for row in rows.values("evidence__workplace__name", "evidence__month", *fields)]


SECTIONS = (
    Section(
        "evidence",
        _("نام شما در مدرک‌های رسیدگی به کارگاه"),
        {"month": _("ماه"), "workplace": _("کارگاه"), "days": _("روز"), "wage": _("مزد مشمول (ریال)")},
        _evidence,
    ),
)
