"""Times and forums: how a time is counted, who hears what, and until when."""

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import days
from opentamin.law.machine.cases import read_cases
from opentamin.law.outcomes import Outcome
from opentamin.law.procedure import (
    BoardClaim,
    Complaint,
    Decision,
    Objection,
    Vote,
    board_ruling_appealable,
    board_vote,
    court_hears,
    court_last_day_of_decisions,
    court_last_day_of_rulings,
    last_day_after_days,
    last_day_after_months,
    last_day_after_working_days,
    late_paid_month_voided,
    list_last_day,
    next_remedy,
    objection_last_day,
    objection_referred,
    on_working_day,
)
from opentamin.law.procedure import rows as names
from opentamin.law.procedure.holidays import (
    DOUBTFUL_DAY,
    FIRST_DAY,
    HELD,
    HOLIDAY,
    WORKING_DAY,
    day_state,
    occasion_of,
    states_of,
)
from opentamin.law.words.files import words_of

NOW = law.at(days.date_from_jalali(1405, 3, 1))
# Days whose holidays were kept, with a year to spare on either side.
HELD_DAYS = st.integers(days.day_number(1381, 1, 1), days.day_number(1404, 9, 1))
SERVICE_DAYS = st.integers(days.day_number(1360, 1, 1), days.day_number(1425, 1, 1))


def number(text):
    return days.number_of(days.date_from_text(text))


def text(day):
    return days.text_of(days.date_of(day))


# Holidays


def test_fridays_solar_days_and_lunar_days_are_holidays():
    assert day_state(number("1405-05-30")) == HOLIDAY  # a Friday, and the death of Imam Askari
    assert day_state(number("1405-01-13")) == HOLIDAY
    assert day_state(number("1405-04-04")) == HOLIDAY  # Ashura
    assert day_state(number("1405-04-06")) == WORKING_DAY


def test_day_zero_was_a_thursday_so_that_the_day_after_is_a_friday():
    assert date(1970, 1, 2).weekday() == 4
    assert day_state(1) == HOLIDAY
    assert day_state(0) == WORKING_DAY


def test_a_forecast_is_doubtful_and_a_day_kept_is_not():
    assert day_state(number("1405-10-16")) == DOUBTFUL_DAY
    assert day_state(number("1405-08-22")) == HOLIDAY


def test_the_eighth_of_rabi_is_a_holiday_from_1396_only_and_the_day_after_fitr_from_1391():
    occasions = {year: {occasion_of(entry)[1] for entry in written} for year, written in HELD["lunar"].items()}
    assert all(("askari_death" in found) == (year >= 1396) for year, found in occasions.items())
    assert all(("fitr_second" in found) == (year >= 1391) for year, found in occasions.items())


def test_each_lunar_year_brings_its_days_ashura_ten_days_after_new_year_and_ghadir_eight_after_adha():
    by_name: dict[str, list[int]] = {}
    for year, written in HELD["lunar"].items():
        for entry in written:
            day, name = occasion_of(entry)
            by_name.setdefault(name, []).append(number(f"{year}-{day}"))
    assert [b - a for a, b in zip(by_name["tasua"], by_name["ashura"], strict=True)] == [1] * len(by_name["ashura"])
    assert [b - a for a, b in zip(by_name["adha"], by_name["ghadir"], strict=True)] == [8] * len(by_name["adha"])
    for found in by_name.values():
        assert {b - a for a, b in pairwise(found)} <= {353, 354, 355, 356}


def test_the_report_of_the_calendar_of_1405_is_met():
    """25 days as reported, with the doubtful one of Farvardin 26; six Thursdays, three Fridays, none in three months."""
    held = [*HELD["lunar"][1405], *HELD["doubtful"][1405], *HELD["solar"]]
    found = {number(f"1405-{occasion_of(entry)[0]}") for entry in held}
    assert len(found) == 26
    assert sum(day % 7 == 0 for day in found) == 6
    assert sum(day % 7 == 1 for day in found) == 3
    assert not {days.month_of_day(day) for day in found} & {140502, 140507, 140509}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_holiday_has_a_name(language):
    written = [entry for part in ("lunar", "doubtful") for of_year in HELD[part].values() for entry in of_year]
    occasions = {occasion_of(entry)[1] for entry in [*written, *HELD["solar"]]}
    assert occasions == set(words_of(language).data["holidays"])


