"""Decisions: the answer, its reasons, what stood in the way, what it rests on, and the next question."""

import json
import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import ask
from opentamin.law.ask.standing import entitled
from opentamin.law.days import number_of
from opentamin.law.errors import LawError
from opentamin.law.machine.cases import facts_of, read_cases
from opentamin.law.machine.plans import plan_of

from .numbers_told import numbers_found, numbers_told

NOW = law.of_month(140508)
FULL = {"days": 30, "days_in_month": 30, "wage_insurable": 223_255_500}
LATE_LIST = {"wage_base_total": 10**9, "wage_base_unemployment_total": 0, "wage_base_hazardous_total": 0, "worker_share_total": 0,
             "is_relief_activity": 1, "is_list_in_time": 0, "wage_relief_total": 10**8}  # fmt: skip
CASES = [pytest.param(case, id=f"{case.mark}_{case.says}".replace(" ", "_")) for case in read_cases() if case.article in law.ARTICLES]


def decided(name, facts, of=NOW):
    return ask.decide(law.ARTICLES[name], facts, of)


def test_a_decision_gives_outcome_amounts_trace_day_and_law():
    found = decided("worker_due", FULL)
    assert (found.status, found.outcome, found.amounts["worker_share"]) == ("decided", "COUNTED", 15_627_885)
    assert found.node == law.explain(law.ARTICLES["worker_due"], FULL, NOW)
    assert (found.day, found.known_on, found.law) == (NOW.day, None, law.law_hash())


def test_an_article_of_one_number_gives_it_as_the_value():
    assert decided("premium_of_wage", {"wage": 100}).amounts == {"value": 7}


def test_a_right_is_granted_or_refused_and_a_reckoning_is_neither():
    assert decided("unemployment_cover", {}).entitled is True
    assert decided("unemployment_cover", {"is_foreign": 1}).entitled is False
    assert decided("premium_of_wage", {"wage": 100}).entitled is None


def test_an_answer_that_names_nothing_refuses_and_says_why():
    short = {"death_day": number_of(date(2026, 8, 23)), "is_pensioner": 0, "is_work_accident": 0, "record_days": 364, "record_days_10_years": 0,
             "record_days_last_year": 0, "pension_at_death_monthly": 0, "average_of_window_monthly": 10**8, "average_of_years_monthly": 10**8}  # fmt: skip
    for record_days, is_granted in ((364, False), (365, True)):
        found = decided("family_pension", {**short, "record_days": record_days})
        assert found.entitled is is_granted and bool(found.failed) is not is_granted
    assert decided("family_pension", short).failed[0].article == "basis_under_ten_years"
    assert [decided("disability_band", {"loss_percent": lost}).entitled for lost in (9, 10)] == [False, True]


def test_an_answer_left_to_an_officer_is_neither_granted_nor_refused():
    found = decided("worker_due", {**FULL, "days": 31})
    assert found.is_for_a_person and found.entitled is None
    assert [one.text("en") for one in found.failed] == ["days worked (31) more than days in the month (30)? yes"]


def test_the_first_condition_that_failed_is_named_with_its_article():
    (stood,) = decided("unemployment_cover", {"is_retired": 1, "is_foreign": 0}).failed
    assert stood.article == "unemployment_cover"
    assert (stood.text("en"), stood.cite("en")) == ("retired: yes", "Art. 1 Unemployment Insurance Law")
    assert stood.text("fa") == "بازنشسته: بله"


def test_a_refusal_of_a_part_is_no_refusal_of_the_whole():
    found = decided("list_due", LATE_LIST)
    assert found.outcome == "RELIEF_WITHHELD_LATE" and found.entitled is None
    assert decided("relief_of_list", LATE_LIST).entitled is False


def test_a_condition_that_only_hands_on_is_followed_to_where_it_failed():
    found = decided("worker_due", {**FULL, "days": 0, "wage_insurable": 0})
    assert found.outcome == "NO_DAYS" and found.entitled is False
    assert [one.article for one in found.failed] == ["assessed_wage"]


def test_what_an_answer_rests_on_without_proof_is_listed_once_each():
    assert {used.name for used in decided("relief_of_list", LATE_LIST).rests_on} >= {"five_workers_late_list", "rounding_list_total"}
    assert {used.status for used in decided("relief_of_list", LATE_LIST).rests_on} <= {"recollected", "policy"}


def test_facts_not_given_and_taken_as_usual_are_told():
    found = decided("relief_of_list", {"is_relief_activity": 1, "wage_base_total": 10**9, "wage_relief_total": 10**8})
    assert found.assumed["workers_count"] == 0 and "wage_base_total" not in found.assumed
    assert "number of workers: 0" in ask.tell(found, "en").lines[-1]


def test_a_missing_fact_is_the_next_question():
    found = decided("worker_due", {"days": 30})
    assert found.status == "missing" and found.question.name == "days_in_month"
    assert found.question.text("en") == "How many days: days in the month?"
    assert found.question.text("fa") == "«روزهای ماه» چند روز است؟"
    assert ask.next_question(law.ARTICLES["worker_due"], FULL, NOW) is None


def test_only_facts_that_still_matter_are_asked_for():
    asked = law.ARTICLES["relief_of_list"]
    assert ask.questions_left(asked, {"is_relief_activity": 0}, NOW) == ()
    left = ask.questions_left(law.ARTICLES["worker_due"], {"days": 30}, NOW)
    assert [question.name for question in left] == ["days_in_month", "wage_insurable"]


