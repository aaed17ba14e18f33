"""Facts as people write them: read rightly, or refused with every fault named and how to mend it."""

import json
from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opentamin import law
from opentamin.law.ask.facts import FAULTS_MAX, ROWS_MAX, FactsRefused, load_facts, read_facts
from opentamin.law.ask.reading import Unreadable, read_value
from opentamin.law.ask.texts import TEXT_MAX
from opentamin.law.days import day_number, number_of
from opentamin.law.kinds import (
    AMOUNT_MAX,
    CareerDays,
    DayNumber,
    Flag,
    Month,
    Percent,
    Rials,
    YearsThousandths,
    kind_needed,
    one_of,
)
from opentamin.law.machine.articles import article
from opentamin.law.machine.plans import plan_of

Forum: Any = one_of("forum", "primary_board", "appeal_board")


class Life(NamedTuple):
    birth_day: DayNumber
    day: DayNumber
    record_days: CareerDays = 0
    death_day: DayNumber = 0
    forum: Forum = 0
    is_woman: Flag = 0


@article("1", law="ssl", in_force=("1354-07-01", None))
def lived(life: Life, law) -> CareerDays:
    return life.record_days


WORKER, SERIES, DEADLINE = (law.ARTICLES[name] for name in ("worker_due", "relief_of_five", "list_deadline"))


def faults(asked, written) -> list[tuple[str, str]]:
    with pytest.raises(FactsRefused) as refused:
        (load_facts if isinstance(written, str | bytes) else read_facts)(asked, written)
    assert all(fault.fa and fault.en for fault in refused.value.faults)
    return [(fault.name, fault.code) for fault in refused.value.faults]


def sentence(asked, written, language) -> str:
    with pytest.raises(FactsRefused) as refused:
        read_facts(asked, written)
    return refused.value.faults[0].sentence(language)


@pytest.mark.parametrize(
    "written",
    ["223255500", "223,255,500", "۲۲۳٬۲۵۵٬۵۰۰", "٢٢٣٢٥٥٥٠٠", "۲۲۳،۲۵۵،۵۰۰ ریال", "223 255 500 rials", "223_255_500", 223255500, 223255500.0],
)
def test_an_amount_is_read_in_any_digits_and_with_any_separator(written):
    assert read_facts(WORKER, {"wage_insurable": written}) == {"wage_insurable": 223_255_500}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("22,5", "grouping"), ("1,00,000", "grouping"), ("1.5", "fraction"), ("۱٫۵", "fraction"), (1.5, "fraction"),
        ("thirty", "not_a_number"), ("1e9", "not_a_number"), ("0x1F", "not_a_number"), (True, "not_a_number"),
        (float("nan"), "not_a_number"), (float("inf"), "not_a_number"), ("²", "not_a_number"),
        ("100 تومان", "toman"), ("۱۰۰ تومن", "toman"), (-1, "negative"), ("−۵", "negative"), (AMOUNT_MAX + 1, "too_large"),
        ("9" * 100, "too_large"), ("-" + "9" * 100, "negative"), ("9" * 5_000, "not_a_number"), ([1], "one_value"), ({"rials": 1}, "one_value"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_its_reason(written, code):
    assert faults(WORKER, {"wage_insurable": written}) == [("wage_insurable", code)]


@pytest.mark.parametrize(
    "written",
    ["1405-02-31", "1405/2/31", "۱۴۰۵/۰۲/۳۱", "۳۱ اردیبهشت ۱۴۰۵", "31 Ordibehesht 1405", "2026-05-21", "2026/5/21", "14050231",
     date(2026, 5, 21), day_number(1405, 2, 31)],
)  # fmt: skip
def test_a_day_is_read_in_either_calendar(written):
    assert read_facts(lived, {"birth_day": written}) == {"birth_day": day_number(1405, 2, 31)}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("1404-12-30", "no_such_day"), ("1405-07-31", "no_such_day"), ("2026-02-29", "no_such_day"), ("1405-13-01", "no_such_month"),
        ("1405-00-01", "no_such_month"), ("1405-01-00", "no_such_day"), ("0405-01-01", "strange_year"), ("1600-01-01", "strange_year"),
        ("1921-03-20", "strange_year"),
        ("31/02/1405", "not_a_day"), ("1405", "not_a_day"), ("2026-05-21T00:00", "not_a_day"), ("yesterday", "not_a_day"),
        (True, "not_a_day"), (10**9, "too_large"),
    ],
)  # fmt: skip
def test_a_day_that_is_not_in_the_calendar_is_refused(written, code):
    assert faults(lived, {"birth_day": written}) == [("birth_day", code)]


