"""Who the rows of a list are."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from opentamin.office.registry.actions import merge_people, undo_merge
from opentamin.office.registry.models import Person, PersonIdentifier
from opentamin.office.registry.queries import match_people, same_person_ids

from .cast import NOW, TODAY, branch, head_of, maryam, national_id

pytestmark = pytest.mark.django_db
A, B = national_id(11_111_111), national_id(22_222_222)


def matched(national: list[str], insurance: list[str], on: date = TODAY):
    found = match_people(national, insurance, on)
    return found.person_ids.tolist(), [(row, str(code)) for row, code in found.conflicts]


def test_a_person_is_found_by_either_number_and_by_both():
    one = maryam(national_id=A, insurance_number="00700001")
    assert matched([A, "", A], ["", "00700001", "00700001"]) == ([one.pk] * 3, [])


def test_ten_digits_with_two_zeros_in_front_are_the_same_insurance_number():
    one = maryam(insurance_number="12345678")
    assert matched([""], ["0012345678"]) == ([one.pk], [])


def test_ten_digits_with_something_else_in_front_are_no_insurance_number():
    maryam(insurance_number="12345678")
    assert matched([""], ["0112345678"]) == ([0], [(0, "no_usable_number")])


def test_a_national_id_with_a_wrong_check_digit_counts_as_not_given():
    one = maryam(insurance_number="12345678")
    wrong = A[:9] + str((int(A[9]) + 1) % 10)
    assert matched([wrong, wrong], ["12345678", ""]) == ([one.pk, 0], [(1, "no_usable_number")])


def test_two_numbers_of_two_people_name_nobody():
    maryam(national_id=A)
    maryam(insurance_number="12345678")
    assert matched([A], ["12345678"]) == ([0], [(0, "numbers_disagree")])


def test_an_unknown_national_id_beside_the_insurance_number_of_somebody_with_another_one_names_nobody():
    maryam(national_id=A, insurance_number="12345678")
    assert matched([B], ["12345678"]) == ([0], [(0, "numbers_disagree")])


def test_an_unknown_national_id_beside_the_insurance_number_of_somebody_without_one_is_that_person():
    one = maryam(insurance_number="12345678")
    assert matched([B], ["12345678"]) == ([one.pk], [])


def test_a_known_national_id_beside_an_unknown_insurance_number_is_that_person():
    one = maryam(national_id=A)
    assert matched([A], ["12345678"]) == ([one.pk], [])


def test_one_insurance_number_beside_two_national_ids_of_the_list_is_a_finding_on_every_row_that_has_it():
    maryam(national_id=A)
    people, conflicts = matched([A, B, ""], ["12345678", "12345678", "12345678"])
    assert people == [0, 0, 0]
    assert conflicts == [(row, "number_on_two_people") for row in range(3)]


def test_a_row_without_any_number_is_a_finding_and_nobody():
    assert matched([""], ["00000000"]) == ([0], [(0, "no_usable_number")])


def test_strangers_with_good_numbers_are_new_and_no_finding():
    found = match_people([A, "", ""], ["", "12345678", ""], TODAY)
    assert found.new_rows.tolist() == [0, 1]


def test_an_empty_list_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert matched([], []) == ([], [])


def test_a_list_of_any_length_is_matched_in_one_statement(django_assert_num_queries):
    maryam(national_id=A, insurance_number="12345678")
    with django_assert_num_queries(1):
        match_people([A, *(national_id(30_000_000 + row) for row in range(500))], ["12345678", *[""] * 500], TODAY)


def test_a_number_names_whoever_held_it_on_the_day():
    before, after = maryam(national_id=A), maryam(national_id=B)
    PersonIdentifier.objects.create(person=before, kind="insurance_number", value="12345678", valid=DateRange(None, date(2020, 1, 1)))
    PersonIdentifier.objects.create(person=after, kind="insurance_number", value="12345678", valid=DateRange(date(2020, 1, 1), None))
    assert matched([""], ["12345678"], date(2019, 12, 31))[0] == [before.pk]
    assert matched([""], ["12345678"], date(2020, 1, 1))[0] == [after.pk]


def test_a_foreign_national_is_found_by_the_twelve_digits_of_fida():
    one = maryam(fida="123456789012")
    assert matched(["123456789012"], [""]) == ([one.pk], [])


def test_merged_people_are_found_as_the_kept_one_through_any_number_of_links_and_apart_again_when_undone():
    desk = branch()
    acting = {"branch_id": desk.pk, "by": head_of(desk), "reason": "یک نفرند", "now": NOW}
    first, second, third = maryam(national_id=A), maryam(insurance_number="12345678"), maryam(insurance_number="87654321")
    merge_people(second.pk, third.pk, **acting)
    upper = merge_people(first.pk, second.pk, **acting)
    assert matched([A, "", A], ["", "87654321", "12345678"]) == ([first.pk] * 3, [])
    assert matched([B], ["87654321"]) == ([0], [(0, "numbers_disagree")]), "the kept person's national id counts for the merged one"
    assert same_person_ids(third.pk) == [first.pk, second.pk, third.pk]
    undo_merge(upper.pk, **acting)
    assert matched([A, ""], ["", "87654321"]) == ([first.pk, second.pk], [])
    assert Person.objects.count() == 3