def test_a_day_that_does_not_exist_and_a_year_outside_are_refused():
    with pytest.raises(law.LawRefused, match="1404-12-30") as raised:
        states_of({**HELD, "lunar": {1404: ["12-30 fitr"]}})
    assert "وجود ندارد" in raised.value.fa
    with pytest.raises(law.LawRefused, match="1412"):
        states_of({**HELD, "lunar": {1412: ["01-01 fitr"]}})


def test_the_figures_name_the_months_the_file_holds():
    assert NOW.holidays_from == HELD["first_year"] * 100 + 1
    assert NOW.holidays_to <= HELD["last_year"] * 100 + 12
    assert days.day_number(HELD["first_year"], 1, 1) == FIRST_DAY
    first_doubtful = min(number(f"1405-{occasion_of(entry)[0]}") for entry in HELD["doubtful"][1405][1:])
    assert days.month_of_day(first_doubtful) > NOW.holidays_to


# Counting


@given(SERVICE_DAYS, st.integers(0, 400))
def test_a_last_day_is_a_working_day_never_before_service_nor_before_the_days_allowed(service_day, allowed):
    answer = last_day_after_days(service_day, allowed, NOW)
    assert answer.last_day >= service_day + allowed + 1
    assert answer.doubt_until >= answer.last_day
    assert day_state(answer.last_day) < HOLIDAY


@given(HELD_DAYS, st.integers(0, 120))
def test_a_day_more_never_brings_the_last_day_nearer(service_day, allowed):
    assert last_day_after_days(service_day, allowed, NOW).last_day <= last_day_after_days(service_day, allowed + 1, NOW).last_day
    assert last_day_after_days(service_day, allowed, NOW).last_day <= last_day_after_days(service_day + 1, allowed, NOW).last_day


@given(HELD_DAYS, st.integers(1, 12))
def test_between_the_two_readings_of_a_month_lies_the_calendar_reading(service_day, months):
    answer = last_day_after_months(service_day, months, NOW)
    assert answer.last_day >= service_day + 30 * months + 1
    assert answer.doubt_until >= days.add_months(service_day, months) + 1


@given(HELD_DAYS, st.integers(1, 10))
def test_working_days_leave_out_every_holiday_between(event_day, allowed):
    answer = last_day_after_working_days(event_day, allowed, NOW)
    between = range(event_day + 1, answer.last_day + 1)
    assert sum(day_state(day) < HOLIDAY for day in between) == allowed


def test_where_no_holidays_are_held_the_day_may_move():
    answer = objection_last_day(number("1407-05-01"), law.at(days.date_from_jalali(1407, 5, 1)))
    assert answer.outcome == Outcome.LAST_DAY_MAY_MOVE
    assert answer.doubt_until - answer.last_day == NOW.holidays_margin_days


def test_months_were_of_the_calendar_before_the_code_of_1379_and_are_thirty_days_since():
    before, since = (law.at(days.date_from_text(day)) for day in ("1379-01-20", "1379-01-21"))
    assert before.time_limit_month == 0
    assert since.time_limit_month == 1


def test_a_latest_reading_before_the_day_counted_is_for_a_person():
    assert on_working_day(100, 99, NOW).outcome == Outcome.UNKNOWN


def test_the_last_day_of_every_list_is_a_working_day_at_or_after_the_old_deadline():
    from opentamin.law.contributions import ListDuty, list_deadline

    for month in range(140001, 140013):
        duty = ListDuty(month)
        assert list_last_day(duty, NOW).last_day >= list_deadline(duty, NOW)
        assert day_state(list_last_day(duty, NOW).last_day) < HOLIDAY


# Objection, boards, court


def objected(act_day, **state):
    return objection_referred(Objection(number("1405-02-10"), number(act_day), **state), NOW)


def test_an_objection_of_the_last_day_is_referred_and_one_of_the_next_is_late():
    assert objected("1405-03-10").outcome == Outcome.OBJECTION_REFERRED
    assert objected("1405-03-11").outcome == Outcome.OBJECTION_LATE