def test_the_leap_day_is_there_in_a_leap_year_only():
    assert read_facts(lived, {"birth_day": "1403-12-30"}) == {"birth_day": day_number(1403, 12, 30)}
    assert read_facts(lived, {"birth_day": "2024-02-29"}) == {"birth_day": number_of(date(2024, 2, 29))}
    assert sentence(lived, {"birth_day": "1404-12-30"}, "en").endswith("“1404-12-30” is not in the calendar; Esfand 1404 has 29 days.")
    assert "اسفند ۱۴۰۴، ۲۹ روز دارد" in sentence(lived, {"birth_day": "1404-12-30"}, "fa")
    assert "February 2026 has 28 days" in sentence(lived, {"birth_day": "2026-02-29"}, "en")


@pytest.mark.parametrize("written", ["140508", 140508, "1405-08", "1405/8", "۱۴۰۵/۰۸", "آبان ۱۴۰۵", "Aban 1405"])
def test_a_month_is_read_as_people_write_it(written):
    assert read_facts(DEADLINE, {"month": written}) == {"month": 140508}


@pytest.mark.parametrize(
    ("written", "code"),
    [("1405-13", "no_such_month"), (140500, "no_such_month"), ("2026-11", "not_a_month"), ("Brumaire 1405", "not_a_month"), ("1299-01", "too_small")],
)
def test_a_month_that_is_none_is_refused(written, code):
    assert faults(DEADLINE, {"month": written}) == [("month", code)]


@pytest.mark.parametrize(("written", "answer"), [(True, 1), ("yes", 1), ("بله", 1), ("1", 1), (0, 0), ("خیر", 0), ("No", 0), ("false", 0)])
def test_yes_and_no_are_read_in_both_languages(written, answer):
    assert read_facts(WORKER, {"is_apprentice": written}) == {"is_apprentice": answer}


def test_neither_yes_nor_no_is_refused():
    assert faults(WORKER, {"is_apprentice": "maybe"}) == faults(WORKER, {"is_apprentice": 2}) == [("is_apprentice", "not_yes_or_no")]


@pytest.mark.parametrize("written", ["appeal_board", "Appeal-Board", "appeal board", 1])
def test_a_choice_is_read_by_name(written):
    assert read_facts(lived, {"forum": written}) == {"forum": 1}


def test_a_choice_misspelt_is_met_with_the_one_that_may_have_been_meant():
    assert faults(lived, {"forum": "apeal_board"}) == [("forum", "maybe_option")]
    assert "did you mean “appeal_board”?" in sentence(lived, {"forum": "apeal_board"}, "en")
    assert faults(lived, {"forum": "xyz"}) == faults(lived, {"forum": 7}) == [("forum", "not_an_option")]


@pytest.mark.parametrize(
    ("written", "thousandths"), [("30.5", 30_500), ("۳۰٫۵", 30_500), ("30/25", 30_250), (30.5, 30_500), (30_500, 30_500), ("30,000", 30_000), (0, 0)]
)
def test_years_are_read_with_decimals_or_as_thousandths(written, thousandths):
    assert read_value(written, kind_needed(YearsThousandths)) == thousandths


def test_a_bare_thirty_could_be_years_or_thousandths_and_is_not_guessed():
    with pytest.raises(Unreadable) as refused:
        read_value(30, kind_needed(YearsThousandths))
    assert refused.value.code == "years_unclear"


