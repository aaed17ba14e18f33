"""Every article: the compiled rule and the plain one give the same answer, row by row."""

from contextlib import suppress

import numpy as np
import pytest

from opentamin import law
from opentamin.law.kinds import AMOUNT_MAX, Kind
from opentamin.law.machine.engines import check_law
from opentamin.law.machine.plans import plan_of

ROWS = 400
MONTHS = (138001, 139904, 140403, 140508)
ARTICLES = [pytest.param(article, id=name) for name, article in law.ARTICLES.items()]


def values(name: str, kind: Kind, random: np.random.Generator, count: int, current: law.Law) -> np.ndarray:
    """Values of a fact: common ones, every boundary we know of, a few missing."""
    if kind.unit == "rials":
        daily = getattr(current, "minimum_wage_daily", 0)
        edges = [0, 1, daily * 30 - 1, daily * 30, daily * 30 + 1, daily * 210 - 1, daily * 210, daily * 210 + 1]
        drawn = np.where(
            random.random(count) < 0.4,
            random.choice(edges, count),
            random.integers(0, max(daily, 100_000) * 300, count),
        )
    elif kind.unit == "days" and kind.greatest < 128:
        drawn = random.integers(0, 33, count)
    elif kind.unit == "month":
        drawn = random.integers(1350, 1499, count) * 100 + random.integers(1, 13, count)
    elif kind.unit == "count":
        drawn = random.integers(0, 60, count)
    else:
        drawn = random.integers(kind.least, kind.greatest + 1, count)
    missing = random.random(count) < 0.01
    return np.where(missing, kind.absent, drawn).astype(kind.dtype)


def rows_of(article, current: law.Law, seed: int, count: int = ROWS) -> dict[str, np.ndarray]:
    """Invented rows of an article; series are lists of up to 55 members."""
    random = np.random.default_rng(seed)
    plan = plan_of(article)
    offsets = np.concatenate([[0], np.cumsum(random.integers(0, 56, count))])
    rows = {
        name: values(name, kind, random, int(offsets[-1]) if name in plan.series else count, current)
        for name, kind in plan.kinds.items()
    }
    return {**rows, "offsets": offsets} if plan.series else rows