def test_an_objection_before_its_notice_is_for_a_person():
    assert objected("1405-02-09").outcome == Outcome.UNKNOWN


def test_the_threshold_is_met_by_the_principal_premium_alone():
    assert board_ruling_appealable(BoardClaim(1_500_000, 10**9, 10**9), NOW).is_appealable == 0
    assert board_ruling_appealable(BoardClaim(1_500_001), NOW).is_appealable == 1


def test_a_vote_that_does_not_add_up_is_for_a_person():
    assert board_vote(Vote(names.PRIMARY_BOARD, 4, 3, 3), NOW).outcome == Outcome.UNKNOWN
    assert board_vote(Vote(names.MEDICAL_PRIMARY, 4, 2, 2), NOW).outcome == Outcome.UNKNOWN


@given(st.integers(0, 5))
def test_the_appeal_board_never_ties(upheld):
    assert board_vote(Vote(names.APPEAL_BOARD, 5, upheld, 5 - upheld), NOW).outcome != Outcome.TO_PARALLEL_BOARD


@given(HELD_DAYS)
def test_abroad_there_is_always_more_time(service_day):
    current = law.at(days.date_from_jalali(1402, 3, 22))
    for article in (court_last_day_of_rulings, court_last_day_of_decisions):
        assert article(service_day, 1, current).last_day > article(service_day, 0, current).last_day


def test_the_organisation_may_not_be_passed_over_nor_the_wait_cut_short():
    asked = number("1405-03-01")
    assert court_hears(Complaint(asked, 0), NOW).outcome == Outcome.COURT_ASK_FIRST
    outcomes = [court_hears(Complaint(asked + wait, 1, asked), NOW).outcome for wait in (0, 92, 93, 95, 96, 400)]
    assert outcomes == [
        Outcome.COURT_WAIT_FOR_ANSWER, Outcome.COURT_WAIT_FOR_ANSWER, Outcome.COURT_IN_DOUBT, Outcome.COURT_OPEN_NO_ANSWER,
        Outcome.COURT_OPEN_NO_ANSWER, Outcome.COURT_OPEN_NO_ANSWER,
    ]  # fmt: skip


def test_a_complaint_whose_days_contradict_each_other_is_for_a_person():
    assert court_hears(Complaint(100, 1, 101), NOW).outcome == Outcome.UNKNOWN
    assert court_hears(Complaint(100, 1, 90, 1, 80), NOW).outcome == Outcome.UNKNOWN
    assert court_hears(Complaint(100, 1, 90, 1, 101), NOW).outcome == Outcome.UNKNOWN


# The next remedy

KINDS, FORUMS = range(len(names.DECISION_KINDS)), range(len(names.FORUMS))


