"""Articles whose text changed, ended or was annulled."""

import numpy as np
import pytest

from opentamin import law
from opentamin.law.days import date_from_text
from opentamin.law.kinds import Rials
from opentamin.law.machine.articles import article
from opentamin.law.outcomes import Outcome

from . import dated_rules
from .dated_rules import Answer, ended_duty, extra_help, fund_share, sum_of_both


def on(day, known_on=None):
    return law.at(date_from_text(day), date_from_text(known_on) if known_on else None)


def test_the_day_before_an_amendment_the_old_text_governs_and_on_it_the_new():
    assert fund_share(2100, on("1371-12-15")) == 60
    assert fund_share(2100, on("1371-12-16")) == 70


def test_an_explanation_names_the_day_of_the_text_it_applied():
    assert law.explain(fund_share, {"wage": 2100}, on("1371-12-15")).since == "1975-09-23"
    assert law.explain(fund_share, {"wage": 2100}, on("1371-12-16")).since == "1993-03-07"


def test_an_annulled_article_cannot_be_reached_from_the_day_of_annulment():
    assert extra_help(5, on("1389-12-29")) == Answer(10, Outcome.COUNTED)
    assert extra_help(5, on("1390-01-01")) == Answer(0, Outcome.NO_DAYS)


def test_before_the_annulment_was_known_the_old_answer_can_still_be_made():
    assert extra_help(5, on("1392-01-01", "1395-05-31")) == Answer(10, Outcome.COUNTED)
    assert extra_help(5, on("1392-01-01", "1395-06-01")) == Answer(0, Outcome.NO_DAYS)


def test_silence_is_an_answer_where_the_article_says_so():
    assert extra_help(5, on("1379-12-29")) == Answer(0, Outcome.NO_DAYS)
    assert law.explain(extra_help, {"wage": 5}, on("1379-12-29")).outcome == "NO_DAYS"


@pytest.mark.parametrize("day", ["1379-12-29", "1390-01-01"])
def test_an_article_asked_outside_its_days_says_so(day):
    with pytest.raises(law.NotInForce, match="1380-01-01 to 1390-01-01") as raised:
        ended_duty(5, on(day))
    assert "اجرا نمی‌شود" in raised.value.fa and not set("0123456789") & set(raised.value.fa), "days in Persian digits"


@pytest.mark.parametrize("engine", ["plain", "compiled"])
def test_a_run_on_a_day_an_article_does_not_govern_is_refused_before_it_starts(engine):
    with pytest.raises(law.NotInForce):
        law.columns(ended_duty, {"wage": np.arange(3)}, on("1390-01-01"), engine)


@pytest.mark.parametrize("engine", ["plain", "compiled"])
def test_one_run_over_several_days_gives_each_row_the_law_of_its_day(engine):
    days = ["1371-12-15", "1371-12-16", "1380-01-01", "1389-12-29", "1390-01-01"]
    laws = law.Laws(tuple(on(day) for day in days), np.arange(5, dtype=np.int32))
    answer = law.columns(sum_of_both, {"wage": np.full(5, 2100)}, laws, engine)
    assert answer["value"].tolist() == [60, 70, 4270, 4270, 70]


def test_an_annulment_not_yet_known_is_followed_by_the_compiled_rule_too():
    laws = law.Laws((on("1392-01-01", "1395-05-31"), on("1392-01-01", "1395-06-01")), np.array([0, 1], np.int32))
    answer = law.columns(extra_help, {"wage": np.array([5, 5])}, laws, "compiled")
    assert answer["amount"].tolist() == [10, 0]


def test_two_texts_of_one_article_may_not_govern_the_same_day():
    @article("9", law="ssl", in_force=("1354-07-01", "1371-12-16"))
    def doubtful(wage: Rials, law) -> Rials:
        return wage

    def later(wage, law):
        return wage + 1

    with pytest.raises(law.LawRefused, match="same day"):
        doubtful.amended("9", law="ssl", in_force=("1371-12-15", None))(later)
    doubtful.amended("9", law="ssl", in_force=("1371-12-16", None))(later)


def test_an_article_may_not_end_before_it_starts():
    with pytest.raises(law.LawRefused, match="ends before"):
        article("9", law="ssl", in_force=("1371-12-16", "1371-12-16"))(lambda wage, law: wage)


def test_an_annulled_text_may_not_be_issued_again_under_another_name():
    @article("9", law="ssl", in_force=("1354-07-01", None))
    def clause(wage: Rials, law) -> Rials:
        """First issue."""
        return wage * 3

    clause.annulled(since="1390-01-01", source="an invented ruling")

    def same_again(wage, law):
        """Second issue."""
        return wage * 3

    def other(wage, law):
        return wage * 2

    with pytest.raises(law.LawRefused, match="issued again"):
        clause.amended("9", law="ssl", in_force=("1391-01-01", None), known_from="1391-01-01")(same_again)
    clause.amended("9", law="ssl", in_force=("1391-01-01", None), known_from="1391-01-01")(other)
    assert clause(5, on("1391-01-01")) == 10


def test_invented_articles_stay_out_of_the_contents_of_the_law():
    assert dated_rules.fund_share.name not in law.ARTICLES
