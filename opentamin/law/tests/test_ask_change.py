"""What would change a refusal: the first day a right arises, and single facts that would turn it."""

import json
import time

import pytest

from opentamin import law
from opentamin.law import ask
from opentamin.law.ask.growth import grown, ways_for
from opentamin.law.days import date_from_jalali, day_number

from .asked_rules import by_variable, known_and_worded, open_in_mehr, paid_rest, rest_award, rest_right, two_paths

DAY = date_from_jalali(1405, 8, 1)
YOUNG = {"day": day_number(1405, 8, 1), "birth_day": day_number(1347, 3, 10), "record_days": 9_000}
SHORT = {"day": day_number(1405, 8, 1), "birth_day": day_number(1340, 3, 10), "record_days": 7_200}


@pytest.fixture(autouse=True)
def worded():
    with known_and_worded():
        yield


def changes(article, facts, day=DAY, **how):
    return ask.what_changes(ask.decide(article, facts, law.at(day)), **how)


def by_way(found):
    return {later.way: later for later in found.later}


def test_a_right_that_waits_for_an_age_arises_on_the_birthday():
    later = by_way(changes(rest_right, YOUNG))["ageing"]
    assert later.day == date_from_jalali(1407, 3, 10)
    assert (later.months, later.rest_days) == (19, 9)
    assert later.decision.entitled and later.decision.facts["day"] == day_number(1407, 3, 10)


def test_the_day_before_the_right_arises_it_is_still_refused():
    later = by_way(changes(rest_right, YOUNG))["ageing"]
    facts = {**YOUNG, "day": day_number(1407, 3, 9)}
    assert ask.decide(rest_right, facts, law.at(date_from_jalali(1407, 3, 9))).entitled is False
    assert later.day > date_from_jalali(1407, 3, 9)


def test_a_right_that_waits_for_record_arises_only_where_work_goes_on():
    found = by_way(changes(rest_right, SHORT))
    assert found["ageing"].day is None and found["ageing"].question is None
    assert found["working"].day == date_from_jalali(1405, 11, 11)
    assert found["working"].decision.facts["record_days"] == 7_300


def test_the_law_of_the_later_day_is_asked_as_known_now():
    born_late = {**YOUNG, "birth_day": day_number(1350, 3, 10)}
    later = by_way(changes(rest_right, born_late))["ageing"]
    assert later.day == date_from_jalali(1412, 3, 10)
    assert ask.decide(rest_right, {**born_late, "day": day_number(1410, 3, 10)}, law.at(date_from_jalali(1410, 3, 10))).entitled is False


def test_where_the_right_does_not_arise_in_the_years_searched_it_is_said():
    child = {**SHORT, "birth_day": day_number(1400, 1, 1), "record_days": 0}
    found = changes(rest_right, child, years=10)
    assert all(later.day is None and later.years == 10 for later in found.later) and found.first is None
    assert "If only time passes, the right does not arise within 10 years." in ask.change_lines(found, "en")


def test_a_right_that_is_open_for_one_month_a_year_is_found_in_it():
    later = by_way(changes(open_in_mehr, {"day": day_number(1405, 8, 1)}))["ageing"]
    assert later.day == date_from_jalali(1406, 7, 1)


def test_the_earliest_way_comes_first():
    assert changes(rest_right, SHORT).first.way == "working"


def test_what_another_article_refuses_is_searched_through_the_one_asked():
    assert by_way(changes(rest_award, YOUNG))["ageing"].day == date_from_jalali(1407, 3, 10)


def test_where_a_later_day_asks_for_a_fact_the_day_and_the_question_are_told():
    later = by_way(changes(paid_rest, YOUNG))["ageing"]
    assert later.day == date_from_jalali(1407, 3, 10) and later.decision is None and later.question.name == "wage_monthly"
    line = ask.change_lines(changes(paid_rest, YOUNG), "en")[0]
    assert line.startswith("If only time passes, what stands in the way is gone on 10 Khordad 1407, 19 months and 9 days after")
    assert line.endswith("depends on this: How many rials: monthly wage?")


def test_a_single_fact_that_would_turn_the_answer_is_named_with_its_nearest_value():
    turning = {one.name: one for one in changes(rest_right, SHORT).turning}
    assert (turning["record_days"].value, turning["record_days"].side) == (7_300, "least")
    assert (turning["is_worn_out"].value, turning["is_worn_out"].side) == (1, "is")
    assert turning["place"].decision.outcome == "APPRENTICE_LIFTED"


