"""The sentences: none missing, numbers as the reader writes them."""

import re
from datetime import date

import pytest

from opentamin import law
from opentamin.law.contributions import ListMonth, WorkerMonth, list_due, worker_due
from opentamin.law.words.files import LANGUAGES, missing_words, words_of
from opentamin.law.words.numerals import day, fraction, number

NOW = law.of_month(140508)
CASES = [
    (worker_due, WorkerMonth(17, 30, 94_211_450)),
    (worker_due, WorkerMonth(30, 30, 2_000_000_000)),
    (worker_due, WorkerMonth(30, 30, 1_000_000, is_apprentice=1)),
    (worker_due, WorkerMonth(31, 30, 1_000_000)),
    (list_due, ListMonth(223_255_500, 223_255_500, 223_255_500, 15_627_885, 166_255_500, 1, 1, 0)),
]


def texts_of(step):
    yield from (step.title, step.cite, step.since, step.text, step.value, step.calc, step.outcome, *step.lines)
    for fact in step.facts:
        yield from (fact.label, fact.value)
    for figure in step.figures:
        yield from (figure.label, figure.value, figure.since, figure.status, figure.cite)
    for child in step.children:
        yield from texts_of(child)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing(language):
    assert missing_words(language, law.ARTICLES) == []


def test_a_word_taken_away_is_missed():
    words = words_of("en")
    kept = words.data["variables"].pop("wage_cut")
    try:
        assert "variable/worker_due/wage_cut" in missing_words("en", law.ARTICLES)
    finally:
        words.data["variables"]["wage_cut"] = kept


@pytest.mark.parametrize(("article", "facts"), CASES)
def test_a_persian_explanation_holds_no_latin_letter_or_digit(article, facts):
    step = law.words.render(law.explain(article, facts, NOW), "fa")
    for text in texts_of(step):
        assert not re.search(r"[A-Za-z0-9%]", text), text
        assert "ي" not in text and "ك" not in text, text


@pytest.mark.parametrize(("article", "facts"), CASES)
def test_an_english_explanation_holds_no_persian_letter(article, facts):
    step = law.words.render(law.explain(article, facts, NOW), "en")
    for text in texts_of(step):
        assert not re.search(r"[\u0600-\u06ff]", text), text


def test_the_sum_is_written_out_with_its_numbers():
    step = law.words.render(law.explain(worker_due, WorkerMonth(30, 30, 223_255_500), NOW), "fa")
    assert step.calc == "۲۲۳٬۲۵۵٬۵۰۰ × ۷ درصد = ۱۵٬۶۲۷٬۸۸۵"
    assert step.cite == "ماده ۲۸ قانون تأمین اجتماعی"
    assert step.value == "۱۵٬۶۲۷٬۸۸۵ ریال"


def test_a_rounded_sum_shows_what_was_rounded():
    node = law.explain(worker_due, WorkerMonth(17, 30, 94_211_450), NOW)
    assert law.words.render(node, "fa").calc == "۹۴٬۲۱۱٬۴۵۰ × ۷ درصد = ۶٬۵۹۴٬۸۰۱٫۵، گردشده ۶٬۵۹۴٬۸۰۲"
    assert law.words.render(node, "en").calc == "94,211,450 × 7 percent = 6,594,801.5, rounded 6,594,802"


def test_a_choice_of_ours_is_printed_as_one():
    step = law.words.render(law.explain(worker_due, WorkerMonth(30, 30, 223_255_500), NOW), "en")
    rounding = step.children[-1].figures[1]
    assert (rounding.status_key, rounding.value) == ("policy", "to the nearest rial, half up")
    assert "choice of this system" in rounding.status


def test_a_recollected_rule_is_printed_as_one():
    node = law.explain(list_due, ListMonth(10**9, 10**9, 0, 70_000_000, 10**8, 3, 1, 0), NOW)
    relief = next(step for step in law.words.render(node, "fa").children if step.article == "relief_of_list")
    assert any(figure.status_key == "recollected" and "به یاد مانده" in figure.status for figure in relief.figures)


def test_the_answer_to_a_condition_is_the_one_found():
    step = law.words.render(law.explain(worker_due, WorkerMonth(30, 30, 2_000_000_000), NOW), "en")
    lines = step.children[0].lines
    assert "days worked (30) more than days in the month (30)? no" in lines
    assert "declared insurable pay (2,000,000,000) more than ceiling of the days worked (1,163,788,500)? yes" in lines


@pytest.mark.parametrize(
    ("parts", "fa", "en"),
    [((1, 2), "۰٫۵", "0.5"), ((-7, 2), "منفی ۳٫۵", "−3.5"), ((8, 2), "۴", "4"), ((1, 3), "۰٫۳۳۳۳", "0.3333")],
)
def test_decimals_are_cut_and_never_guessed(parts, fa, en):
    numerator, denominator = parts
    assert (fraction(numerator, denominator, "fa"), fraction(numerator, denominator, "en")) == (fa, en)


def test_numbers_and_days_read_as_on_paper():
    assert number(1_234_567, "fa") == "۱٬۲۳۴٬۵۶۷"
    months = words_of("fa").of("calendar", "months")
    assert day(date(2026, 11, 26), "fa", months) == "۵ آذر ۱۴۰۵"


def test_there_are_no_words_in_a_third_language():
    with pytest.raises(ValueError, match="fa and en"):
        words_of("de")
