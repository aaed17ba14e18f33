"""The invented country is the same for the same seed, and like the real one where we know its shape."""

from datetime import date

import numpy as np
import pytest

from opentamin.sample import careers, names, numbers
from opentamin.sample.country import Country
from opentamin.sample.tables import provinces
from opentamin.sample.workplaces import SHARE_ONE_PERSON, SHARE_OVER_FIFTY

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def country():
    return Country(1405, 20_000, TODAY)


def test_the_same_seed_makes_the_same_country_and_another_seed_another():
    first = Country(7, 500, TODAY).digest()
    assert Country(7, 500, TODAY).digest() == first
    assert Country(8, 500, TODAY).digest() != first


def test_a_month_is_the_same_whatever_months_were_asked_before(country):
    fresh = Country(1405, 20_000, TODAY)
    country.month(140401)
    assert all(np.array_equal(a, b) for a, b in zip(country.month(140507), fresh.month(140507), strict=True))


def test_a_third_of_workplaces_have_one_person_and_one_in_forty_more_than_fifty(country):
    size = country.workplaces.size
    assert (size == 1).mean() == pytest.approx(SHARE_ONE_PERSON, abs=0.01)
    assert (size > 50).mean() == pytest.approx(SHARE_OVER_FIFTY, abs=0.003)


def test_every_province_has_a_branch_and_workplaces_follow_population(country):
    province = country.branches.province
    assert set(province) == set(range(31))
    population = np.array([p.population_2016 for p in provinces()])
    at = np.bincount(province[country.workplaces.branch], minlength=31)
    assert np.corrcoef(population, at)[0, 1] > 0.95


def test_national_and_legal_ids_carry_the_check_digits_their_rules_ask():
    # The rules are spelt out digit by digit here, apart from the columns that made the numbers.
    rng = np.random.default_rng(1)
    for text in numbers.as_text(numbers.national_ids(rng, 500), 10):
        remainder = sum(int(digit) * weight for digit, weight in zip(text[:9], range(10, 1, -1), strict=True)) % 11
        assert int(text[9]) == (remainder if remainder < 2 else 11 - remainder)
    for text in numbers.as_text(numbers.legal_ids(rng, 500), 11):
        shift = int(text[9]) + 2
        total = sum((int(d) + shift) * w for d, w in zip(text[:10], [29, 27, 23, 19, 17] * 2, strict=True)) % 11
        assert int(text[10]) == total % 10
        assert text[3:9] != "000000"


def test_the_rules_of_check_digits_accept_numbers_known_to_be_valid():
    assert numbers.legal_id_check_digit(np.array([1038028479, 1010017192])).tolist() == [0, 0]


@pytest.mark.parametrize("make", [numbers.national_ids, numbers.legal_ids, numbers.insurance_numbers, numbers.fida_numbers])
def test_no_identifier_is_given_twice(make):
    assert len(np.unique(make(np.random.default_rng(3), 50_000))) == 50_000


def test_asking_for_more_numbers_than_there_are_is_refused():
    with pytest.raises(ValueError, match="do not fit"):
        numbers.scattered(np.random.default_rng(1), 11, 10)


def test_workplace_codes_are_ten_digits_all_different_and_begin_with_their_branch(country):
    codes = country.workplaces.code
    assert len(np.unique(codes)) == len(codes)
    assert all(len(code) == 10 and code.isdecimal() for code in codes)
    fronts = np.array([code[:3] for code in country.branches.code])[country.workplaces.branch]
    assert all(code.startswith(front) for code, front in zip(codes, fronts, strict=True))


def test_most_full_names_are_borne_once(country):
    persons = country.persons
    full = persons.first.astype(np.int64) * 1_000_000 + persons.family
    assert len(np.unique(full)) / country.people > 0.6


def test_no_name_is_longer_than_its_place_in_a_list(country):
    assert max(map(len, names.family_names())) <= 25
    assert max(map(len, country.workplaces.name)) <= 30
    assert max(map(len, country.employers.name)) <= 30
    assert max(map(len, country.workplaces.address)) <= 40


def test_nobody_works_twice_at_one_workplace_in_one_month(country):
    for month in (140508, 140001, 139007):
        rows = country.month(month)
        pairs = rows.person * 10_000_000 + rows.workplace
        assert len(np.unique(pairs)) == len(pairs)


def test_some_people_have_two_employers_and_some_are_foreigners_without_a_national_id(country):
    rows = country.month(country.due)
    doubled = len(rows.person) - len(np.unique(rows.person))
    assert doubled / len(rows.person) == pytest.approx(careers.SHARE_TWO_EMPLOYERS, abs=0.01)
    foreign = country.persons.nationality > 0
    assert 0.01 < foreign.mean() < 0.04
    assert not country.persons.national_id[foreign].any()
    assert (country.persons.fida[foreign] > 10**11).all()


def test_every_month_somebody_joins_and_somebody_leaves(country):
    for month in (140506, 140507, 140508):
        rows = country.month(month)
        assert 0.005 < (rows.first_day > 0).mean() < 0.06
        assert (rows.last_day > 0).any()


def test_careers_keep_to_twenty_years_and_to_adult_life(country):
    months = country.spells
    adult = (country.persons.birth_year[months.person] + 18) * 12 + country.persons.birth_month[months.person] - 1
    assert (months.first >= adult).all()
    assert careers.month_index(country.due) - months.first.min() < careers.YEARS_MAX * 12


def test_some_are_paid_the_least_and_some_above_the_ceiling(country):
    rows = country.month(country.due)
    least = int(rows.daily.min())
    assert 0.1 < (rows.daily == least).mean() < 0.5
    assert 0.002 < (rows.insurable > 7 * least * rows.days).mean() < 0.05


def test_nobody_works_more_days_than_the_month_has_nor_for_less_than_the_minimum(country):
    rows = country.month(country.due)
    assert rows.days.min() >= 1
    assert rows.days.max() == 30
    assert (rows.daily >= rows.daily.min()).all()
    assert (rows.total >= rows.insurable).all()


def test_wages_change_from_month_to_month(country):
    earlier, later = country.month(140507), country.month(140508)
    _same, at, beside = np.intersect1d(earlier.spell, later.spell, return_indices=True)
    assert 0.2 < (earlier.insurable[at] != later.insurable[beside]).mean() < 0.95
