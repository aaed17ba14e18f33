"""What a bank says of one account: a statement and its lines, whatever file it came in. Amounts are whole rials, days Gregorian."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Line:
    """One movement. `place` counts from 1; `amount` is positive; a reversal takes an earlier movement of the other side back.

    `reference` is the bank's own and names the movement once in the account; `end_to_end` is what the orderer gave; `text` all words with it.
    Identifiers are digits without blanks, or empty; the payer's name and Sheba as the bank gives them, or empty.
    """

    place: int
    booked_on: date
    value_on: date
    amount: int
    is_credit: bool
    reference: str
    is_reversal: bool = False
    end_to_end: str = ""
    bill_id: str = ""
    payment_id: str = ""
    text: str = ""
    payer_name: str = ""
    payer_iban: str = ""

    @property
    def signed(self) -> int:
        return self.amount if self.is_credit else -self.amount


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of one account: its balances before the first line and after the last, in rials; below zero is overdrawn."""

    iban: str
    statement_id: str
    opening: int
    closing: int
    first_day: date
    last_day: date
    lines: list[Line] = field(default_factory=list)

    @property
    def credited(self) -> int:
        return sum(line.amount for line in self.lines if line.is_credit)

    @property
    def debited(self) -> int:
        return sum(line.amount for line in self.lines if not line.is_credit)
