"""Sums in sentences and rows."""

from django.utils.translation import gettext as _

from opentamin.office.kit import numbers


def rials(amount: int) -> str:
    """«۱۰۶٬۰۴۶٬۳۳۴ ریال», never broken apart."""
    return f"{numbers.grouped(amount)}{numbers.NBSP}{_('ریال')}"
