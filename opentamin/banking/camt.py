"""The reader of camt.053 (ISO 20022 bank-to-customer statement), any version from 001.02 to 001.14.

One pass of the parser, nothing kept but the statements. A document type declaration is refused at its first byte, so entities, bombs and
files outside can never be read. What is not a statement of whole rials is refused with the place of the trouble.
"""

import re
from typing import Any, Final
from xml.parsers import expat

from opentamin.banking.camt_entry import DETAIL, Entry, take_lines
from opentamin.banking.reading import BYTES_MAX, LINES_MAX, checked, clean, day
from opentamin.banking.statement import Statement
from opentamin.lists.finding import Refused

_NAMESPACE: Final = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(0[2-9]|1[0-4])")
_ROOT: Final = "Document"
DEPTH_MAX: Final = 40
TEXT_BYTES_MAX: Final = 4_096
OPENING, CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_STATEMENT = ("BkToCstmrStmt", "Stmt")


def read_camt(body: bytes) -> list[Statement]:
    """The statements of a message. Raises `Refused` when it is not one, is too large, or does not hold together."""
    if len(body) > BYTES_MAX:
        raise Refused("bank_file_too_large", seen=str(len(body)), most=BYTES_MAX)
    reader = _Reader()
    reader.read(body)
    if not reader.statements:
        raise Refused("bank_file_without_statement")
    return reader.statements


class _Reader:
    """Follows the path through the elements and gathers text by path below the statement or the entry."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.text: list[str] = []
        self.text_bytes = 0
        self.attributes: dict[str, str] = {}
        self.statements: list[Statement] = []
        self.head: Entry = Entry()
        self.balance: Entry | None = None
        self.balances: dict[str, tuple[int, Any]] = {}
        self.entry: Entry | None = None
        self.lines: list[Any] = []

    def read(self, body: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_declaration
        parser.EntityDeclHandler = self._refuse_declaration
        parser.ExternalEntityRefHandler = self._refuse_declaration
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._data
        try:
            parser.Parse(body, True)
        except expat.ExpatError as broken:
            raise Refused("bank_xml_broken", seen=expat.errors.messages[broken.code][:60], line=broken.lineno) from broken
        except (ValueError, LookupError) as broken:  # an encoding nobody knows
            raise Refused("bank_xml_broken", seen=str(broken)[:60], line=1) from broken

    def _refuse_declaration(self, *_declared: Any) -> int:
        raise Refused("bank_xml_declares")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition("}")
        if not self.path and (local != _ROOT or not _NAMESPACE.fullmatch(namespace)):
            raise Refused("bank_xml_not_a_statement", seen=clean(f"{namespace} {local}", 80))
        if len(self.path) >= DEPTH_MAX:
            raise Refused("bank_xml_too_deep", most=DEPTH_MAX)
        self.path.append(local)
        self.text, self.text_bytes, self.attributes = [], 0, attributes
        below = tuple(self.path[1:])
        if below == _STATEMENT:
            self.head, self.balances, self.lines = Entry(), {}, []
        elif below == (*_STATEMENT, "Bal"):
            self.balance = Entry()
        elif below == (*_STATEMENT, "Ntry"):
            self._make_room()
            self.entry = Entry()
        elif below == (*_STATEMENT, "Ntry", *DETAIL) and self.entry is not None:
            self._make_room(len(self.entry.details))
            self.entry.details.append(Entry())

    def _make_room(self, more: int = 0) -> None:
        if len(self.lines) + more >= LINES_MAX:
            raise Refused("bank_too_many_lines", most=LINES_MAX)

    def _data(self, text: str) -> None:
        self.text_bytes += len(text)
        if self.text_bytes <= TEXT_BYTES_MAX:
            self.text.append(text)

    def _end(self, _name: str) -> None:
        below, text = tuple(self.path[1:]), "".join(self.text).strip()
        self.path.pop()
        self.text = []
        if below[:2] != _STATEMENT:
            return
        inner = below[2:]
        if not inner:
            self.statements.append(self._statement())
        elif inner[0] == "Ntry" and self.entry is not None:
            self._end_in(self.entry, inner[1:], text, self._take_entry)
        elif inner[0] == "Bal" and self.balance is not None:
            self._end_in(self.balance, inner[1:], text, self._take_balance)
        elif text:
            self.head.add(inner, text, self.attributes)

    def _end_in(self, part: Entry, inner: tuple[str, ...], text: str, take: Any) -> None:
        if not inner:
            take()
        elif text:
            part.add(inner, text, self.attributes)

    def _take_entry(self) -> None:
        assert self.entry is not None
        self.lines += take_lines(self.entry, len(self.lines) + 1)
        self.entry = None

    def _take_balance(self) -> None:
        assert self.balance is not None
        one, self.balance = self.balance, None
        code = one.first(("Tp", "CdOrPrtry", "Cd"))
        if code not in (*OPENING, *CLOSING):
            return
        amount = one.rials("balance")
        signed = amount if one.first(("CdtDbtInd",)) == "CRDT" else -amount
        self.balances.setdefault(code, (signed, day(one.first(("Dt", "Dt"), ("Dt", "DtTm")), "balance")))

    def _statement(self) -> Statement:
        opening = next((self.balances[code] for code in OPENING if code in self.balances), None)
        closing = next((self.balances[code] for code in CLOSING if code in self.balances), None)
        if opening is None or closing is None:
            raise Refused("bank_statement_without_balances", "balance")
        first = self.head.first(("FrToDt", "FrDtTm"), ("FrToDt", "FrDt"))
        last = self.head.first(("FrToDt", "ToDtTm"), ("FrToDt", "ToDt"))
        booked = [line.booked_on for line in self.lines]
        return checked(
            Statement(
                iban=self.head.first(("Acct", "Id", "IBAN"), ("Acct", "Id", "Othr", "Id")).replace(" ", "").upper(),
                statement_id=clean(self.head.first(("Id",)), 64),
                opening=opening[0],
                closing=closing[0],
                first_day=day(first, "statement") if first else min(booked, default=opening[1]),
                last_day=day(last, "statement") if last else max(booked, default=closing[1]),
                lines=self.lines,
            )
        )
