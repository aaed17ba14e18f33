"""What a list comes to: facts of rows and workplace handed to the articles, results as columns. No rule stands here.

Used twice: to show the amount before the clerk confirms (check_list) and to assess (assess_list)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from opentamin import law as laws
from opentamin.law import contributions as articles
from opentamin.lists import meanings


@dataclass(frozen=True)
class WorkplaceFacts:
    """What is recorded about the workplace for the month: from registry, never from the file."""

    is_relief_activity: bool
    hazardous_jobs: frozenset[str]
    is_list_in_time: bool
    is_further_list: bool = False


@dataclass(frozen=True)
class Reckoning:
    """Columns per worker, and the list's facts and amounts (all int, rials)."""

    workers: Mapping[str, np.ndarray]
    facts: articles.ListMonth
    due: articles.ListDue


def worker_facts(declared: Mapping[str, Any], *, month: int, workplace: WorkplaceFacts, law: "laws.Law") -> dict[str, np.ndarray]:
    """WorkerMonth as columns, out of declared columns and what is recorded about the workplace."""
    count = len(declared["days"])
    return {
        "days": np.asarray(declared["days"], np.int64),
        "days_in_month": np.full(count, laws.days.month_length(month), np.int64),
        "wage_insurable": np.asarray(declared["wage_insurable"], np.int64),
        "is_unemployment_insured": _unemployment_cover(declared["nationality"], law),
        "is_hazardous": meanings.each(declared["job_code"], lambda code: code.strip() in workplace.hazardous_jobs),
        "is_apprentice": meanings.each(declared["job_title"], meanings.is_apprentice),
    }


def _unemployment_cover(nationalities: Any, law: "laws.Law") -> np.ndarray:
    """Whether each worker stands under unemployment insurance; the article is asked once for either answer."""
    cover = [articles.unemployment_cover(articles.InsuredStatus(is_foreign=flag), law).is_unemployment_insured for flag in (0, 1)]
    return np.where(meanings.each(nationalities, meanings.is_iranian) == 1, cover[0], cover[1]).astype(np.int64)


def reckon(declared: Mapping[str, Any], *, month: int, workplace: WorkplaceFacts, law: "laws.Law") -> Reckoning:
    """Assess every row and the list by the law of the month."""
    facts = worker_facts(declared, month=month, workplace=workplace, law=law)
    due = laws.columns(articles.worker_due, facts, law)
    assert (due["outcome"] != laws.Outcome.UNKNOWN).all(), "rows the law cannot judge are handed back by the check"
    list_facts = articles.ListMonth(
        wage_base_total=int(due["wage_base"].sum()),
        wage_base_unemployment_total=int(due["wage_base"][facts["is_unemployment_insured"] == 1].sum()),
        wage_base_hazardous_total=int(due["wage_base"][facts["is_hazardous"] == 1].sum()),
        worker_share_total=int(due["worker_share"].sum()),
        wage_relief_total=_relief(facts["days"], due["wage_base"], workplace, law),
        workers_count=int((facts["days"] > 0).sum()),
        is_relief_activity=int(workplace.is_relief_activity),
        is_list_in_time=int(workplace.is_list_in_time),
        is_further_list=int(workplace.is_further_list),
    )
    return Reckoning({**facts, **due}, list_facts, articles.list_due(list_facts, law))


def _relief(days: np.ndarray, wage_base: np.ndarray, workplace: WorkplaceFacts, law: "laws.Law") -> int:
    """Wages the law of five workers helps with; the article chooses the five."""
    if not workplace.is_relief_activity:
        return 0
    return int(articles.relief_of_five(days.tolist(), wage_base.tolist(), law))
