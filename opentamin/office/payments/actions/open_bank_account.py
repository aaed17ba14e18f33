"""Open an account: from now on statements of it are taken."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act

from ..models import BankAccount
from ..sheba import sheba_of


@transaction.atomic
def open_bank_account(iban: str, bank_name: str, *, by, now: datetime) -> BankAccount:
    """The account with this Sheba: a new one, or the one already open. Raises NotASheba."""
    gate.require(by, "bank_account.open")
    bare = sheba_of(iban)
    account, is_new = BankAccount.objects.get_or_create(iban=bare, defaults={"bank_name": bank_name, "opened_on": timezone.localdate(now)})
    if is_new:
        note_act("bank_account.open", by=by, subject=("bank_account", account.pk), facts={}, now=now)
    return account
