"""What this room holds about a person, for the file they can ask for."""

from django.utils.translation import gettext_lazy as _

from opentamin.office.records.exports import Row, Section, Whom

from .models import ListRow, WorkerAssessment
from .queries import lists_naming

_OF_LIST = ("list__tracking", "list__month", "list__workplace__name")


def _rows(whom: Whom) -> list[Row]:
    """The person's rows of the lists that wrote their months, as the workplaces declared them."""
    lists = [list_id for _kind, list_id in lists_naming(whom.people)]
    found = ListRow.objects.filter(list__in=lists, person__in=whom.people).order_by("list__month", "list_id", "row")
    names = [field.name for field in ListRow._meta.get_fields() if field.concrete and field.name not in ("pk", "list", "person")]
    return [_named(row) for row in found.values(*_OF_LIST, *names)]


def _shares(whom: Whom) -> list[Row]:
    """What the law made of those rows."""
    lists = [list_id for _kind, list_id in lists_naming(whom.people)]
    found = WorkerAssessment.objects.filter(list__in=lists, person__in=whom.people).order_by("list__month", "list_id", "row")
    return [_named(row) for row in found.values(*_OF_LIST, "row", "days", "wage_insurable", "wage_base", "worker_share", "wage_lifted", "wage_cut")]


def _named(row: Row) -> Row:
    tracking, month, workplace = (row.pop(name) for name in _OF_LIST)
    return {"list": tracking, "month": month, "workplace": workplace, **row}


_MONTH, _WORKPLACE, _DAYS = _("ماه"), _("کارگاه"), _("روز")
SECTIONS = (
    Section(
        "list_rows",
        _("ردیف‌های شما در فهرست‌های ماهانه، چنان‌که کارگاه فرستاده است"),
        {"month": _MONTH, "workplace": _WORKPLACE, "list": _("شمارهٔ پیگیری"), "days": _DAYS, "wage_insurable": _("مزد مشمول (ریال)")},
        _rows,
    ),
    Section(
        "shares",
        _("حق بیمهٔ سهم شما در هر فهرست"),
        {"month": _MONTH, "workplace": _WORKPLACE, "days": _DAYS, "wage_base": _("مبنای حق بیمه (ریال)"), "worker_share": _("سهم بیمه‌شده (ریال)")},
        _shares,
    ),
)
