"""What the law says of itself."""

import pytest

from opentamin import law
from opentamin.law import report

DAY = law.days.date_from_jalali(1405, 8, 1)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_contents_name_every_article_once(language):
    names = [line.split()[0] for line in report.contents(language)]
    assert sorted(names) == sorted(law.ARTICLES)


def test_the_figures_of_a_day_show_value_day_and_standing():
    lines = {line.split()[0]: line for line in report.figures(law.at(DAY), "en")}
    assert "5,541,850 rials a day · 1405-01-01 · from a second-hand source" in lines["minimum_wage_daily"]
    assert "lowest pay first" in lines["five_workers_order"]


def test_what_is_unknown_says_whom_to_ask():
    lines = list(report.unknown("en"))
    marriage = next(line for line in lines if line.startswith("marriage_monthly"))
    assert "1 Farvardin 1402" in marriage and marriage.endswith("the Supreme Labour Council")
    assert all(line.split(" · ")[-1].startswith("the ") for line in lines)


def test_an_explanation_in_text_ends_with_a_warning_where_nothing_may_be_enforced():
    facts = {"wage_base_total": 10**9, "wage_base_unemployment_total": 0, "wage_base_hazardous_total": 0,
             "worker_share_total": 0, "is_relief_activity": 1, "is_list_in_time": 0, "wage_relief_total": 10**8}  # fmt: skip
    late = list(report.step_lines(report.explained("list_due", facts, DAY), "en"))
    in_time = list(report.step_lines(report.explained("list_due", {**facts, "is_list_in_time": 1}, DAY), "en"))
    assert "nothing is enforced on it alone" in late[-1]
    assert "nothing is enforced" not in in_time[-1]
    assert late[0] == "Due on this list: 200,000,000 rials (Art. 36 SSL)"


def test_an_article_nobody_wrote_is_refused_with_the_way_to_the_names():
    with pytest.raises(report.NoSuchArticle, match="law list"):
        report.article_named("pension_of_dreams")


def test_every_written_case_is_reported_as_met():
    assert all(met for met, _ in report.case_lines())
