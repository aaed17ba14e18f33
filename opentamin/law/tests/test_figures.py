"""Dated figures: which row stands on which day, as known when."""

from datetime import timedelta

import pytest

from opentamin import law
from opentamin.law.days import date_from_jalali, date_from_text
from opentamin.law.machine.figures import Status, all_figures, read_figures

MINIMUM_WAGES = {
    1384: 40_860, 1385: 50_000, 1386: 61_000, 1387: 73_200, 1388: 87_840, 1389: 101_000,
    1390: 110_100, 1391: 129_900, 1392: 162_375, 1393: 202_970, 1394: 237_475, 1395: 270_722,
    1396: 309_977, 1397: 370_423, 1398: 505_627, 1400: 885_165, 1401: 1_393_250,
    1402: 1_769_428, 1403: 2_388_728, 1404: 3_463_656, 1405: 5_541_850,
}  # fmt: skip

SHEET = """
tax:
  unit: rials_day
  article: {act: labour, number: "41"}
  values:
    1400-01-01: {value: 10, status: secondary, source: a paper}
    1401-01-01:
      - {value: 20, status: secondary, source: a paper}
      - {value: 25, status: official, source: the gazette, known_from: 1402-06-01}
    1403-01-01: {status: unknown}
"""


def law_of(text):
    figures = read_figures({"sheet": text})
    return lambda day, known_on=None: law.Law(
        date_from_text(day), date_from_text(known_on) if known_on else None, figures
    )


@pytest.mark.parametrize(("year", "daily"), MINIMUM_WAGES.items())
def test_the_minimum_wage_of_each_year_holds_from_its_first_day_to_its_last(year, daily):
    first = date_from_jalali(year, 1, 1)
    assert law.at(first).minimum_wage_daily == daily
    last = date_from_jalali(year + 1, 1, 1) - timedelta(days=1)
    if last < date_from_jalali(1406, 1, 1):
        assert law.at(last).minimum_wage_daily == daily


def test_the_minimum_wage_of_1399_changed_on_the_first_of_tir():
    assert law.at(date_from_jalali(1399, 3, 31)).minimum_wage_daily == 611_809
    assert law.at(date_from_jalali(1399, 4, 1)).minimum_wage_daily == 636_809


def test_a_later_row_takes_over_on_its_first_day():
    at = law_of(SHEET)
    assert at("1400-12-29").tax == 10
    assert at("1401-01-01").tax == 25


def test_a_correction_stands_only_from_the_day_it_was_known():
    at = law_of(SHEET)
    assert at("1401-05-01", "1402-05-31").tax == 20
    assert at("1401-05-01", "1402-06-01").tax == 25


def test_only_an_unknown_figure_raises_and_it_names_day_article_and_supplier():
    current = law_of(SHEET)("1403-02-01")
    with pytest.raises(law.UnknownFigure) as raised:
        current.tax  # noqa: B018
    assert "قانون کار" in raised.value.fa and "اردیبهشت ۱۴۰۳" in raised.value.fa
    assert "Art. 41 Labour Law" in raised.value.en and "obtain it from" in raised.value.en


def test_a_day_before_the_first_row_is_unknown_too():
    with pytest.raises(law.UnknownFigure):
        law_of(SHEET)("1399-12-29").tax  # noqa: B018


def test_a_figure_nobody_defined_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no figure"):
        law.of_month(140508).no_such_figure  # noqa: B018


def test_the_law_of_a_day_cannot_be_changed():
    with pytest.raises(AttributeError):
        law.of_month(140508).minimum_wage_daily = 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{value: 10,", "{value: ten,"),
        ("1400-01-01: {value: 10", "1402-01-01: {value: 10"),
        ("{status: unknown}", "{value: 3, status: unknown}"),
        ("{value: 10, status: secondary", "{status: secondary"),
    ],
)
def test_figures_that_contradict_themselves_are_refused(old, new):
    assert old in SHEET
    with pytest.raises(law.LawRefused):
        read_figures({"sheet": SHEET.replace(old, new)})


@pytest.mark.parametrize("rate", ["7/0", "7", "1/2000000", "3000/1000", "-7/100", "0.07"])
def test_a_rate_that_is_no_plain_fraction_is_refused(rate):
    text = SHEET.replace("unit: rials_day", "unit: rate").replace("value: 10,", f"value: {rate},")
    with pytest.raises(law.LawRefused):
        read_figures({"sheet": text})


def test_one_figure_has_one_file():
    with pytest.raises(law.LawRefused, match="defined twice"):
        read_figures({"one": SHEET, "two": SHEET})


def test_every_known_value_names_a_source_and_no_policy_lacks_its_reason():
    for figure in all_figures().values():
        for row in figure.values:
            assert row.source or row.status is Status.UNKNOWN, figure.name
            if row.status is Status.POLICY:
                assert row.why and "chosen by" in row.source, figure.name


def test_the_benefits_of_1391_to_1395_that_nobody_supplied_stay_unknown():
    unknown = {(figure.name, law.days.jalali_from_date(row.since)[0]) for figure, row in law.unknown_figures()}
    assert ("bon_monthly", 1391) in unknown
    assert ("other_levels_factor", 1393) in unknown


def test_the_other_wage_levels_continue_the_minimum_wage_to_within_a_rial():
    for year in (1394, 1395, 1396, 1398, 1400, 1401, 1402, 1403, 1404, 1405):
        now, before = law.of_month(year * 100 + 1), law.of_month((year - 1) * 100 + 12)
        rate = now.other_levels_factor
        lifted = before.minimum_wage_daily * rate.numerator // rate.denominator + now.other_levels_fixed_daily
        # 1399 had two minimum wages; 1400 was set on the second.
        assert abs(lifted - now.minimum_wage_daily) <= 1, year
