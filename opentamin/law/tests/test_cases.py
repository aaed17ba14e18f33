"""Every written case, one test each."""

import re

import pytest

from opentamin.law.days import day_number
from opentamin.law.errors import LawRefused
from opentamin.law.kinds import DayNumber, Month, kind_of, one_of
from opentamin.law.machine.cases import Case, differences, number_written, read_cases

CASES = read_cases()


def _name(case: Case) -> str:
    return " ".join(part for part in (case.mark, case.says) if part).replace(" ", "_")


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_law_meets_the_case(case):
    assert differences(case) == []


def test_a_wrong_expectation_is_noticed():
    case = next(case for case in CASES if case.article == "worker_due")
    wrong = Case(**{**vars(case), "expect": {"worker_share": 1}, "outcome": "NO_DAYS", "reasons": ("state_premium",)})
    assert len(differences(wrong)) == 3


def test_what_a_case_leaves_out_is_nothing_where_it_says_so():
    case = next(case for case in CASES if case.article == "worker_due" and case.outcome == "LIFTED_TO_FLOOR")
    of_one = Case(**{**vars(case), "expect": {"wage_base": case.expect["wage_base"]}})
    assert differences(of_one) == []
    assert len(differences(Case(**{**vars(of_one), "others": 0}))) == 2  # its worker share, and what was added


@pytest.mark.parametrize("mark", ["EX-1.1", "EX-1.2", "EX-1.3", "EX-1.5", "EX-1.7", "EX-2.2", "EX-2.3"])
def test_the_worked_examples_are_all_here(mark):
    assert any(case.mark == mark for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_case_is_one_sentence_in_each_language_and_its_letters(case):
    assert case.sentence("en") == case.says and not re.search("[\u0600-\u06ff]", case.says)
    assert re.search("[\u0600-\u06ff]", case.sentence("fa")) and not re.search("[A-Za-z0-9يك]", case.sentence("fa"))
    assert not case.sentence("fa").endswith("."), "a case is told in a list, without a full stop"


FORUM = kind_of(one_of("forum", "primary_board", "appeal_board"))


def test_a_case_names_days_months_and_choices_as_people_write_them():
    assert number_written("1403-12-30", kind_of(DayNumber)) == day_number(1403, 12, 30)
    assert number_written("1405-08", kind_of(Month)) == number_written(140508, kind_of(Month)) == 140508
    assert number_written("appeal_board", FORUM) == 1
    assert number_written(["1405-01-01", 7], kind_of(DayNumber)) == [day_number(1405, 1, 1), 7]


def test_a_day_that_does_not_exist_and_a_choice_nobody_named_are_refused_in_a_case():
    with pytest.raises(ValueError, match="29 days"):
        number_written("1404-12-30", kind_of(DayNumber))
    with pytest.raises(LawRefused, match="primary_board, appeal_board"):
        number_written("court", FORUM)
