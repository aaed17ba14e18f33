"""Statements as CSV, for banks that have nothing better: one line a movement, under our column names in Persian or English.

The file repeats account and statement number on every line and gives the balance after each movement, from which opening and
closing follow. UTF-8 or CP1256; commas, semicolons or tabs.
"""

import csv
import io
from collections.abc import Iterator
from typing import Final

from opentamin.banking import identifiers
from opentamin.banking.reading import (
    BYTES_MAX,
    LINES_MAX,
    REFERENCE_MAX,
    ascii_digits,
    checked,
    clean,
    day,
    identifiers_in,
    rials,
)  # fmt: skip
from opentamin.banking.statement import Line, Statement
from opentamin.lists.finding import Refused

COLUMNS: Final = {
    "account": "حساب", "statement": "شماره صورت‌حساب", "day": "تاریخ", "value_day": "تاریخ مؤثر", "credit": "واریز", "debit": "برداشت",
    "balance": "مانده", "reference": "شماره پیگیری بانک", "bill_id": "شناسه قبض", "payment_id": "شناسه پرداخت", "description": "شرح",
    "payer": "واریزکننده", "payer_account": "حساب واریزکننده", "end_to_end": "شناسه دستور",
}  # fmt: skip
REQUIRED: Final = ("account", "statement", "day", "credit", "debit", "balance", "reference")
FIELD_MAX: Final = 2_000


def read_csv(body: bytes) -> list[Statement]:
    """The statements of a file, in the order they begin. Raises `Refused`."""
    if len(body) > BYTES_MAX:
        raise Refused("bank_file_too_large", seen=str(len(body)), most=BYTES_MAX)
    groups: dict[tuple[str, str], list[dict[str, str]]] = {}
    for count, row in enumerate(_rows(_decoded(body))):
        if count >= LINES_MAX:
            raise Refused("bank_too_many_lines", most=LINES_MAX)
        key = (ascii_digits(row["account"]).replace(" ", "").upper(), clean(ascii_digits(row["statement"]), 64))
        groups.setdefault(key, []).append(row)
    if not groups:
        raise Refused("bank_file_without_statement")
    return [_statement(iban, number, rows) for (iban, number), rows in groups.items()]


def write_csv(statements: list[Statement]) -> bytes:
    """The same in our Persian columns, UTF-8 with its mark, so that a sheet opens it right."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS.values(), lineterminator="\r\n")
    writer.writeheader()
    for statement in statements:
        balance = statement.opening
        for line in statement.lines:
            balance += line.signed
            writer.writerow({COLUMNS[name]: value for name, value in _cells(statement, line, balance).items()})
    return "\ufeff".encode() + out.getvalue().encode()


def _cells(statement: Statement, line: Line, balance: int) -> dict[str, object]:
    return {
        "account": statement.iban, "statement": statement.statement_id, "day": line.booked_on, "value_day": line.value_on,
        "credit": line.amount if line.is_credit else 0, "debit": 0 if line.is_credit else line.amount, "balance": balance,
        "reference": line.reference, "bill_id": line.bill_id, "payment_id": line.payment_id, "description": line.text,
        "payer": line.payer_name, "payer_account": line.payer_iban, "end_to_end": line.end_to_end,
    }  # fmt: skip


def _decoded(body: bytes) -> str:
    """UTF-8 with or without its mark, else CP1256. A file with zero bytes is no text."""
    if b"\0" in body:
        raise Refused("bank_file_not_text")
    for encoding in ("utf-8-sig", "cp1256"):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("bank_file_not_text")


def _rows(text: str) -> Iterator[dict[str, str]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [_name(cell) for cell in next(reader, [])]
        missing = [COLUMNS[name] for name in REQUIRED if name not in names]
        if missing:
            raise Refused("bank_columns_missing", seen=first.strip()[:80], columns="، ".join(missing))
        empty = dict.fromkeys(filter(None, names), "")  # a row cut short has nothing in its last columns
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield empty | {name: cell[:FIELD_MAX] for name, cell in zip(names, cells, strict=False) if name}
    except csv.Error as broken:
        raise Refused("bank_csv_broken", seen=str(broken)[:60], line=reader.line_num) from broken


_NAMES: Final = {_key: name for name, words in COLUMNS.items() for _key in (name, words.replace("\u200c", "").replace(" ", ""))}


def _name(cell: str) -> str:
    bare = cell.strip().strip("\ufeff").replace("\u200c", "").replace("ي", "ی").replace("ك", "ک")
    return _NAMES.get(bare.replace(" ", ""), "") or _NAMES.get(bare.lower().replace(" ", "_"), "")


def _statement(iban: str, number: str, rows: list[dict[str, str]]) -> Statement:
    lines = [_line(row, place) for place, row in enumerate(rows, 1)]
    balances = [_signed(row.get("balance", "")) for row in rows]
    for line, before, after in zip(lines[1:], balances, balances[1:], strict=False):
        if before + line.signed != after:
            raise Refused("bank_running_balance", "balance", str(after), line=line.place, expected=before + line.signed)
    days = [line.booked_on for line in lines]
    opening = balances[0] - lines[0].signed
    return checked(Statement(iban, number, opening, balances[-1], min(days), max(days), lines))


def _signed(text: str) -> int:
    bare = ascii_digits(text).strip()
    is_negative = bare[:1] in ("-", "−", "(") or bare[-1:] == "-"
    return -rials(bare.strip("-−()"), "balance") if is_negative else rials(bare, "balance")


def _line(row: dict[str, str], place: int) -> Line:
    credit, debit = (rials(row.get(name) or "0", name) for name in ("credit", "debit"))
    if bool(credit) == bool(debit):
        raise Refused("bank_side_unreadable", "credit", f"{credit} / {debit}", line=place)
    words = clean(row.get("description", ""))
    bill, payment = _identifiers(row, words)
    booked = day(row.get("day", ""), "day")
    return Line(
        place=place,
        booked_on=booked,
        value_on=day(row["value_day"], "value_day") if row.get("value_day", "").strip() else booked,
        amount=credit or debit,
        is_credit=bool(credit),
        reference=clean(ascii_digits(row.get("reference", "")), REFERENCE_MAX),
        end_to_end=clean(row.get("end_to_end", ""), REFERENCE_MAX),
        bill_id=bill,
        payment_id=payment,
        text=words,
        payer_name=clean(row.get("payer", ""), 140),
        payer_iban=clean(ascii_digits(row.get("payer_account", "")).replace(" ", ""), 34),
    )


def _identifiers(row: dict[str, str], words: str) -> tuple[str, str]:
    bill = ascii_digits(row.get("bill_id", "")).strip()
    payment = ascii_digits(row.get("payment_id", "")).strip()
    bill = bill.zfill(identifiers.BILL_DIGITS) if bill else ""
    if identifiers.is_payment_id(payment, bill):
        return bill, payment
    if identifiers.is_bill_id(bill):
        return bill, ""
    return identifiers_in(words, row.get("end_to_end", ""))
