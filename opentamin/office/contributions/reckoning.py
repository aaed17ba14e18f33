"""What a list comes to: facts of rows and workplace handed to the articles, results as columns. No rule stands here.

Used twice: to show the amount before the clerk confirms (check_list) and to assess (assess_list)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from opentamin import law as laws
from opentamin.law import contributions as articles

IRANIAN = frozenset({"", "ایرانی", "ایران", "iranian", "iran"})
APPRENTICE_TITLES = frozenset({"کارآموز"})


@dataclass(frozen=True)
class WorkplaceFacts:
    """What is recorded about the workplace for the month: from registry, never from the file."""

    is_relief_activity: bool
    hazardous_jobs: frozenset[str]
    is_list_in_time: bool


@dataclass(frozen=True)
class Reckoning:
    """Columns per worker, and the list's facts and amounts (all int, rials)."""

    workers: Mapping[str, np.ndarray]
    facts: articles.ListMonth
    due: articles.ListDue


def worker_facts(declared: Mapping[str, np.ndarray], *, month: int, workplace: WorkplaceFacts) -> dict[str, np.ndarray]:
    """WorkerMonth as columns, out of declared columns and what is recorded about the workplace."""
    count = len(declared["days"])
    return {
        "days": np.asarray(declared["days"], np.int64),
        "days_in_month": np.full(count, laws.days.month_length(month), np.int64),
        "wage_insurable": np.asarray(declared["wage_insurable"], np.int64),
        "is_unemployment_insured": _among(declared["nationality"], IRANIAN),
        "is_hazardous": _among(declared["job_code"], workplace.hazardous_jobs),
        "is_apprentice": _among(declared["job_title"], APPRENTICE_TITLES),
    }


def _among(texts: Any, wanted: frozenset[str]) -> np.ndarray:
    if not wanted:
        return np.zeros(len(texts), np.int64)
    values = texts.tolist() if hasattr(texts, "tolist") else texts
    return np.fromiter((text.strip() in wanted for text in values), np.int64, len(values))


def reckon(declared: Mapping[str, np.ndarray], *, month: int, workplace: WorkplaceFacts, law: "laws.Law") -> Reckoning:
    """Assess every row and the list by the law of the month."""
    facts = worker_facts(declared, month=month, workplace=workplace)
    due = laws.columns(articles.worker_due, facts, law)
    relief = relief_of_rows(facts["days"], due["wage_base"], workplace, law)
    list_facts = articles.ListMonth(
        wage_base_total=int(due["wage_base"].sum()),
        wage_base_unemployment_total=int(due["wage_base"][facts["is_unemployment_insured"] == 1].sum()),
        wage_base_hazardous_total=int(due["wage_base"][facts["is_hazardous"] == 1].sum()),
        worker_share_total=int(due["worker_share"].sum()),
        wage_relief_total=int(relief.sum()),
        workers_count=len(relief),
        is_relief_activity=int(workplace.is_relief_activity),
        is_list_in_time=int(workplace.is_list_in_time),
    )
    return Reckoning({**facts, **due, "wage_relief": relief}, list_facts, articles.list_due(list_facts, law))


def relief_of_rows(days: np.ndarray, wage_base: np.ndarray, workplace: WorkplaceFacts, law: "laws.Law") -> np.ndarray:
    """The wage of each row that the law of five workers frees; zeros where it does not apply."""
    if not workplace.is_relief_activity:
        return np.zeros(len(days), np.int64)
    return np.asarray(articles.relief_of_five(days, wage_base, law), np.int64)