@pytest.mark.parametrize("forum", FORUMS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_decision_has_a_next_forum_a_last_word_or_a_person(kind, forum):
    served = number("1405-03-01")
    answer = next_remedy(Decision(kind, forum, served, served + 1, principal_premium=10**8), NOW)
    if answer.outcome == Outcome.REMEDY_OPEN:
        assert answer.forum != names.NONE
        assert answer.last_day > served
    else:
        assert answer.forum == names.NONE
        assert answer.outcome in (Outcome.UNKNOWN, Outcome.DECISION_FINAL)


def test_only_the_organisation_gives_notices_and_only_others_rule():
    served = number("1405-03-01")
    assert next_remedy(Decision(names.RULING, names.ORGANISATION, served, served), NOW).outcome == Outcome.UNKNOWN
    assert next_remedy(Decision(names.DEBT_NOTICE, names.APPEAL_BOARD, served, served), NOW).outcome == Outcome.UNKNOWN


def test_a_decision_contested_before_it_was_served_is_for_a_person():
    assert next_remedy(Decision(names.DEBT_NOTICE, names.ORGANISATION, 100, 99), NOW).outcome == Outcome.UNKNOWN


def test_a_chain_of_boards_ends_in_the_court_and_never_returns():
    served, forum, kind, seen = number("1405-03-01"), names.ORGANISATION, names.DEBT_NOTICE, []
    while forum != names.NONE:
        answer = next_remedy(Decision(kind, forum, served, served, principal_premium=10**8), NOW)
        seen.append(forum)
        forum, kind = answer.forum, names.RULING
    assert seen == [names.ORGANISATION, names.PRIMARY_BOARD, names.APPEAL_BOARD, names.COURT_APPEAL_BRANCH]


def test_a_file_sent_back_by_the_court_goes_to_the_central_board():
    served = number("1405-03-01")
    decision = Decision(names.RULING, names.PRIMARY_BOARD, served, served, is_returned_by_court=1, principal_premium=10**8)
    assert next_remedy(decision, NOW).forum == names.CENTRAL_APPEAL_BOARD


@given(st.sampled_from(KINDS), st.sampled_from(FORUMS), HELD_DAYS, st.integers(0, 500), st.integers(0, 1), st.integers(0, 1))
def test_no_answer_changes_from_late_to_in_time_as_days_pass(kind, forum, served, wait, is_abroad, is_by_organisation):
    current = law.at(days.date_of(max(served, number("1402-03-22"))))
    order = [Outcome.REMEDY_OPEN, Outcome.REMEDY_IN_DOUBT, Outcome.REMEDY_LATE]
    answers = [
        next_remedy(Decision(kind, forum, served, served + later, is_abroad, is_by_organisation), current).outcome
        for later in (wait, wait + 1)
    ]
    if all(outcome in order for outcome in answers):
        assert order.index(answers[0]) <= order.index(answers[1])
    else:
        assert answers[0] == answers[1]


def test_an_order_annulled_by_the_court_cannot_be_reached_from_its_day():
    assert late_paid_month_voided(1, law.at(days.date_from_jalali(1395, 1, 23))) == 1
    assert late_paid_month_voided(1, law.at(days.date_from_jalali(1395, 1, 24))) == 0


def test_real_decisions_give_the_same_remedies_plain_and_compiled():
    random, count = np.random.default_rng(1405), 600
    served = random.integers(number("1402-04-01"), number("1405-06-01"), count)
    forums = random.integers(1, 15, count)
    rows = {
        "forum": forums,
        "kind": np.where(forums == names.ORGANISATION, random.integers(0, 3, count), names.RULING),
        "service_day": served,
        "day": served + random.integers(0, 220, count),
        "is_abroad": random.integers(0, 2, count),
        "is_by_organisation": (random.random(count) < 0.2).astype(int),
        "is_returned_by_court": (random.random(count) < 0.1).astype(int),
        "has_excuse": random.integers(0, 2, count),
        "principal_premium": random.choice([0, 1_500_000, 1_500_001, 10**8], count),
    }
    plain = law.columns(next_remedy, rows, NOW, "plain")
    compiled = law.columns(next_remedy, rows, NOW, "compiled")
    assert all((plain[name] == compiled[name]).all() for name in plain)
    reached = set(plain["outcome"].tolist())
    assert {Outcome.REMEDY_OPEN, Outcome.REMEDY_IN_DOUBT, Outcome.REMEDY_LATE, Outcome.REMEDY_EXCUSE_TO_WEIGH} <= reached
    assert len(set(plain["forum"].tolist())) > 8


# Words


@pytest.mark.parametrize("mark", ["EX-3.8", "EX-7.1", "EX-7.2", "EX-7.3", "EX-7.4"])
def test_the_worked_examples_on_procedure_are_all_here(mark):
    assert any(case.mark == mark for case in read_cases())


def test_a_remedy_is_told_in_both_languages_with_its_forum_and_its_last_day():
    served = number("1405-04-07")
    decision = Decision(names.RULING, names.PRIMARY_BOARD, served, served, principal_premium=10**8)
    node = law.explain(next_remedy, decision, NOW)
    fa, en = law.words.render(node, "fa"), law.words.render(node, "en")
    assert fa.value == "هیئت تجدیدنظر تشخیص مطالبات"
    assert en.value == "appeal claim-assessment board"
    assert any(step.value == "۲۸ تیر ۱۴۰۵" for step in fa.children)
    assert law.is_enforceable(node)


def test_a_time_that_is_only_recollected_is_not_enforced():
    served = number("1405-07-01")
    node = law.explain(next_remedy, Decision(names.RULING, names.RECOGNITION_BOARD, served, served), NOW)
    assert not law.is_enforceable(node)
