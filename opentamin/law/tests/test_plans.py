"""What is known of an article before it is ever asked."""

import pytest

from opentamin import law
from opentamin.law.machine.articles import ARTICLES
from opentamin.law.machine.kernel_text import Figures, Form, kernel_text
from opentamin.law.machine.plans import called_by, figures_named, plan_of
from opentamin.law.machine.tracing import script_of

assert law
FUNCTIONS = [version.function for article in ARTICLES.values() for version in article.versions if version.function]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_the_articles_a_rule_calls_are_those_its_trace_can_come_to(function):
    reached = {name for kind, name in script_of(function).leaves if kind == "article"}
    assert called_by(function) == tuple(function.__globals__[name] for name in sorted(reached))


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_the_figures_a_rule_reads_are_those_its_trace_can_list(function):
    assert figures_named(function) == {name for kind, name in script_of(function).leaves if kind == "figure"}


def test_the_numbers_of_one_law_stand_within_the_loop_where_the_compiler_still_sees_that_they_are_numbers():
    article = ARTICLES["floor_of_days"]
    form = Form(("days",), (), several=False, figures=Figures(("minimum_wage_daily",), (), (20749, 10_000_000, 5_541_850)))
    before, within = kernel_text(plan_of(article), form).split("for i in prange(rows):")
    assert "5541850" in within
    assert "5541850" not in before, "what stands before the loop reaches its threads as an argument"
