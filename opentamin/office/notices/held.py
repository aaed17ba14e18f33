"""What this room holds about a person, for the file they can ask for."""

from django.utils.translation import gettext_lazy as _

from opentamin.office.records.exports import Row, Section, Whom

from .models import Notice, Service


def _notices(whom: Whom) -> list[Row]:
    found = Notice.objects.filter(scope_kind="person", scope_id__in=whom.people)
    return list(found.values("kind", "facts", "url", "created_at", "read_at").order_by("pk"))


def _services(whom: Whom) -> list[Row]:
    found = Service.objects.filter(to_kind="person", to_id__in=whom.people)
    return list(found.values("paper__kind", "channel", "state", "sent_at", "service_day").order_by("pk"))


SECTIONS = (
    Section("notices", _("خبرها"), {"kind": _("گونه"), "created_at": _("زمان"), "read_at": _("خوانده شد")}, _notices),
    Section("services", _("ابلاغ‌ها"), {"paper__kind": _("برگه"), "sent_at": _("فرستاده شد"), "service_day": _("روز ابلاغ")}, _services),
)
