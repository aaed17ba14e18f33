"""Statements in both forms: what is written is read back; what does not hold together is refused with a sentence."""

import time
import tracemalloc
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opentamin.banking import Line, Refused, Statement, read_camt, read_csv, read_statements, reading, write_csv
from opentamin.lists import words

from .samples import BILL, DAY, IBAN, LINES, PAYMENT, STATEMENT, camt


def refusal(body: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_statements(body)
    for language in words.LANGUAGES:
        assert all(words.sentence(refused.value.finding, language)[:3])
    return refused.value.finding.code


def test_a_statement_written_as_camt_is_read_back_to_the_rial():
    assert read_camt(camt()) == [STATEMENT]


def test_a_statement_written_as_csv_is_read_back_to_the_rial():
    assert read_csv(write_csv([STATEMENT])) == [STATEMENT]


def test_two_statements_in_one_file_are_two():
    other = replace(STATEMENT, statement_id="1405-246")
    assert read_camt(camt(STATEMENT, other)) == [STATEMENT, other]
    assert read_csv(write_csv([STATEMENT, other])) == [STATEMENT, other]


@pytest.mark.parametrize("version", ["02", "04", "14"])
def test_older_and_newer_versions_of_the_message_are_read(version):
    body = camt().replace(b"camt.053.001.08", f"camt.053.001.{version}".encode())
    assert read_camt(body) == [STATEMENT]


def test_identifiers_written_in_the_words_are_found():
    for text in (f"قبض {BILL} پرداخت {PAYMENT}", f"{BILL[:4]} {BILL[4:8]} {BILL[8:]} / {PAYMENT}", f"{BILL.lstrip('0')}-{PAYMENT}"):
        [found] = read_camt(camt(one_line(replace(LINES[1], text=text))))
        assert (found.lines[0].bill_id, found.lines[0].payment_id) == (BILL, PAYMENT), text


def test_a_number_that_only_looks_like_an_identifier_is_none():
    [found] = read_camt(camt(one_line(replace(LINES[1], text="تلفن 09121234567، فیش 123456"))))
    assert (found.lines[0].bill_id, found.lines[0].payment_id) == ("", "")


def one_line(line: Line) -> Statement:
    return Statement(IBAN, "one", 0, line.signed, DAY, DAY, [replace(line, place=1)])


BATCH = b"<TxDtls><Amt Ccy=\"IRR\">%d</Amt><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls>"


def test_a_batch_whose_parts_add_up_is_as_many_movements():
    body = camt(one_line(Line(1, DAY, DAY, 300, True, "B1")))
    parts = b"<NtryDtls>" + BATCH % (100, b"first") + BATCH % (200, b"second") + b"</NtryDtls>"
    [found] = read_camt(body.replace(b"<NtryDtls><TxDtls/></NtryDtls>", parts))
    assert [(line.amount, line.reference, line.text) for line in found.lines] == [(100, "B1/1", "first"), (200, "B1/2", "second")]


def test_a_batch_whose_parts_do_not_add_up_is_one_movement_for_a_person_to_look_at():
    body = camt(one_line(Line(1, DAY, DAY, 300, True, "B1")))
    parts = b"<NtryDtls>" + BATCH % (100, b"first") + BATCH % (100, b"second") + b"</NtryDtls>"
    [found] = read_camt(body.replace(b"<NtryDtls><TxDtls/></NtryDtls>", parts))
    assert [(line.amount, line.text, line.payment_id) for line in found.lines] == [(300, "", "")]


def test_what_is_not_booked_yet_is_left_out():
    body = camt(Statement(IBAN, "one", 0, 0, DAY, DAY, [])).replace(
        b"</Stmt>", b'<Ntry><Amt Ccy="IRR">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry></Stmt>'
    )
    assert read_camt(body)[0].lines == []


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/hostname">]>"""


@pytest.mark.parametrize("head", [BOMB, OUTSIDE, b"<!DOCTYPE Document>", b'<!DOCTYPE Document SYSTEM "http://127.0.0.1/x.dtd">'], ids=["bomb", "file", "bare", "net"])
def test_a_file_that_declares_anything_is_refused_before_it_is_read(head):
    body = head + camt().partition(b"?>\n")[2].replace(b"MSG-1", b"&c;")
    assert refusal(body) == "bank_xml_declares"
    started = time.perf_counter()
    with pytest.raises(Refused):
        read_statements(body)
    assert time.perf_counter() - started < 0.1


def test_a_reference_to_an_entity_nobody_declared_is_a_broken_file():
    assert refusal(camt().replace(b"MSG-1", b"&unknown;")) == "bank_xml_broken"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ((b"camt.053.001.08", b"camt.054.001.08"), "bank_xml_not_a_statement"),
        ((b"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", b"urn:other"), "bank_xml_not_a_statement"),
        ((b'Ccy="IRR">15000000', b'Ccy="EUR">15000000'), "bank_currency"),
        ((b">15000000<", b">15000000.50<"), "bank_sum_has_fraction"),
        ((b">15000000<", b">1.5e7<"), "bank_sum_unreadable"),
        ((b">15000000<", b">-15000000<"), "bank_sum_unreadable"),
        ((b">15000000<", b">15000001<"), "bank_balance_broken"),
        ((b"<CdtDbtInd>CRDT</CdtDbtInd><Sts>", b"<CdtDbtInd>XXXX</CdtDbtInd><Sts>"), "bank_side_unreadable"),
        ((b"2026-11-22</Dt></BookgDt>", b"2026-13-22</Dt></BookgDt>"), "bank_day_unreadable"),
        ((b"T100002", b"T100001"), "bank_reference_twice"),
        ((b"<AcctSvcrRef>T100002</AcctSvcrRef>", b""), "bank_line_without_reference"),
        ((b"<Id>1405-245</Id>", b"<Id> </Id>"), "bank_statement_without_number"),
        ((b"<Cd>CLBD</Cd>", b"<Cd>ITBD</Cd>"), "bank_statement_without_balances"),
        ((b"<IBAN>IR8205", b"<IBAN>IR9205"), "bank_account_unreadable"),
        ((b"</Document>", b""), "bank_xml_broken"),
        ((b"</Document>", b"</Document><more/>"), "bank_xml_broken"),
    ],
)  # fmt: skip
def test_a_camt_file_with_a_fault_is_refused_whole_with_its_sentence(change, code):
    body = camt().replace(change[0], change[1], 1) if change[0] != b"<IBAN>IR8205" else camt().replace(*change)
    assert body != camt() and refusal(body) == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("واریز,", "ریزوا,"), "bank_columns_missing"),
        ((",15000000,0,16000000", ",15000000,15000000,16000000"), "bank_side_unreadable"),
        ((",15000000,0,16000000", ",هزار,0,16000000"), "bank_sum_unreadable"),
        (("18000000", "18000001"), "bank_running_balance"),
        (("T100002", "T100001"), "bank_reference_twice"),
        (("2026-11-22", "دیروز"), "bank_day_unreadable"),
        (("IR820540102680020817909002,1405-245,2026-11-22,2026-11-22,0", "IR820540102680020817909002,1405-245,2026-11-22,2026-11-22,\"0"), "bank_csv_broken"),
    ],
)  # fmt: skip
def test_a_csv_file_with_a_fault_is_refused_whole_with_its_sentence(change, code):
    body = write_csv([STATEMENT]).decode().replace(change[0], change[1], 1).encode()
    assert body != write_csv([STATEMENT]) and refusal(body) in (code, "bank_sum_unreadable" if code == "bank_csv_broken" else code)


