"""The bank as we ask it: order a refund, fetch statements. Which bank answers is a setting; by default a simulated one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class RefundOrder:
    """Pay `rials` from an account of ours to `to_iban`. `number` is ours and comes back with the movement; the same number is one order."""

    number: str
    from_iban: str
    to_iban: str
    holder: str
    rials: int
    words: str


class BankRefused(Exception):
    """The bank did not take the order; nothing was paid. The text is the bank's reason."""


class Bank(Protocol):
    """What a bank must be able to do. Everything may be asked twice: the second time changes nothing."""

    def order_refund(self, order: RefundOrder, *, now: datetime) -> None:
        """Take the order, or raise BankRefused."""

    def statements(self, iban: str, since: date, *, now: datetime) -> list[bytes]:
        """Files of all statements of an account whose last day is not before `since`, oldest first."""


def bank() -> Bank:
    """The bank that the settings name (`BANK`)."""
    return import_string(settings.BANK)()