def test_a_percentage_may_carry_its_sign():
    assert {read_value(written, kind_needed(Percent)) for written in ("20%", "۲۰ درصد", "20 percent", 20)} == {20}


def test_a_series_is_read_row_by_row_and_each_fault_names_its_row():
    assert read_facts(SERIES, {"days": ["30", 5], "wage_base": ["1,000", 7]}) == {"days": [30, 5], "wage_base": [1_000, 7]}
    assert faults(SERIES, {"days": [30, 400, "x"]}) == [("days", "too_large"), ("days", "not_a_number")]
    assert "row 3" in sentence(SERIES, {"days": [30, 4, "x"]}, "en")
    assert "سطر ۳" in sentence(SERIES, {"days": [30, 4, "x"]}, "fa")


def test_series_of_unlike_length_and_a_series_that_is_none_are_refused():
    assert faults(SERIES, {"days": [1, 2], "wage_base": [1]}) == [("wage_base", "lists_differ")]
    assert faults(SERIES, {"days": "30"}) == [("days", "a_list")]
    assert faults(SERIES, {"days": [1] * (ROWS_MAX + 1)}) == [("days", "list_too_long")]


@pytest.mark.parametrize(("name", "meant"), [("dais", "days"), ("wage insurable", "wage_insurable"), ("روزهای کارکرد", "days"), ("apprentice", "is_apprentice")])
def test_an_unknown_name_is_met_with_the_fact_that_may_have_been_meant(name, meant):
    assert faults(WORKER, {name: 1}) == [(name, "maybe")]
    assert f"“{meant}”" in sentence(WORKER, {name: 1}, "en")


def test_a_name_like_none_is_met_with_all_names_there_are():
    assert faults(WORKER, {"x": 1}) == [("x", "stranger")]
    assert "days_in_month" in sentence(WORKER, {"x": 1}, "fa")


def test_all_faults_are_said_at_once():
    assert len(faults(WORKER, {"days": "x", "wage_insurable": -1, "is_apprentice": 5, "salary": 1})) == 4


def test_a_flood_of_faults_is_counted_and_not_poured_out():
    found = faults(SERIES, {"days": ["x"] * 900})
    assert len(found) == FAULTS_MAX + 1 and found[-1] == ("", "too_many")


def test_a_fact_is_named_in_words_and_in_persian_without_latin_digits():
    assert sentence(WORKER, {"days": 200}, "fa") == "«روزهای کارکرد» ۲۰۰ است؛ باید دست‌بالا ۱۲۷ روز باشد."
    assert sentence(WORKER, {"wage_insurable": -5}, "en") == "“insurable pay” is -5 and cannot be negative; correct it."


def test_nothing_written_is_a_fact_not_given():
    assert read_facts(WORKER, {"days": None, "wage_insurable": "  "}) == {}
    assert load_facts(WORKER, "days:\nwage_insurable: null\n") == {}


def test_a_death_before_birth_and_a_day_before_birth_are_refused():
    assert faults(lived, {"birth_day": "1350-01-01", "death_day": "1349-12-29"}) == [("death_day", "death_before_birth")]
    assert faults(lived, {"birth_day": "1350-01-01", "day": "1349-12-29"}) == [("day", "day_before_birth")]
    assert read_facts(lived, {"birth_day": "1350-01-01", "death_day": "1350-01-01"})


def test_a_service_longer_than_life_is_refused_and_one_as_long_is_not():
    life = {"birth_day": "1400-01-01", "day": "1400-01-31"}
    assert read_facts(lived, {**life, "record_days": 30})
    assert faults(lived, {**life, "record_days": 31}) == [("record_days", "service_beyond_life")]
    assert faults(lived, {**life, "record_days": 30, "death_day": "1400-01-30"}) == [("record_days", "service_beyond_life")]


