"""What this room holds about a person, for the file they can ask for."""

from django.utils.translation import gettext_lazy as _

from opentamin.office.records.exports import Row, Section, Whom

from .models import Leg


def _legs(whom: Whom) -> list[Row]:
    legs = Leg.objects.filter(party_kind="person", party_id__in=whom.people)
    return list(legs.values("journal__number", "journal__kind", "journal__on", "account_id", "amount").order_by("pk"))


SECTIONS = (Section("books", _("ثبت‌های دفتر به نام شما"), {"journal__number": _("شمارهٔ سند"), "journal__on": _("روز"), "amount": _("مبلغ (ریال)")}, _legs),)