def assert_same(one: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> None:
    assert one.keys() == other.keys()
    for name in one:
        differing = np.flatnonzero(one[name] != other[name])
        assert not differing.size, f"{name}, row {differing[0]}: {one[name][differing[0]]} and {other[name][differing[0]]}"


def law_that_answers(article) -> law.Law:
    """The latest law under which nothing the article may read is unknown."""
    for month in (140508, 140408, 140308, 139908, 138808):
        current = law.of_month(month)
        with suppress(law.UnknownFigure, law.NotInForce):
            check_law(article, current)
            return current
    raise AssertionError(f"{article.name} has an unknown figure under every law tried.")


@pytest.mark.parametrize("article", ARTICLES)
def test_compiled_and_plain_agree_on_random_people(article):
    current = law_that_answers(article)
    rows = rows_of(article, current, seed=1405)
    plain = law.columns(article, rows, current, "plain")
    assert_same(law.columns(article, rows, current, "compiled"), plain)
    assert any(len(np.unique(array)) > 1 for array in plain.values())


@pytest.mark.parametrize("name", ["worker_due", "list_due", "relief_of_five", "counted_wage"])
def test_they_agree_in_one_run_over_years_with_different_law(name):
    article = law.ARTICLES[name]
    rows = rows_of(article, law.of_month(140508), seed=7)
    months = np.random.default_rng(3).choice([139901, 139904, 140001, 140508], ROWS)
    laws = law.of_months(months)
    assert_same(law.columns(article, rows, laws, "compiled"), law.columns(article, rows, laws, "plain"))


def test_on_threads_they_agree_too():
    from opentamin.law.machine.kernels import THREADS_FROM

    current, article = law.of_month(140508), law.ARTICLES["worker_due"]
    rows = rows_of(article, current, seed=5, count=THREADS_FROM)
    threaded = law.columns(article, rows, current, "compiled")
    part = {name: array[:1_000] for name, array in rows.items()}
    assert_same({name: array[:1_000] for name, array in threaded.items()}, law.columns(article, part, current, "plain"))
    assert_same(threaded, law.columns(article, rows, law.of_months(np.full(THREADS_FROM, 140508)), "compiled"))


@pytest.mark.parametrize("engine", ["plain", "compiled"])
def test_a_fact_the_same_for_all_rows_may_be_one_number(engine):
    current, article = law.of_month(140508), law.ARTICLES["worker_due"]
    rows = rows_of(article, current, seed=5)
    rows["days_in_month"] = np.full(ROWS, 30, np.int8)
    assert_same(law.columns(article, rows | {"days_in_month": 30}, current, engine), law.columns(article, rows, current, engine))
    with pytest.raises(law.OutOfBounds):
        law.columns(article, rows | {"days_in_month": 300}, current, engine)


def test_an_explained_row_gives_the_amounts_of_the_run():
    current, article = law.of_month(140508), law.ARTICLES["worker_due"]
    rows = rows_of(article, current, seed=11)
    answers = law.columns(article, rows, current, "compiled")
    for row in range(100):
        facts = {name: int(array[row]) for name, array in rows.items()}
        if min(facts.values()) >= 0:
            node = law.explain(article, facts, current)
            assert node.output == {name: int(array[row]) for name, array in answers.items()}


@pytest.mark.parametrize("engine", ["plain", "compiled"])
def test_a_missing_fact_hands_the_row_to_a_person(engine):
    current, article = law.of_month(140508), law.ARTICLES["worker_due"]
    rows = {"days": np.array([-128, 30], np.int8), "days_in_month": np.array([30, 30], np.int8),
            "wage_insurable": np.array([200_000_000, 200_000_000])}  # fmt: skip
    answers = law.columns(article, rows, current, engine)
    assert answers["outcome"].tolist() == [law.Outcome.UNKNOWN, law.Outcome.COUNTED]
    assert answers["worker_share"].tolist() == [0, 14_000_000]


@pytest.mark.parametrize("engine", ["plain", "compiled"])
@pytest.mark.parametrize("wage", [-1, AMOUNT_MAX + 1])
def test_an_amount_below_zero_or_beyond_bounds_is_refused_with_its_row(engine, wage):
    rows = {"wage": np.array([5, wage])}
    with pytest.raises(law.OutOfBounds, match="Row 2: 'wage'") as raised:
        law.columns(law.ARTICLES["premium_of_wage"], rows, law.of_month(140508), engine)
    assert "سطر 2" in raised.value.fa


@pytest.mark.parametrize("engine", ["plain", "compiled"])
def test_the_greatest_amount_allowed_does_not_overflow(engine):
    rows = {"wage": np.array([AMOUNT_MAX])}
    answer = law.columns(law.ARTICLES["employer_premium"], rows, law.of_month(140508), engine)
    assert answer["value"].tolist() == [AMOUNT_MAX // 5]


def test_a_column_in_a_wider_type_is_taken_and_one_that_does_not_fit_is_refused():
    current, article = law.of_month(140508), law.ARTICLES["ceiling_of_days"]
    assert law.columns(article, {"days": np.array([30], np.int64)}, current)["value"].tolist() == [1_163_788_500]
    with pytest.raises(law.OutOfBounds):
        law.columns(article, {"days": np.array([300], np.int64)}, current)


def test_a_column_nobody_asked_for_and_one_left_out_are_named():
    current, article = law.of_month(140508), law.ARTICLES["worker_due"]
    with pytest.raises(law.LawError, match="takes no column 'salary'"):
        law.columns(article, {"salary": np.array([1])}, current)
    with pytest.raises(law.Missing, match="days_in_month"):
        law.columns(article, {"days": np.array([1])}, current)


def test_columns_of_different_length_are_refused():
    rows = {"days": np.array([1, 2]), "days_in_month": np.array([30]), "wage_insurable": np.array([1])}
    with pytest.raises(law.LawError, match="differ in length"):
        law.columns(law.ARTICLES["worker_due"], rows, law.of_month(140508))


def test_an_empty_list_gives_empty_answers():
    answer = law.columns(law.ARTICLES["premium_of_wage"], {"wage": np.zeros(0, np.int64)}, law.of_month(140508))
    assert answer["value"].size == 0


def test_result_arrays_of_the_caller_are_written_into():
    current, article = law.of_month(140508), law.ARTICLES["premium_of_wage"]
    out = {"value": np.empty(3, np.int64)}
    for engine in ("plain", "compiled"):
        out["value"][:] = -1
        assert law.columns(article, {"wage": np.array([0, 100, 200])}, current, engine, out=out)["value"] is out["value"]
        assert out["value"].tolist() == [0, 7, 14]


def test_the_environment_may_choose_the_engine(monkeypatch):
    monkeypatch.setenv("OPENTAMIN_LAW_ENGINE", "steam")
    with pytest.raises(ValueError, match="steam"):
        law.columns(law.ARTICLES["premium_of_wage"], {"wage": np.array([1])}, law.of_month(140508))


def test_a_run_that_needs_an_unknown_figure_is_refused_before_it_starts():
    early = law.of_month(137001)
    with pytest.raises(law.UnknownFigure):
        law.columns(law.ARTICLES["floor_of_days"], {"days": np.array([30])}, early, "compiled")