def test_answering_question_after_question_leads_to_a_decision():
    asked = law.ARTICLES["worker_due"]
    facts: dict[str, int] = {}
    names = []
    while (question := ask.next_question(asked, facts, NOW)) is not None:
        names.append(question.name)
        facts[question.name] = FULL[question.name]
    assert names == ["days", "days_in_month", "wage_insurable"]
    assert decided("worker_due", facts).status == "decided"


def test_an_unknown_figure_is_an_answer_and_names_the_figure():
    found = decided("worker_due", FULL, law.of_month(137001))
    assert found.status == "figure_unknown" and found.trouble.name == "minimum_wage_daily"
    assert "minimum daily wage" in ask.tell(found, "en").answer and "حداقل مزد" in ask.tell(found, "fa").answer
    assert found.node is None and found.amounts == {} and json.dumps(found.to_dict("fa"))


def test_an_article_not_yet_in_force_is_an_answer():
    found = decided("worker_due", FULL, law.at(date(1970, 1, 1)))
    assert found.status == "not_in_force" and "1354-07-01" in ask.tell(found, "en").answer


def test_a_fact_out_of_bounds_is_an_error_and_no_answer():
    with pytest.raises(law.OutOfBounds):
        decided("worker_due", {**FULL, "wage_insurable": -1})


def test_the_day_asked_about_is_a_fact_where_the_article_takes_it_and_it_was_not_given():
    takes = next(article for article in law.ARTICLES.values() if "day" in plan_of(article).kinds)
    facts, of = ask.prepare(takes, {}, date(2026, 11, 22))
    assert facts == {"day": number_of(date(2026, 11, 22))} and of.day == date(2026, 11, 22)
    assert ask.prepare(takes, {"day": 5}, date(2026, 11, 22))[0] == {"day": 5}
    assert ask.prepare(law.ARTICLES["worker_due"], {}, date(2026, 11, 22))[0] == {}


def test_the_reasoned_text_says_the_answer_first_and_then_every_step():
    lines = ask.tell(decided("worker_due", FULL), "en").lines
    assert lines[:3] == ("Worker share: 15,627,885 rials (Art. 28 SSL).", "By the law of 1 Aban 1405.", "The declared wage is the base.")
    assert "223,255,500 × 7 percent = 15,627,885." in lines[-2]
    assert "to the nearest rial, half up, a choice of this system" in lines[-1]


def test_a_refusal_says_what_stood_in_the_way_before_the_steps():
    lines = ask.tell(decided("unemployment_cover", {"is_foreign": 1}), "fa").lines
    assert lines[0] == "آیا بیمهٔ بیکاری دارد؟ خیر (ماده ۱ قانون بیمهٔ بیکاری)."
    assert lines[3] == "آن‌چه راه را بست (ماده ۱ قانون بیمهٔ بیکاری): تبعهٔ خارجی: بله"


def test_a_case_for_an_officer_shows_no_amount():
    lines = ask.tell(decided("worker_due", {**FULL, "days": 31}), "en").lines
    assert lines[0] == "Worker share (Art. 28 SSL)." and lines[3].startswith("No answer was left by this condition")


def refuses_plainly(node) -> bool:
    """Whether some article refused without a condition: one not yet in force, or one whose wording left nobody in."""
    return any(entitled(part) is False and not any(line.kind == "if" for line in part.lines) for part in node.walk())


@pytest.mark.parametrize("case", CASES)
def test_a_written_case_is_told_in_each_language_alone_with_no_number_beside_the_trace(case):
    found = decided(case.article, facts_of(case), law.at(case.day))
    held = numbers_found(found.node)
    for language, foreign in (("fa", "[A-Za-z0-9%]"), ("en", "[\u0600-\u06ff]")):
        text = "\n".join(ask.tell(found, language).lines)
        assert not re.search(foreign, text)
        assert numbers_told(text, language) <= held
    assert json.loads(json.dumps(found.to_dict("fa")))["status"] == "decided"
    if found.entitled is False:
        assert found.failed or refuses_plainly(found.node)
        assert all(one.line.kind == "if" for one in found.failed)


def test_a_number_that_no_trace_holds_would_be_found():
    found = decided("worker_due", FULL)
    assert numbers_told("سهم ۱۵٬۶۲۷٬۸۸۶ ریال", "fa") - numbers_found(found.node) == {"15627886"}
    assert numbers_told("ماده ۲۸، ۷ درصد، ۱۵٬۶۲۷٬۸۸۵", "fa") <= numbers_found(found.node)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_article_answers_any_facts_within_their_bounds(data):
    asked = law.ARTICLES[data.draw(st.sampled_from(sorted(law.ARTICLES)))]
    plan = plan_of(asked)
    size = data.draw(st.integers(0, 3))
    facts = {}
    for name, kind in plan.kinds.items():
        if not data.draw(st.booleans()):
            continue
        least, greatest = (-17_000, 25_000) if kind.unit == "day" else (kind.least, kind.greatest)
        one = st.integers(least, min(greatest, kind.greatest))
        one = one.map(lambda month: month // 100 * 100 + month % 12 + 1) if kind.unit == "month" else one
        facts[name] = data.draw(st.lists(one, min_size=size, max_size=size) if name in plan.series else one)
    with suppress(LawError):
        found = ask.decide(asked, facts, NOW)
        assert all(ask.tell(found, language).lines for language in ("fa", "en"))


def test_a_day_nobody_gave_is_none_and_no_day_of_1348():
    refused = next(
        found
        for case in read_cases()
        if case.article in law.ARTICLES
        for found in [decided(case.article, facts_of(case), law.at(case.day))]
        if any(value == 0 and plan_of(found.article).results[name].unit == "day" for name, value in found.amounts.items())
    )
    assert None in refused.to_dict("en")["amounts"].values()
    assert "1348" not in "\n".join(ask.tell(refused, "en").lines)
