"""What this room holds about a person, for the file they can ask for."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opentamin.office.records.exports import Row, Section, Whom

from .models import Objection


def _objections(whom: Whom) -> list[Row]:
    """Objections of the person, and of a workplace about the person's row."""
    found = Objection.objects.filter(Q(party_kind="person", party_id__in=whom.people) | Q(person__in=whom.people))
    fields = ("tracking", "subject_kind", "subject_key", "month", "party_kind", "grounds", "words", "way", "filed_at", "act_day", "timeliness", "last_day", "state")
    return list(found.order_by("pk").values(*fields))


SECTIONS = (
    Section(
        "objections",
        _("اعتراض‌ها"),
        {"tracking": _("شمارهٔ پیگیری"), "month": _("ماه"), "words": _("متن"), "filed_at": _("زمان"), "state": _("وضعیت")},
        _objections,
    ),
)
