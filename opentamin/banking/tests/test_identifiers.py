"""Bill and payment identifiers: their digits check each other, and one slip of the pen is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin.banking import identifiers

# A pair printed on a telephone bill; and the Sheba of an account.
KNOWN_BILL, KNOWN_PAYMENT = "7748317800142", "1770160"


def test_a_pair_that_was_really_printed_holds_and_says_its_sum():
    assert identifiers.is_bill_id(KNOWN_BILL) and identifiers.is_payment_id(KNOWN_PAYMENT, KNOWN_BILL)
    assert identifiers.rials_of(KNOWN_PAYMENT) == 17_000
    assert identifiers.read_bill_id(KNOWN_BILL) == (77483178, "001", "4")


@given(file=st.integers(1, 10**8 - 1), rials=st.integers(1, 10**15), year=st.integers(0, 9), period=st.integers(0, 99))
def test_what_we_make_holds_and_says_the_sum_rounded_up_to_a_thousand(file, rials, year, period):
    bill = identifiers.bill_id(file, company="001", service="7")
    payment = identifiers.payment_id(bill, rials, year=year, period=period)
    assert identifiers.is_bill_id(bill) and identifiers.is_payment_id(payment, bill)
    assert identifiers.read_bill_id(bill) == (file, "001", "7")
    assert 0 <= identifiers.rials_of(payment) - rials < 1_000


@pytest.mark.parametrize("place", range(len(KNOWN_BILL)))
def test_one_wrong_digit_of_a_bill_is_noticed_unless_the_rule_itself_cannot(place):
    """Of the nine wrong digits at a place at most one more passes: remainders 0 and 1 share the check digit 0."""
    others = [KNOWN_BILL[:place] + digit + KNOWN_BILL[place + 1 :] for digit in "0123456789" if digit != KNOWN_BILL[place]]
    assert sum(identifiers.is_bill_id(one) for one in others) <= 1


def test_a_payment_of_another_bill_does_not_hold():
    other = identifiers.bill_id(8, company="001", service="7")
    assert not identifiers.is_payment_id(KNOWN_PAYMENT, other)


@given(st.text(max_size=30))
def test_strange_texts_are_no_identifiers_and_never_an_error(text):
    assert not identifiers.is_payment_id(text, KNOWN_BILL) or text.isascii()
    assert not identifiers.is_bill_id(text) or len(text) == 13


@pytest.mark.parametrize("file", [0, -1, 10**8])
def test_a_file_that_does_not_fit_is_said(file):
    with pytest.raises(ValueError, match="eight digits"):
        identifiers.bill_id(file, company="001", service="7")


def test_the_sheba_is_checked_by_its_own_digits():
    assert identifiers.sheba("IR820540102680020817909002")
    assert not identifiers.sheba("IR820540102680020817909003") and not identifiers.sheba("")
