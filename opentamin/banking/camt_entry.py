"""One entry of a camt.053 statement, gathered as text by path, and the movements it tells of."""

from typing import Final

from opentamin.banking import identifiers
from opentamin.banking.reading import REFERENCE_MAX, ascii_digits, clean, day, identifiers_in, rials
from opentamin.banking.statement import Line
from opentamin.lists.finding import Refused

RIAL: Final = "IRR"
PARTS_MAX: Final = 400
DETAIL: Final = ("NtryDtls", "TxDtls")
Path = tuple[str, ...]


class Entry:
    """Texts of one part by their path below it, and the parts of which it is the sum (`details`)."""

    def __init__(self) -> None:
        self.details: list[Entry] = []
        self._texts: dict[Path, list[str]] = {}
        self._currencies: list[str] = []
        self._count = 0

    def add(self, path: Path, text: str, attributes: dict[str, str]) -> None:
        if path[:2] == DETAIL and self.details:
            self.details[-1].add(path[2:], text, attributes)
            return
        self._count += 1
        if self._count > PARTS_MAX:
            return
        self._texts.setdefault(path, []).append(text)
        if path == ("Amt",):
            self._currencies.append(attributes.get("Ccy", ""))

    def first(self, *paths: Path) -> str:
        """The first text that stands under any of these paths, in their order; empty where there is none."""
        return next((self._texts[path][0] for path in paths if path in self._texts), "")

    def all(self, *paths: Path) -> list[str]:
        return [text for path in paths for text in self._texts.get(path, [])]

    def rials(self, column: str) -> int:
        """The amount of this part, of which the file says that it is in rials."""
        if self._currencies != [RIAL]:
            raise Refused("bank_currency", column, ", ".join(self._currencies)[:40])
        return rials(self.first(("Amt",)), column)


def take_lines(entry: Entry, place: int) -> list[Line]:
    """The movements an entry tells of, the first at `place`; none where it is not booked yet. Raises Refused.

    A batch whose parts add up is as many movements as it has parts. One whose parts do not is a single movement of which nobody
    can tell by itself whom it is for.
    """
    if (entry.first(("Sts", "Cd"), ("Sts",)) or "BOOK") != "BOOK":
        return []
    amount, side = entry.rials("amount"), entry.first(("CdtDbtInd",))
    if side not in ("CRDT", "DBIT") or not amount:
        raise Refused("bank_side_unreadable", "amount", side or str(amount), line=place)
    if len(entry.details) < 2:
        return [_line(entry, entry.details[0] if entry.details else Entry(), place, amount, "")]
    parts = [part.rials("amount") if part.first(("Amt",)) else 0 for part in entry.details]
    if sum(parts) != amount or not all(parts):
        return [_line(entry, Entry(), place, amount, "")]
    return [_line(entry, part, place + index, parts[index], f"/{index + 1}") for index, part in enumerate(entry.details)]


def _line(entry: Entry, part: Entry, place: int, amount: int, suffix: str) -> Line:
    booked = day(entry.first(("BookgDt", "Dt"), ("BookgDt", "DtTm"), ("ValDt", "Dt"), ("ValDt", "DtTm")), "day")
    valued = entry.first(("ValDt", "Dt"), ("ValDt", "DtTm"))
    own = entry.first(("AcctSvcrRef",), ("NtryRef",)) or part.first(("Refs", "AcctSvcrRef"))
    words = [*_words(part), *entry.all(("AddtlNtryInf",))]
    given = part.first(("Refs", "EndToEndId"))
    given = "" if given in ("NOTPROVIDED", "EMPTY") else given
    bill, payment = _identifiers(part, [*words, *_structured(part), given])
    return Line(
        place=place,
        booked_on=booked,
        value_on=day(valued, "day") if valued else booked,
        amount=amount,
        is_credit=entry.first(("CdtDbtInd",)) == "CRDT",
        is_reversal=entry.first(("RvslInd",)) in ("true", "1"),
        reference=clean(own, REFERENCE_MAX - 8) + suffix if own else "",
        end_to_end=clean(given, REFERENCE_MAX),
        bill_id=bill,
        payment_id=payment,
        text=clean(" ".join(words)),
        payer_name=clean(part.first(("RltdPties", "Dbtr", "Pty", "Nm"), ("RltdPties", "Dbtr", "Nm")), 140),
        payer_iban=clean(part.first(("RltdPties", "DbtrAcct", "Id", "IBAN")), 34),
    )


def _words(part: Entry) -> list[str]:
    return part.all(("RmtInf", "Ustrd"), ("AddtlTxInf",))


def _structured(part: Entry) -> list[str]:
    return part.all(("RmtInf", "Strd", "CdtrRefInf", "Ref"), ("RmtInf", "Strd", "AddtlRmtInf"))


def _identifiers(part: Entry, words: list[str]) -> tuple[str, str]:
    """The bill is the creditor's reference and the payment the further word, where the bank writes them apart; else both are looked for."""
    bill = ascii_digits(part.first(("RmtInf", "Strd", "CdtrRefInf", "Ref"))).strip().zfill(identifiers.BILL_DIGITS)
    payment = ascii_digits(part.first(("RmtInf", "Strd", "AddtlRmtInf"))).strip()
    if identifiers.is_bill_id(bill) and identifiers.is_payment_id(payment, bill):
        return bill, payment
    return identifiers_in(*words)
