"""Explanations: every step, the next question, and a digest that stays."""

import json

import pytest

from opentamin import law
from opentamin.law.contributions import ListMonth, WorkerMonth, assessed_wage, list_due, relief_of_list, worker_due

from .dated_rules import total_of

NOW = law.of_month(140508)
FULL = WorkerMonth(30, 30, 223_255_500)


def test_an_explanation_gives_the_plain_answer():
    assert law.explain(worker_due, FULL, NOW).output == {
        "wage_base": 223_255_500, "worker_share": 15_627_885, "wage_lifted": 0, "wage_cut": 0, "outcome": 1,
    }  # fmt: skip


def test_it_holds_the_articles_in_the_order_they_were_applied():
    names = [node.article for node in law.explain(worker_due, FULL, NOW).walk()]
    assert names == ["worker_due", "assessed_wage", "floor_of_days", "ceiling_of_days", "premium_of_wage"]


def test_it_tells_which_row_of_a_figure_it_read_and_how_well_that_is_known():
    premium = law.explain(worker_due, FULL, NOW).children[-1]
    rate, rounding = premium.figures
    assert (rate.name, rate.value, rate.status, rate.since) == ("rate_worker", [7, 100], "secondary", "1975-09-23")
    assert (rounding.status, rounding.choice) == ("policy", "half_up")


def test_a_fact_not_given_becomes_the_next_question():
    with pytest.raises(law.Missing) as raised:
        law.explain(worker_due, {"days": 30}, NOW)
    assert raised.value.name == "days_in_month"


def test_a_fact_the_rule_never_reads_is_not_asked_for():
    facts = {"is_relief_activity": 0, "workers_count": 3}
    assert law.explain(relief_of_list, facts, NOW).outcome == "RELIEF_NOT_LISTED"


def test_a_condition_that_settles_early_asks_no_further():
    facts = {"days": 31, "days_in_month": 30}
    assert law.explain(assessed_wage, facts, NOW).outcome == "UNKNOWN"


def test_a_loop_is_folded_into_its_last_value_and_a_count():
    node = law.explain(total_of, {"wages": [30, 5, 60, 90]}, NOW)
    total = [line for line in node.lines if line.name == "total"]
    assert [(line.value, line.times) for line in total] == [(0, 1), (6, 3)]
    assert [(child.article, child.times) for child in node.children] == [("fund_share", 3)]


def test_an_explanation_survives_storage():
    node = law.explain(list_due, ListMonth(10**9, 10**9, 0, 70_000_000, 0, 3, 1, 0), NOW)
    stored = json.loads(json.dumps(node.to_dict()))
    assert law.Node.from_dict(stored) == node
    assert law.digest(law.Node.from_dict(stored)) == law.digest(node)


def test_the_digest_changes_with_a_fact_and_with_the_day():
    first = law.digest(law.explain(worker_due, FULL, NOW))
    assert first == law.digest(law.explain(worker_due, FULL, NOW))
    assert first != law.digest(law.explain(worker_due, FULL._replace(days=29), NOW))
    assert first != law.digest(law.explain(worker_due, FULL, law.of_month(140507)))


def test_what_rests_on_a_recollected_rule_alone_is_marked_not_enforceable():
    in_time = ListMonth(10**9, 10**9, 0, 70_000_000, 10**8, 3, 1, 1)
    assert law.is_enforceable(law.explain(list_due, in_time, NOW))
    assert not law.is_enforceable(law.explain(list_due, in_time._replace(is_list_in_time=0), NOW))


@pytest.mark.parametrize("wage", [-1, 10**15 + 1])
def test_an_amount_out_of_bounds_is_refused(wage):
    with pytest.raises(law.OutOfBounds):
        law.explain(worker_due, FULL._replace(wage_insurable=wage), NOW)


def test_a_figure_unknown_on_that_day_stops_the_explanation():
    with pytest.raises(law.UnknownFigure, match="minimum daily wage"):
        law.explain(worker_due, FULL, law.of_month(137001))