def test_a_yaml_value_is_taken_as_it_is_written():
    assert load_facts(WORKER, "days: 030\nis_apprentice: yes\nwage_insurable: 1_000\n") == {"days": 30, "is_apprentice": 1, "wage_insurable": 1_000}
    assert faults(WORKER, "days: 0x1F") == faults(WORKER, "days: 1:30") == [("days", "not_a_number")]


def test_json_and_yaml_say_the_same():
    facts = {"days": 30, "days_in_month": 30, "is_apprentice": True}
    assert load_facts(WORKER, json.dumps(facts)) == load_facts(WORKER, "{days: 30, days_in_month: 30, is_apprentice: yes}")
    assert load_facts(WORKER, "\ufeff" + json.dumps(facts)) == load_facts(WORKER, json.dumps(facts).encode())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("days: 1\ndays: 2", "twice"), ('{"days": 1, "days": 2}', "twice"), ("days: &a 1\nwage_insurable: *a", "reference"),
        ("a: b: c", "broken"), ("- 1\n- 2", "not_pairs"), ("30", "not_pairs"), ("", "not_pairs"), ("? [1]\n: 2", "not_pairs"),
        ("[" * 3_000, "too_deep"), ('{"a":' * 30_000, "too_deep"), ("x" * (TEXT_MAX + 1), "too_long"), (b"\xff\xfe\x00", "not_text"),
        ("\x00", "broken_somewhere"), ('{"days": 1', "broken"),
    ],
)  # fmt: skip
def test_a_text_that_is_no_table_of_facts_is_refused(text, code):
    assert faults(WORKER, text) == [("", code)]


def test_a_yaml_tag_runs_nothing():
    assert faults(WORKER, "days: !!python/object/apply:os.getcwd []") == [("days", "one_value")]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NEAR = st.text(st.sampled_from("0123456789۰۱۲۳٤٥-/.,٬٫_ 13405"), max_size=14)
NAMES = st.sampled_from(["days", "wage_base", "birth_day", "day", "record_days", "death_day", "forum", "is_woman", "month", "wage_insurable"])


@settings(max_examples=400, deadline=None)
@given(st.sampled_from([WORKER, SERIES, DEADLINE, lived]), st.dictionaries(NAMES | st.text(max_size=8), ANYTHING | NEAR, max_size=5))
def test_whatever_is_written_is_read_within_bounds_or_refused_in_words(asked, written):
    try:
        facts = read_facts(asked, written)
    except FactsRefused as refused:
        assert all(fault.fa and fault.en for fault in refused.faults)
        assert str(refused).encode()
        return
    kinds = plan_of(asked).kinds
    for name, value in facts.items():
        assert all(kinds[name].least <= number <= kinds[name].greatest for number in (value if isinstance(value, list) else [value]))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.binary(max_size=40) | st.from_regex(r"\A(days|month|x): ?[\[{&*!|>'\"0-9a-z:, -]{0,20}\n?", fullmatch=False))
def test_whatever_text_is_sent_is_read_or_refused(text):
    try:
        load_facts(WORKER, text)
    except FactsRefused as refused:
        assert refused.faults


@settings(max_examples=200, deadline=None)
@given(st.integers(0, AMOUNT_MAX), st.sampled_from([",", "٬", "_", " ", ""]))
def test_a_number_written_out_is_read_back(number, separator):
    assert read_value(f"{number:,}".replace(",", separator), kind_needed(Rials)) == number


@settings(max_examples=200, deadline=None)
@given(st.integers(day_number(1300, 1, 1), day_number(1500, 12, 29)))
def test_a_day_written_in_either_calendar_is_read_back(number):
    written = law.days.date_of(number)
    assert read_value(law.days.text_of(written), kind_needed(DayNumber)) == read_value(written.isoformat(), kind_needed(DayNumber)) == number


@given(st.integers(1300, 1500), st.integers(-3, 15))
def test_a_month_is_in_the_calendar_or_refused(year, month):
    try:
        assert read_value(f"{year}-{month:02}", kind_needed(Month)) % 100 == month
    except Unreadable:
        assert not 1 <= month <= 12
