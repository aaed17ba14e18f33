"""A small statement for these tests: two payments in, one refund out."""

from datetime import UTC, date, datetime

from opentamin.banking import Line, Statement, identifiers, write_camt

IBAN = "IR820540102680020817909002"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 22)
BILL = identifiers.bill_id(7, company="001", service="7")
PAYMENT = identifiers.payment_id(BILL, 15_000_000, year=5, period=1)
LINES = [
    Line(1, DAY, DAY, 15_000_000, True, "T100001", bill_id=BILL, payment_id=PAYMENT, text="حق بیمهٔ آبان", payer_name="بافندگی سپیدار", payer_iban=IBAN),
    Line(2, DAY, DAY, 2_345_678, True, "T100002", end_to_end="1405-0901-000175", text="پرداخت بی‌شناسه"),
    Line(3, DAY, DAY, 345_678, False, "T100003", end_to_end="1405-0901-000191"),
]
STATEMENT = Statement(IBAN, "1405-245", 1_000_000, 18_000_000, DAY, DAY, LINES)


def camt(*statements: Statement) -> bytes:
    return write_camt(list(statements or (STATEMENT,)), message_id="MSG-1", created_at=NOW)
