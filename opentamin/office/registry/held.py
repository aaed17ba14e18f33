"""What this room holds about a person, for the file they can ask for."""

from django.utils.translation import gettext_lazy as _

from opentamin.office.records.exports import Row, Section, Whom
from opentamin.office.registry.models import Person, PersonIdentifier, PersonMerge


def _people(whom: Whom) -> list[Row]:
    fields = ("id", "first_name", "last_name", "father_name", "birth_day", "sex", "nationality", "state", "created_at")
    return list(Person.objects.filter(pk__in=whom.people).values(*fields).order_by("pk"))


def _identifiers(whom: Whom) -> list[Row]:
    found = PersonIdentifier.objects.filter(person__in=whom.people).order_by("pk")
    return [{"kind": one.kind, "value": one.value, "first_day": one.valid.lower, "end": one.valid.upper} for one in found]


def _merges(whom: Whom) -> list[Row]:
    merges = PersonMerge.objects.filter(merged__in=whom.people) | PersonMerge.objects.filter(kept__in=whom.people)
    return list(merges.values("kept_id", "merged_id", "merged_at", "reason", "undone_at").order_by("pk"))


SECTIONS = (
    Section("person", _("مشخصات"), {"first_name": _("نام"), "last_name": _("نام خانوادگی"), "father_name": _("نام پدر"), "birth_day": _("روز تولد")}, _people),
    Section("identifiers", _("شماره‌ها"), {"kind": _("گونه"), "value": _("شماره"), "first_day": _("از روز")}, _identifiers),
    Section("merges", _("پرونده‌هایی که یکی شدند"), {"merged_at": _("زمان"), "reason": _("دلیل")}, _merges),
)
