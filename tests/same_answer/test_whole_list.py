"""A whole list comes to the same rials whether the articles run as plain Python or compiled, and one worker at a time."""

import numpy as np
import pytest

from opentamin import law as laws
from opentamin.law import contributions as articles
from opentamin.law.machine.engines import ENGINE_VARIABLE
from opentamin.office.contributions.reckoning import WorkplaceFacts, reckon

ROWS = 3_000
MONTHS = [139907, 140212, 140508]
WORKPLACES = {
    "ordinary": WorkplaceFacts(False, frozenset(), is_list_in_time=True),
    "five-workers": WorkplaceFacts(True, frozenset(), is_list_in_time=True),
    "five-workers-late": WorkplaceFacts(True, frozenset(), is_list_in_time=False),
    "hazardous": WorkplaceFacts(False, frozenset({"814007"}), is_list_in_time=True),
}


def declared(month: int, count: int) -> dict:
    """Rows by chance: below the floor, above the ceiling, exactly on either, nobody's day and everybody's."""
    rng = np.random.default_rng(month)
    daily = laws.at(laws.days.month_first_day(month)).minimum_wage_daily
    days = rng.integers(0, laws.days.month_length(month) + 1, count)
    wages = np.where(rng.random(count) < 0.2, daily * days * rng.choice([1, 7], count), rng.integers(0, daily * 250, count))
    return {
        "days": days,
        "wage_insurable": np.where(days == 0, 0, wages),
        "nationality": rng.choice(["ایرانی", "", "افغانستانی"], count).tolist(),
        "job_code": rng.choice(["814007", "010303"], count).tolist(),
        "job_title": rng.choice(["اپراتور تولید", "کارآموز"], count, p=[0.9, 0.1]).tolist(),
    }


@pytest.mark.parametrize("workplace", WORKPLACES)
@pytest.mark.parametrize("month", MONTHS)
def test_plain_and_compiled_reckon_a_list_to_the_same_rial(monkeypatch, month, workplace):
    is_small = WORKPLACES[workplace].is_relief_activity
    rows, law = declared(month, 4 if is_small else ROWS), laws.at(laws.days.month_first_day(month))
    results = {}
    for engine in ("plain", "compiled"):
        monkeypatch.setenv(ENGINE_VARIABLE, engine)
        results[engine] = reckon(rows, month=month, workplace=WORKPLACES[workplace], law=law)
    plain, compiled = results["plain"], results["compiled"]
    assert plain.facts == compiled.facts and plain.due == compiled.due
    assert (plain.facts.wage_relief_total > 0) == is_small
    assert plain.due.due_total > 0 and plain.workers.keys() == compiled.workers.keys()
    for name, column in plain.workers.items():
        assert np.array_equal(column, compiled.workers[name]), name


def test_a_list_is_the_sum_of_its_workers_each_asked_alone():
    month = MONTHS[-1]
    rows, law = declared(month, 200), laws.at(laws.days.month_first_day(month))
    result = reckon(rows, month=month, workplace=WORKPLACES["hazardous"], law=law)
    names = articles.WorkerMonth._fields
    alone = [articles.worker_due(articles.WorkerMonth(*(int(result.workers[name][row]) for name in names)), law) for row in range(200)]
    assert result.facts.worker_share_total == sum(due.worker_share for due in alone) > 0
    assert result.facts.wage_base_total == sum(due.wage_base for due in alone)
    assert result.facts.wage_base_hazardous_total == sum(
        due.wage_base for due, code in zip(alone, rows["job_code"], strict=True) if code == "814007"
    )
