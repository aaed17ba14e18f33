"""Drivers, construction workers and weavers: wage, premium, who pays which part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law.days import date_from_text, month_length, number_of
from opentamin.law.machine.figures import Rate
from opentamin.law.outcomes import Outcome
from opentamin.law.schemes import (
    BuildingPermit,
    DriverMonth,
    DriverWork,
    builder_premium,
    builder_wage_daily,
    driver_premium,
    driver_wage_daily,
    permit_levy,
    weaver_pension_1376,
    weaver_premium_1376,
    weaver_premium_1388,
    weaver_record_counted,
)

from .choosing import law_choosing

NOW = law.of_month(140508)
MONTHS = st.builds(lambda year, month: year * 100 + month, st.integers(1403, 1410), st.integers(1, 12))


def on(day):
    return law.at(date_from_text(day))


def number(day):
    return number_of(date_from_text(day))


# Drivers


def a_driver(**facts):
    given = {"month": 140508, "route": 0, "vehicle": 0, "covered_day": number("1385-01-01"),
             "paid_day": number("1405-09-01"), "card_expiry_day": number("1406-01-01")}  # fmt: skip
    return DriverMonth(**{**given, **facts})


@given(st.integers(0, 1), st.integers(0, 5), st.integers(number("1380-01-01"), number("1405-08-30")),
       st.integers(number("1405-08-01"), number("1406-12-29")), st.integers(number("1404-01-01"), number("1407-01-01")))  # fmt: skip
def test_the_parts_of_a_drivers_premium_make_the_whole(route, vehicle, covered_day, paid_day, card_expiry_day):
    due = driver_premium(a_driver(route=route, vehicle=vehicle, covered_day=covered_day, paid_day=paid_day, card_expiry_day=card_expiry_day), NOW)
    assert due.share_driver + due.share_state + due.share_subsidy == due.premium
    assert due.share_driver * 2 + 2 >= due.premium
    assert due.wage_month == driver_wage_daily(DriverWork(route, vehicle), NOW) * 30


def test_a_late_driver_with_a_lapsed_card_is_told_of_the_delay_first():
    late = a_driver(paid_day=number("1405-10-01"), card_expiry_day=number("1400-01-01"))
    assert driver_premium(late, NOW).outcome == Outcome.DRIVER_PAID_LATE
    assert driver_premium(late._replace(paid_day=number("1405-09-30")), NOW).outcome == Outcome.DRIVER_CARD_LAPSED


@pytest.mark.parametrize("year", [1384, 1396])
def test_before_1397_the_route_made_no_difference(year):
    for vehicle in range(6):
        assert driver_wage_daily(DriverWork(0, vehicle), on(f"{year}-06-01")) == driver_wage_daily(DriverWork(1, vehicle), on(f"{year}-06-01"))


@pytest.mark.parametrize(("vehicle", "factor"), [(0, 11), (1, 11), (2, 13), (3, 13), (4, 13), (5, 13)])
def test_the_coefficients_of_1381_to_1396(vehicle, factor):
    assert driver_wage_daily(DriverWork(1, vehicle), on("1390-01-01")) == 110_100 * factor // 10


def test_all_coefficients_of_1380_were_one_and_three_tenths():
    rows = [on("1380-12-29").figure(f"driver_factor_{name}")[1].value for name in ("car", "bus")]
    assert rows == [Rate(13, 10)] * 2


# Construction workers


@given(MONTHS, st.integers(0, 2))
def test_a_higher_grade_never_has_a_lower_wage(month, grade):
    due = builder_premium(month, grade, NOW)
    assert due.wage_month == builder_wage_daily(grade, NOW) * month_length(month)
    assert builder_wage_daily(0, NOW) > builder_wage_daily(1, NOW) > builder_wage_daily(2, NOW) > NOW.minimum_wage_daily


def test_the_grades_before_1404_are_unknown():
    with pytest.raises(law.UnknownFigure):
        builder_wage_daily(2, on("1403-12-30"))


@given(st.integers(0, 10**7), st.integers(0, 10**15))
def test_the_levy_of_a_larger_building_or_a_higher_fee_is_never_smaller(area, fee):
    old, new = on("1385-01-01"), NOW
    permit = BuildingPermit(area, fee)
    if area < 10**7:
        assert permit_levy(permit._replace(area_m2=area + 1), old).levy >= permit_levy(permit, old).levy
    if fee < 10**15:
        assert permit_levy(permit._replace(permit_fee=fee + 1), new).levy >= permit_levy(permit, new).levy


@pytest.mark.parametrize("day", ["1379-08-16", "1392-01-01", "1392-12-29", "1401-11-05", "1402-04-03"])
def test_the_levy_is_not_reckoned_where_its_text_was_not_read(day):
    with pytest.raises((law.UnknownFigure, law.NotInForce)):
        permit_levy(BuildingPermit(100, 10**9), on(day))


def test_the_levy_of_each_law_begins_on_its_day():
    days = ["1391-12-30", "1393-01-01", "1393-09-16", "1401-11-04", "1402-04-04", "1402-08-03"]
    levies = [permit_levy(BuildingPermit(100, 10**9), on(day)).levy for day in days]
    assert levies == [389_700, 18_267_300, 150_000_000, 150_000_000, 150_000_000, 250_000_000]


# Weavers


@given(MONTHS)
def test_the_parts_of_a_weavers_premium_make_the_whole(month):
    for premium in (weaver_premium_1376, weaver_premium_1388):
        due = premium(month, NOW)
        assert due.share_weaver + due.share_state == due.premium
    assert weaver_premium_1376(month, NOW).wage_month == NOW.minimum_wage_daily * month_length(month) // 2


@given(st.integers(0, 10**13))
def test_a_weavers_pension_lies_between_two_thirds_of_its_base_and_the_base(pension):
    base = NOW.minimum_wage_daily * 15
    assert base * 2 // 3 <= weaver_pension_1376(pension, NOW).pension_monthly <= base


@given(st.integers(0, 36_600))
def test_half_of_a_weavers_record_is_never_less_than_half(record_days):
    assert record_days <= weaver_record_counted(record_days, 0, NOW) * 2 <= record_days + 1


@pytest.mark.parametrize(("minimum", "factors"), [(5_541_855, {11: (0, 0), 15: (1, 4)}), (5_541_858, {12: (1, 0)})])
def test_parts_of_a_rial_of_a_drivers_wage_are_dropped(minimum, factors):
    other = law_choosing("1405-08-01", minimum_wage_daily=minimum)
    for factor, (route, vehicle) in factors.items():
        assert minimum * factor % 10 >= 5
        assert driver_wage_daily(DriverWork(route, vehicle), other) == minimum * factor // 10


@pytest.mark.parametrize(("grade", "factor", "minimum"), [(0, 19, 5_541_855), (1, 16, 5_541_858), (2, 13, 5_541_855)])
def test_parts_of_a_rial_of_a_grade_are_dropped(grade, factor, minimum):
    other = law_choosing("1405-08-01", minimum_wage_daily=minimum)
    assert minimum * factor % 10 >= 5
    assert builder_wage_daily(grade, other) == minimum * factor // 10


def test_parts_of_a_rial_of_a_weavers_base_and_pension_are_dropped():
    other = law_choosing("1405-08-01", minimum_wage_daily=5_541_855, pension_month_days=31)
    assert weaver_premium_1376(140501, other).wage_month == 85_898_752
    assert weaver_pension_1376(10**9, other).pension_monthly == 85_898_752
    assert weaver_pension_1376(0, other).pension_monthly == 57_265_834


@pytest.mark.parametrize("language", ["fa", "en"])
def test_an_explanation_names_vehicle_and_route(language):
    step = law.words.render(law.explain(driver_premium, a_driver(), NOW), language)
    options = law.words.words_of(language).data["options"]
    shown = {fact.value for fact in step.facts}
    assert {options["driver_route"]["within_city"], options["driver_vehicle"]["car"]} <= shown
