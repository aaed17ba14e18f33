"""What debts charge, for the room of payments: how a debt is called, found by its number, and what all of them come to."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from opentamin.office.kit import days
from opentamin.office.payments.charges import ChargeWords

from .models import Debt


def describe(ids: Iterable[int]) -> dict[int, ChargeWords]:
    """«جریمهٔ فهرست، آبان ۱۴۰۵» with the page of the debt, by id."""
    debts = Debt.objects.filter(pk__in=ids).defer("parts")
    return {
        debt.pk: ChargeWords(
            title=_("%(kind)s، %(month)s") % {"kind": debt.get_kind_display(), "month": days.month_words(debt.month)},
            url=reverse("debts:debt", args=[debt.tracking]),
            tracking=debt.tracking,
        )
        for debt in debts
    }


def find(tracking: str) -> int | None:
    """The issued debt with this tracking number."""
    return Debt.objects.filter(tracking=tracking, journal__isnull=False).values_list("pk", flat=True).first()


def total(until: date) -> int:
    """Rials that debts asked of employers, issued by the end of a day; a withdrawn one was asked and taken back by another entry."""
    issued = Debt.objects.filter(journal__isnull=False, issued_at__date__lte=until)
    return int(issued.aggregate(total=Sum("amount"))["total"] or 0)
