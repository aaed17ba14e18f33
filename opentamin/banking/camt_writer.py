"""The writer of camt.053.001.08: what a bank would send of a statement. Valid by the standard's own schema (`tests/test_schema.py`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Final
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from opentamin.banking.statement import Line, Statement

NAMESPACE: Final = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"
RIAL: Final = "IRR"


def write_camt(statements: list[Statement], *, message_id: str, created_at: datetime) -> bytes:
    """One message with these statements, UTF-8. `message_id` has at most 35 characters; `created_at` is aware."""
    assert 0 < len(message_id) <= 35 and created_at.tzinfo, message_id
    body = BytesIO()
    xml = _Xml(body)
    stamp = created_at.isoformat(timespec="seconds")
    with xml.element("Document", xmlns=NAMESPACE), xml.element("BkToCstmrStmt"):
        with xml.element("GrpHdr"):
            xml.text("MsgId", message_id)
            xml.text("CreDtTm", stamp)
        for statement in statements:
            _write_statement(xml, statement, stamp)
    xml.end()
    return body.getvalue()


class _Xml:
    """Elements and texts; what has no text is left out."""

    def __init__(self, body: BytesIO) -> None:
        self._out = XMLGenerator(body, encoding="utf-8", short_empty_elements=True)
        self._out.startDocument()

    @contextmanager
    def element(self, name: str, **attributes: str) -> Iterator[None]:
        self._out.startElement(name, AttributesImpl(attributes))
        yield
        self._out.endElement(name)

    def text(self, name: str, text: str, **attributes: str) -> None:
        if text:
            with self.element(name, **attributes):
                self._out.characters(text)

    def nested(self, names: str, text: str) -> None:
        """`nested("Acct/Id/IBAN", …)`: a text under a chain of elements, all left out when there is no text."""
        first, _, rest = names.partition("/")
        if not text:
            return
        if not rest:
            self.text(first, text)
            return
        with self.element(first):
            self.nested(rest, text)

    def end(self) -> None:
        self._out.endDocument()


def _write_statement(xml: _Xml, statement: Statement, stamp: str) -> None:
    with xml.element("Stmt"):
        xml.text("Id", statement.statement_id)
        xml.text("CreDtTm", stamp)
        with xml.element("FrToDt"):
            xml.text("FrDtTm", f"{statement.first_day}T00:00:00+03:30")
            xml.text("ToDtTm", f"{statement.last_day}T23:59:59+03:30")
        with xml.element("Acct"):
            xml.nested("Id/IBAN", statement.iban)
            xml.text("Ccy", RIAL)
        _write_balance(xml, "OPBD", statement.opening, str(statement.first_day))
        _write_balance(xml, "CLBD", statement.closing, str(statement.last_day))
        for line in statement.lines:
            _write_entry(xml, line)


def _write_balance(xml: _Xml, code: str, amount: int, day: str) -> None:
    with xml.element("Bal"):
        xml.nested("Tp/CdOrPrtry/Cd", code)
        xml.text("Amt", str(abs(amount)), Ccy=RIAL)
        xml.text("CdtDbtInd", "CRDT" if amount >= 0 else "DBIT")
        xml.nested("Dt/Dt", day)


def _write_entry(xml: _Xml, line: Line) -> None:
    with xml.element("Ntry"):
        xml.text("Amt", str(line.amount), Ccy=RIAL)
        xml.text("CdtDbtInd", "CRDT" if line.is_credit else "DBIT")
        if line.is_reversal:
            xml.text("RvslInd", "true")
        xml.nested("Sts/Cd", "BOOK")
        xml.nested("BookgDt/Dt", str(line.booked_on))
        xml.nested("ValDt/Dt", str(line.value_on))
        xml.text("AcctSvcrRef", line.reference[:35])
        xml.nested("BkTxCd/Prtry/Cd", "RCDT" if line.is_credit else "ICDT")
        with xml.element("NtryDtls"), xml.element("TxDtls"):
            _write_details(xml, line)


def _write_details(xml: _Xml, line: Line) -> None:
    xml.nested("Refs/EndToEndId", line.end_to_end[:35])
    if line.payer_name or line.payer_iban:
        with xml.element("RltdPties"):
            xml.nested("Dbtr/Pty/Nm", line.payer_name[:140])
            xml.nested("DbtrAcct/Id/IBAN", line.payer_iban)
    if line.text or line.bill_id:
        with xml.element("RmtInf"):
            xml.text("Ustrd", line.text[:140])
            if line.bill_id:
                with xml.element("Strd"):
                    xml.nested("CdtrRefInf/Ref", line.bill_id)
                    xml.text("AddtlRmtInf", line.payment_id)
