"""Who hears what next: each decision with the body after it, for persons, for the organisation, and before 1402."""

import pytest

from opentamin import law
from opentamin.law import days
from opentamin.law.outcomes import Outcome
from opentamin.law.procedure import (
    Competence,
    Decision,
    Remedy,
    forum_after_primary_board,
    next_forum,
    next_forum_for_organisation,
    next_forum_of_ruling,
    next_remedy,
)
from opentamin.law.procedure import rows as names

NOW = law.at(days.date_from_jalali(1405, 3, 1))
EVE = law.at(days.date_from_jalali(1402, 3, 21))  # the court's law as it was before its amendment
SERVED = days.day_number(1405, 3, 1)
# One rial over the threshold of the primary board, and the threshold itself, which is not over it.
OVER, UNDER = 1_500_001, 1_500_000

UNKNOWN = Competence(names.NONE, Outcome.UNKNOWN)
FINAL = Competence(names.NONE, Outcome.DECISION_FINAL)
FINAL_FOR_ORGANISATION = Competence(names.NONE, Outcome.DECISION_FINAL_FOR_ORGANISATION)


def to(forum):
    return Competence(forum, Outcome.FORUM_COMPETENT)


def decided(kind, forum, premium=OVER, **state):
    return Decision(kind, forum, SERVED, SERVED, principal_premium=premium, **state)


# What a person does next

OF_ORGANISATION = {
    "a debt notice goes to the primary board": (names.DEBT_NOTICE, to(names.PRIMARY_BOARD)),
    "a writ goes to the Art. 16 board": (names.WRIT, to(names.ENFORCEMENT_BOARD)),
    "an answer to a request goes to a branch of the court": (names.ANSWER_TO_REQUEST, to(names.COURT_BRANCH)),
    "the organisation gives no rulings": (names.RULING, UNKNOWN),
}


@pytest.mark.parametrize(("kind", "expected"), OF_ORGANISATION.values(), ids=OF_ORGANISATION)
def test_what_the_organisation_decided(kind, expected):
    assert next_forum(decided(kind, names.ORGANISATION), NOW) == expected


# The body that ruled, the principal premium, where a person goes since 1402/3/22 and where until the day before.
RULINGS = {
    "primary board, over the threshold": (names.PRIMARY_BOARD, OVER, names.APPEAL_BOARD, names.APPEAL_BOARD),
    "primary board, not over it": (names.PRIMARY_BOARD, UNDER, names.COURT_APPEAL_BRANCH, names.COURT_BRANCH),
    "parallel board, over the threshold": (names.PARALLEL_BOARD, OVER, names.APPEAL_BOARD, names.APPEAL_BOARD),
    "parallel board, not over it": (names.PARALLEL_BOARD, UNDER, names.COURT_APPEAL_BRANCH, names.COURT_BRANCH),
    "appeal board": (names.APPEAL_BOARD, OVER, names.COURT_APPEAL_BRANCH, names.COURT_BRANCH),
    "central appeal board": (names.CENTRAL_APPEAL_BOARD, OVER, names.COURT_APPEAL_BRANCH, names.COURT_BRANCH),
    "recognition board": (names.RECOGNITION_BOARD, OVER, names.DISPUTE_BOARD, names.DISPUTE_BOARD),
    "dispute board": (names.DISPUTE_BOARD, OVER, names.COURT_APPEAL_BRANCH, names.COURT_BRANCH),
    "primary medical commission": (names.MEDICAL_PRIMARY, OVER, names.MEDICAL_APPEAL, names.MEDICAL_APPEAL),
    "medical commission of appeal": (names.MEDICAL_APPEAL, OVER, names.COURT_APPEAL_BRANCH, names.COURT_BRANCH),
    "primary committee of hazardous work": (names.HAZARDOUS_PRIMARY, OVER, names.HAZARDOUS_APPEAL, names.HAZARDOUS_APPEAL),
    "its committee of appeal": (names.HAZARDOUS_APPEAL, OVER, names.COURT_APPEAL_BRANCH, names.COURT_BRANCH),
    "branch of first instance": (names.COURT_BRANCH, OVER, names.COURT_APPEAL_BRANCH, names.COURT_APPEAL_BRANCH),
}


@pytest.mark.parametrize(("forum", "premium", "since", "until"), RULINGS.values(), ids=RULINGS)
def test_where_a_person_goes_against_a_ruling(forum, premium, since, until):
    ruling = decided(names.RULING, forum, premium)
    for article in (next_forum, next_forum_of_ruling):
        assert article(ruling, NOW) == to(since)
        assert article(ruling, EVE) == to(until)


def test_against_the_appeal_branch_nobody_goes_further_and_of_the_art_16_board_nothing_was_read():
    assert next_forum(decided(names.RULING, names.COURT_APPEAL_BRANCH), NOW) == FINAL
    assert next_forum(decided(names.RULING, names.COURT_APPEAL_BRANCH, is_by_organisation=1), NOW) == FINAL
    assert next_forum(decided(names.RULING, names.ENFORCEMENT_BOARD), NOW) == UNKNOWN


