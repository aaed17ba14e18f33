"""Conditions in words: what was compared, with its numbers, and the answer found."""

import pytest

from opentamin import law
from opentamin.law.contributions import WorkerMonth, worker_due
from opentamin.law.days import day_number
from opentamin.law.words.conditions import condition, worth
from opentamin.law.words.files import words_of
from opentamin.law.words.sums import Writer

NODE = law.explain(worker_due, WorkerMonth(30, 30, 223_255_500), law.of_month(140508))
DAYS, WAGE, APPRENTICE = ["fact", "days", 30], ["fact", "wage_insurable", 500], ["fact", "is_apprentice", 1]


def said(shape, holds=None, language="en"):
    return condition(Writer(words_of(language), NODE), shape, holds)


def test_a_comparison_with_a_sum_shows_the_sum_and_the_answer():
    shape = ["op", ">", ["op", "+", DAYS, ["number", 5]], ["fact", "days_in_month", 31]]
    assert said(shape) == "30 days + 5 more than days in the month (31)? yes"


def test_the_answer_of_a_whole_condition_is_used_where_its_parts_cannot_be_worked_out():
    shape = ["op", ">", ["call", "portion", WAGE, ["name", "rate", None]], DAYS]
    assert said(shape, True) == ""
    assert said(["op", ">", WAGE, ["call", "min", DAYS, ["number", 7]]]).endswith("the lesser of 30 days and 7? yes")


def test_a_chain_is_two_comparisons_and_each_has_its_answer():
    shape = ["op", "<= <=", ["number", 1], DAYS, ["number", 12]]
    assert said(shape) == "1 at most days worked (30)? yes; days worked (30) at most 12? no"


def test_a_fact_that_is_its_own_answer_is_named_with_it():
    assert said(APPRENTICE) == said(["op", "not", APPRENTICE]) == said(["op", "==", APPRENTICE, ["number", 1]]) == "apprentice: yes"
    assert said(APPRENTICE, language="fa") == "کارآموز: بله"


def test_a_part_never_reached_is_left_out():
    shape = ["op", "or", ["op", ">", DAYS, ["number", 31]], ["op", "<", ["fact", "wage_insurable", None], DAYS]]
    assert said(shape) == "days worked (30) more than 31? no"


def test_a_day_worked_out_on_the_way_is_shown_as_a_day():
    words = words_of("en")
    kept = dict(words.data["variables"])
    words.data["variables"]["last_day"] = "last day"
    try:
        shape = ["op", ">", ["name", "last_day", day_number(1405, 2, 31)], DAYS]
        assert said(shape).startswith("last day (31 Ordibehesht 1405)")
    finally:
        words.data["variables"] = kept


@pytest.mark.parametrize(
    ("shape", "number"),
    [
        (["op", "neg", ["number", 4]], -4),
        (["op", "//", ["number", 4], ["number", 0]], None),
        (["call", "max", ["number", 4], DAYS], 30),
        (["row", {}], None),
        (["name", "assessed", {"wage": 3}], None),
    ],
)
def test_an_expression_is_worth_what_its_numbers_make_of_it(shape, number):
    assert worth(shape) == number


def test_functions_and_sums_of_the_calendar_are_told_by_what_they_come_to():
    one, other = ["fact", "birth_day", day_number(1345, 1, 1)], ["fact", "last_day", day_number(1405, 8, 1)]
    words = words_of("en")
    kept = {name: words.data["variables"].get(name) for name in ("birth_day", "last_day")}
    words.data["variables"] |= {"birth_day": "day of birth", "last_day": "last day"}
    try:
        years = ["op", "<", ["call", "full_years_between", one, other], ["number", 61]]
        assert said(years) == "full years from day of birth (1 Farvardin 1345) to last day (1 Aban 1405) (60) less than 61? yes"
        later = ["op", "<", ["op", "+", other, ["number", 3]], ["fact", "birth_day", day_number(1405, 8, 2)]]
        assert said(later) == "4 Aban 1405 less than day of birth (2 Aban 1405)? no"
        apart = ["op", ">", ["op", "-", other, one], ["number", 7]]
        assert said(apart).startswith("22,131 days more than 7? yes")
        assert Writer(words, NODE).equation(["op", "-", other, one], 22_131) == ""
    finally:
        words.data["variables"] = {name: text for name, text in {**words.data["variables"], **kept}.items() if text}


RATE = ["figure", "rate_worker", [7, 100]]


@pytest.mark.parametrize(
    ("shape", "value", "words"),
    [
        (["call", "portion", ["op", "*", WAGE, ["number", 3]], RATE, ["figure", "rounding_worker_share", 1]], 105, "500 × 3 × 7 percent = 105"),
        (["call", "portion", ["op", "+", WAGE, ["number", 1]], RATE, ["number", 1]], 35, "(500 + 1) × 7 percent = 35.07, rounded 35"),
        (["call", "divide", WAGE, ["number", 30], ["number", 1]], 17, "500 ÷ 30 = 16.6666, rounded 17"),
        (["call", "divide", WAGE, ["op", "*", ["number", 5], ["number", 6]], ["number", 1]], 17, "500 ÷ (5 × 6) = 16.6666, rounded 17"),
        (["call", "min", WAGE, ["call", "year_of_day", DAYS]], 30, ""),
        (["op", "+", WAGE, ["call", "year_of_day", DAYS]], 530, ""),
    ],
)
def test_a_sum_is_written_out_or_left_out_whole(shape, value, words):
    assert Writer(words_of("en"), NODE).equation(shape, value) == words