def test_a_row_cut_short_is_refused_and_one_without_its_last_empty_columns_is_read():
    head = "day;credit;debit;balance;reference;account;statement;description\r\n"
    row = f"1405/09/01;7;;7;77;{IBAN};12"
    assert read_csv((head + row).encode())[0].lines[0].amount == 7
    assert refusal((head + row[:20]).encode()) == "bank_account_unreadable"


def test_csv_as_banks_write_it_is_read():
    """English names, semicolons, thousands apart, Jalali days, Persian digits, CP1256, no identifiers."""
    text = "account;statement;day;credit;debit;balance;reference;description\r\n" + f"{IBAN};۱۲;۱۴۰۵/۰۹/۰۱;۱۵٬۰۰۰٬۰۰۰;;15,000,000;۷۷;بیمه\r\n"
    [found] = read_csv(text.encode())
    assert (found.statement_id, found.opening, found.closing, found.first_day) == ("12", 0, 15_000_000, date(2026, 11, 22))
    assert found.lines[0].reference == "77"
    plain = f"account;statement;day;credit;debit;balance;reference;description\r\n{IBAN};12;1405/09/01;15,000,000;;15,000,000;77;بيمه\r\n"
    assert read_csv(plain.encode("cp1256"))[0].lines[0].amount == 15_000_000


