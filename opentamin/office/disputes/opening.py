"""The doors this room hangs up on pages of rooms below: «اعتراض» beside a debt, a line of its reasons, a row, a month."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from opentamin.office.accounts import gate
from opentamin.office.contributions.models import ListState
from opentamin.office.debts.queries import is_issued
from opentamin.office.kit.doors import Door

from .queries import may_object_at_all
from .subjects import FILE, RECEIVE


def door_of_debts(user) -> Door | None:
    """From all debts to all objections, for whoever acts for somebody."""
    return Door(_("اعتراض‌ها"), reverse("disputes:objections")) if may_object_at_all(user) else None


def door_of_debt(user, debt) -> Door | None:
    """To a whole debt that was issued and still asks."""
    return Door(_words(user, debt.workplace, _("اعتراض به این بدهی")), _new(debt=debt.tracking)) if _is_open_debt(user, debt) else None


def door_of_line(user, debt) -> Door | None:
    """To lines of its kept trace: the path of the line is written behind the address."""
    return Door(_words(user, debt.workplace, _("اعتراض به این سطر")), f"{_new(debt=debt.tracking)}&line=") if _is_open_debt(user, debt) else None


def door_of_row(user, one, row: int) -> Door | None:
    """To a worker's row of an assessed list."""
    if one.state != ListState.ASSESSED or not _may(user, one.workplace):
        return None
    return Door(_words(user, one.workplace, _("اعتراض به این ردیف")), _new(list=one.tracking, row=row))


def door_of_month(user, person_id: int, month: int, tracking: str) -> Door | None:
    """To a month of a record, or to the person's row of the list it came from. Officers come by a paper, not from here."""
    if not gate.may(user, FILE, ("person", person_id)):
        return None
    about = {"person": person_id, "month": month, **({"list": tracking} if tracking else {})}
    return Door(_("اعتراض به این ردیف") if tracking else _("اعتراض به این ماه"), _new(**about))


def _is_open_debt(user, debt) -> bool:
    return is_issued(debt) and debt.is_standing and _may(user, debt.workplace)


def _may(user, workplace) -> bool:
    return gate.may(user, FILE, ("workplace", workplace.pk)) or gate.may(user, RECEIVE, ("branch", workplace.branch_id))


def _words(user, workplace, words: str) -> str:
    """For an officer the door says what it is to them."""
    return words if gate.may(user, FILE, ("workplace", workplace.pk)) else _("%(what)s (روی کاغذ رسیده)") % {"what": words}


def _new(**about) -> str:
    return f"{reverse('disputes:new')}?{urlencode(about)}"