def test_facts_nobody_can_change_are_not_offered():
    young = {**YOUNG, "record_days": 8_000}
    assert {one.name for one in changes(rest_right, young).turning} == {"is_worn_out", "place"}


def test_a_change_that_would_contradict_a_life_is_not_offered():
    child = {**SHORT, "birth_day": day_number(1395, 1, 1), "record_days": 100}
    assert "record_days" not in {one.name for one in changes(rest_right, child).turning}


def test_nothing_is_searched_for_what_is_granted_missing_or_for_a_person():
    assert changes(rest_right, {**YOUNG, "is_worn_out": 1}).later == ()
    assert changes(rest_right, {"day": 5}).later == ()
    assert changes(rest_right, {**YOUNG, "birth_day": YOUNG["day"] + 1}).turning == ()


def test_the_sentences_say_way_day_months_and_outcome():
    lines = ask.change_lines(changes(rest_right, YOUNG), "en")
    assert lines[0] == (
        "If only time passes, the right arises on 10 Khordad 1407, 19 months and 9 days after the day asked about: "
        "This month counts in the record, paid or not"
    )
    assert lines[-1] == "These days are found by the law as known today."
    assert "از ۱۰ خرداد ۱۴۰۷ پدید می‌آید، ۱۹ ماه و ۹ روز پس از" in ask.change_lines(changes(rest_right, YOUNG), "fa")[0]
    assert "If “days of record” were at least 7,300 days:" in "\n".join(ask.change_lines(changes(rest_right, SHORT), "en"))
    assert "اگر «جا» معدن بود" in "\n".join(ask.change_lines(changes(rest_right, SHORT), "fa"))


def test_the_data_says_the_same():
    data = json.loads(json.dumps(changes(rest_right, SHORT).to_dict("en")))
    working = next(one for one in data["later"] if one["way"] == "working")
    assert (working["day"], working["months"], working["days"], working["outcome"]) == ("1405-11-11", 3, 10, "MONTH_COUNTS")
    assert {one["name"]: one["value"] for one in data["turning"]} == {"record_days": 7_300, "is_worn_out": True, "place": "mine"}


def test_of_two_paths_both_conditions_not_met_are_named():
    found = ask.decide(two_paths, {**YOUNG, "record_days": 9_000}, law.at(DAY))
    assert found.failed[0].text("en") == "days of record (9,000) at least 10,950? no"
    assert len(found.failed) == 2
    assert "Any one of these would do, and none is so:" in ask.tell(found, "en").lines


def test_an_outcome_kept_in_a_variable_is_traced_to_its_condition():
    found = ask.decide(by_variable, {**YOUNG, "record_days": 100}, law.at(DAY))
    assert [one.text("en") for one in found.failed] == ["days of record (100) less than 7,300? yes"]


def test_a_refusal_handed_on_is_traced_to_the_article_that_refused():
    found = ask.decide(rest_award, SHORT, law.at(DAY))
    assert [(one.article, one.text("en")) for one in found.failed] == [("rest_right", "days of record (7,200) less than 7,300? yes")]


def test_the_last_day_of_work_moves_with_the_day_only_while_work_goes_on():
    facts = {**SHORT, "last_work_day": SHORT["day"] - 5}
    working, ageing = (grown(rest_right, facts, way, 10) or {} for way in ("working", "ageing"))
    assert working["last_work_day"] == SHORT["day"] + 10
    assert ageing["last_work_day"] == SHORT["day"] - 5


def test_after_the_event_no_further_work_is_counted_and_never_is_not_said_where_nobody_waits():
    assert "working" not in ways_for(law.ARTICLES["disability_right"], {}, False)
    assert ways_for(law.ARTICLES["unemployment_cover"], {}, False) == [] and ways_for(rest_right, {}, False) == ["ageing", "working"]
    assert ways_for(law.ARTICLES["hazardous_right"], {"hazardous_days": 5}, False) == ["hazardous"]
    assert ways_for(law.ARTICLES["hazardous_right"], {"hazardous_days": 0}, False) == []
    assert changes(open_in_mehr, {"day": day_number(1405, 8, 1)}, years=0).later == ()


def test_a_search_of_forty_years_is_over_in_a_breath():
    hopeless = {**SHORT, "birth_day": day_number(1400, 1, 1), "record_days": 0}
    changes(rest_right, hopeless)
    start = time.process_time()
    changes(rest_right, hopeless)
    assert time.process_time() - start < 0.5