@pytest.mark.parametrize("forum", range(len(names.FORUMS)), ids=names.FORUMS)
def test_a_notice_a_writ_and_an_answer_come_from_the_organisation_alone(forum):
    for kind in (names.DEBT_NOTICE, names.WRIT, names.ANSWER_TO_REQUEST):
        assert (next_forum(decided(kind, forum), NOW) == UNKNOWN) == (forum != names.ORGANISATION)


# What the organisation does next

BY_ORGANISATION = {
    "primary board, over the threshold": (names.PRIMARY_BOARD, OVER, to(names.CENTRAL_APPEAL_BOARD)),
    "primary board, not over it": (names.PRIMARY_BOARD, UNDER, FINAL_FOR_ORGANISATION),
    "parallel board, over the threshold": (names.PARALLEL_BOARD, OVER, to(names.CENTRAL_APPEAL_BOARD)),
    "parallel board, not over it": (names.PARALLEL_BOARD, UNDER, FINAL_FOR_ORGANISATION),
    "appeal board": (names.APPEAL_BOARD, OVER, FINAL_FOR_ORGANISATION),
    "central appeal board": (names.CENTRAL_APPEAL_BOARD, OVER, FINAL_FOR_ORGANISATION),
    "primary medical commission": (names.MEDICAL_PRIMARY, OVER, to(names.MEDICAL_APPEAL)),
    "medical commission of appeal": (names.MEDICAL_APPEAL, OVER, FINAL_FOR_ORGANISATION),
    "branch of first instance": (names.COURT_BRANCH, OVER, to(names.COURT_APPEAL_BRANCH)),
    "labour boards, where it is no party": (names.RECOGNITION_BOARD, OVER, UNKNOWN),
    "committees of hazardous work, of which nothing was read": (names.HAZARDOUS_PRIMARY, OVER, UNKNOWN),
}


@pytest.mark.parametrize(("forum", "premium", "expected"), BY_ORGANISATION.values(), ids=BY_ORGANISATION)
def test_where_the_organisation_goes_against_a_ruling(forum, premium, expected):
    ruling = decided(names.RULING, forum, premium, is_by_organisation=1)
    for article in (next_forum, next_forum_for_organisation):
        assert article(ruling, NOW) == expected


def test_against_its_own_notice_the_organisation_goes_nowhere():
    notice = decided(names.DEBT_NOTICE, names.ORGANISATION, is_by_organisation=1)
    assert next_forum(notice, NOW) == UNKNOWN
    assert next_forum_for_organisation(notice, NOW) == UNKNOWN
    misnamed = decided(names.DEBT_NOTICE, names.PRIMARY_BOARD, is_by_organisation=1)
    assert next_forum_for_organisation(misnamed, NOW) == UNKNOWN


AFTER_PRIMARY = {
    "not over the threshold": (UNDER, {}, Competence(names.NONE, Outcome.BOARD_RULING_FINAL_BY_AMOUNT)),
    "the employer": (OVER, {}, to(names.APPEAL_BOARD)),
    "the organisation": (OVER, {"is_by_organisation": 1}, to(names.CENTRAL_APPEAL_BOARD)),
    "a file the court sent back": (OVER, {"is_returned_by_court": 1}, to(names.CENTRAL_APPEAL_BOARD)),
    "the organisation, not over the threshold": (
        UNDER, {"is_by_organisation": 1}, Competence(names.NONE, Outcome.BOARD_RULING_FINAL_BY_AMOUNT),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("premium", "state", "expected"), AFTER_PRIMARY.values(), ids=AFTER_PRIMARY)
def test_who_hears_an_appeal_against_the_primary_board(premium, state, expected):
    assert forum_after_primary_board(decided(names.RULING, names.PRIMARY_BOARD, premium, **state), NOW) == expected


# The day


def test_a_decision_asked_of_before_it_was_served_names_its_own_day_and_nobody():
    decision = Decision(names.DEBT_NOTICE, names.ORGANISATION, SERVED, SERVED - 1)
    assert next_remedy(decision, NOW) == Remedy(names.NONE, SERVED, SERVED, Outcome.UNKNOWN)


def test_a_parallel_board_not_over_the_threshold_goes_to_the_court_in_three_months():
    """Ninety days and the day of acting end on Friday 5/30 and are told as 5/31; by the calendar 6/2."""
    decision = decided(names.RULING, names.PARALLEL_BOARD, UNDER)
    last, doubt = days.day_number(1405, 5, 31), days.day_number(1405, 6, 2)
    assert next_remedy(decision, NOW) == Remedy(names.COURT_APPEAL_BRANCH, last, doubt, Outcome.REMEDY_OPEN)
