"""The same facts under two laws: every article where they part, and nothing where they do not."""

import json

import pytest

from opentamin import law
from opentamin.law import ask
from opentamin.law.days import date_from_jalali, day_number

from .asked_rules import known_and_worded, rest_right

WORKER = law.ARTICLES["worker_due"]
LOW = {"days": 30, "days_in_month": 30, "wage_insurable": 150_000_000}
HIGH = {"days": 30, "days_in_month": 30, "wage_insurable": 2_000_000_000}
IN_1404, IN_1405 = law.of_month(140408), law.of_month(140508)


def compared(facts=HIGH, before=IN_1404, after=IN_1405, article=WORKER):
    return ask.compare(article, facts, before, after)


def test_the_amounts_of_both_days_stand_beside_each_other():
    results = {one.name: (one.before, one.after) for one in compared().results}
    assert results["worker_share"] == (50_915_743, 81_465_195)


def test_a_figure_that_changed_is_named_where_it_was_read():
    found = {one.article: one for one in compared().articles}
    (figure,) = found["floor_of_days"].figures
    assert (figure.name, figure.before.value, figure.after.value) == ("minimum_wage_daily", 3_463_656, 5_541_850)


def test_an_article_applied_on_one_side_alone_is_named():
    found = compared(LOW)
    assert (found.before.outcome, found.after.outcome) == ("COUNTED", "LIFTED_TO_FLOOR")
    assert not any(one.before is None or one.after is None for one in compared().articles)


def test_a_condition_answered_otherwise_is_shown_with_both_its_numbers():
    text = "\n".join(ask.comparison_lines(compared(LOW), "en"))
    assert "less than minimum wage of the days worked (103,909,680)? no; beside it: " in text
    assert "less than minimum wage of the days worked (166,255,500)? yes" in text


def test_the_same_law_differs_in_nothing():
    found = compared(after=IN_1404)
    assert found.is_same and found.results == found.articles == ()
    assert "There is no difference." in ask.comparison_lines(found, "en")


def test_another_wording_of_an_article_is_named():
    with known_and_worded():
        facts = {"day": day_number(1409, 12, 1), "birth_day": day_number(1349, 1, 1), "record_days": 9_000}
        found = ask.compare(rest_right, facts, law.at(date_from_jalali(1409, 12, 29)), law.at(date_from_jalali(1410, 1, 1)))
        assert found.articles[0].is_reworded and found.before.entitled and not found.after.entitled
        text = "\n".join(ask.comparison_lines(found, "en"))
        assert "another text is in force" in text and "since 1 Farvardin 1410" in text


def test_an_article_that_was_not_yet_in_force_is_named_as_new():
    relief = law.ARTICLES["relief_of_list"]
    facts = {"wage_base_total": 10**6, "is_relief_activity": 1, "workers_count": 3, "wage_relief_total": 10**6}
    found = ask.compare(relief, facts, law.of_month(136012), law.of_month(136201))
    assert found.before.outcome == "RELIEF_NOT_IN_FORCE" and found.articles[0].is_reworded
    assert "Art. 1 Law of Five Workers in force since 1 Farvardin 1362, and not before." in "\n".join(ask.comparison_lines(found, "en"))


def test_a_side_without_an_answer_says_why():
    found = compared(before=law.of_month(137001))
    assert not found.is_same and found.results == ()
    assert "unknown" in ask.comparison_lines(found, "en")[1]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_text_names_both_laws_and_each_difference(language):
    lines = ask.comparison_lines(compared(), language)
    assert lines[0] == {"fa": "قانون ۱ آبان ۱۴۰۴ در برابر قانون ۱ آبان ۱۴۰۵", "en": "The law of 1 Aban 1404 beside the law of 1 Aban 1405"}[language]
    assert any(("۳۰٬۵۴۹٬۴۵۲ بیشتر" if language == "fa" else "30,549,452 more") in line for line in lines)


def test_the_data_holds_both_decisions_and_each_difference():
    data = json.loads(json.dumps(compared().to_dict("en")))
    assert data["before"]["day"] == "1404-08-01" and data["after"]["amounts"]["worker_share"] == 81_465_195
    floor = next(one for one in data["articles"] if one["article"] == "floor_of_days")
    assert floor["figures"] == [{"name": "minimum_wage_daily", "before": "3,463,656 rials a day", "after": "5,541,850 rials a day"}]