@pytest.mark.parametrize(
    ("body", "code"),
    [(b"", "bank_file_empty"), (b"PK\x03\x04....", "bank_file_packed"), (b"\x1f\x8b\x08", "bank_file_packed"), (b"%PDF-1.7", "bank_file_packed"),
     (b"a\0b", "bank_file_not_text"), (b"<html>", "bank_xml_not_a_statement"), (b"hello", "bank_columns_missing")],
)  # fmt: skip
def test_what_is_no_statement_at_all_is_said(body, code):
    assert refusal(body) == code


def test_a_file_larger_than_we_take_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr("opentamin.banking.camt.BYTES_MAX", 1_000)
    monkeypatch.setattr("opentamin.banking.csv_statement.BYTES_MAX", 100)
    assert refusal(camt()) == "bank_file_too_large" == refusal(write_csv([STATEMENT]))


def test_more_lines_than_we_take_are_refused(monkeypatch):
    monkeypatch.setattr("opentamin.banking.camt.LINES_MAX", 2)
    monkeypatch.setattr("opentamin.banking.csv_statement.LINES_MAX", 2)
    assert refusal(camt()) == "bank_too_many_lines" == refusal(write_csv([STATEMENT]))


def test_a_tower_of_elements_is_refused():
    assert refusal(camt().replace(b"<GrpHdr>", b"<a>" * 100 + b"<GrpHdr>")) == "bank_xml_too_deep"


def test_a_text_without_end_takes_no_memory():
    body = camt().replace(b"MSG-1", b"x" * 20_000_000)
    tracemalloc.start()
    assert read_camt(body) == [STATEMENT]
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_a_byte_is_changed_to_the_answer_is_a_statement_or_a_sentence(data):
    body = bytearray(data.draw(st.sampled_from([camt(), write_csv([STATEMENT])])))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(body) - 1))
        kind = data.draw(st.integers(0, 2))
        if kind == 0:
            body[place] = data.draw(st.integers(0, 255))
        elif kind == 1:
            del body[place : place + data.draw(st.integers(1, 40))]
        else:
            body[place:place] = data.draw(st.binary(max_size=8))
    try:
        for statement in read_statements(bytes(body)):
            assert reading.checked(statement) is statement
    except Refused as refused:
        for language in words.LANGUAGES:
            assert "{" not in words.sentence(refused.finding, language).summary


@settings(max_examples=40, deadline=None)
@given(
    amounts=st.lists(st.tuples(st.integers(1, 10**15), st.booleans(), st.text(max_size=40)), max_size=20),
    opening=st.integers(-(10**15), 10**15),
)
def test_any_statement_goes_through_both_forms_unchanged(amounts, opening):
    lines = [
        Line(place, DAY, DAY, amount, is_credit, f"R{place}", text=reading.clean(f"شرح {text.strip()}", 140))
        for place, (amount, is_credit, text) in enumerate(amounts, 1)
    ]
    statement = Statement(IBAN, "n", opening, opening + sum(line.signed for line in lines), DAY, DAY, lines)
    [by_camt] = read_camt(camt(statement))
    assert [(line.amount, line.is_credit, line.text) for line in by_camt.lines] == [(line.amount, line.is_credit, line.text) for line in lines]
    assert (by_camt.opening, by_camt.closing) == (statement.opening, statement.closing)
    if lines:
        [by_csv] = read_csv(write_csv([statement]))
        assert (by_csv.opening, by_csv.closing, [line.signed for line in by_csv.lines]) == (opening, statement.closing, [line.signed for line in lines])
