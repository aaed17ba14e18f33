"""What lists charge, for the room of payments: how a list is called, found by its number, and what all of them come to."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from opentamin.office.kit import days
from opentamin.office.payments.charges import ChargeWords

from .listings import last_day_of
from .models import Assessment, ListState, MonthlyList


def describe(ids: Iterable[int]) -> dict[int, ChargeWords]:
    """«حق بیمهٔ آبان ۱۴۰۵» with the page of the amount, by id of the list."""
    lists = MonthlyList.objects.filter(pk__in=ids).select_related("workplace")
    return {
        one.pk: ChargeWords(
            title=_("حق بیمهٔ %(month)s") % {"month": days.month_words(one.month)},
            url=reverse("contributions:amount", args=[one.tracking]),
            tracking=one.tracking,
            last_day=last_day_of(one),
        )
        for one in lists
    }


def find(tracking: str) -> int | None:
    """The assessed list with this tracking number."""
    return MonthlyList.objects.filter(tracking=tracking, state=ListState.ASSESSED).values_list("pk", flat=True).first()


def total(until: date) -> int:
    """Rials that assessed lists ask of employers, assessed by the end of a day: of a correction only what it changes."""
    assessed = Assessment.objects.filter(assessed_at__date__lte=until)
    return int(assessed.aggregate(total=Sum(F("due_total") - F("due_before")))["total"] or 0)
