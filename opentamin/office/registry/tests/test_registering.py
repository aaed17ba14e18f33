"""Registering people and workplaces by name of an officer, merging, searching, and what the database refuses by itself."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.tests.people import give, person
from opentamin.office.records.models import Audit
from opentamin.office.registry.actions import (
    CannotMerge,
    CodeTaken,
    NumberTaken,
    merge_people,
    register_person,
    register_workplace,
    undo_merge,
)
from opentamin.office.registry.actions.register_person import UnusableNumber
from opentamin.office.registry.actions.undo_merge import AlreadyUndone
from opentamin.office.registry.models import Person, PersonIdentifier, PersonMerge, Province, Workplace, WorkplaceIdentifier
from opentamin.office.registry.queries import code_of, identifiers_of, kept_person_id, search_people, workplace_by_code

from .cast import NOW, TODAY, branch, head_of, maryam, national_id, workplace

pytestmark = pytest.mark.django_db
A, B = national_id(11_111_111), national_id(22_222_222)


def test_the_thirty_one_provinces_sum_to_the_published_population():
    assert Province.objects.count() == 31
    assert sum(Province.objects.values_list("population_2016", flat=True)) == 79_926_270


def test_a_number_that_is_another_persons_is_refused_and_nothing_is_written():
    one = maryam(national_id=A)
    with pytest.raises(NumberTaken) as refused:
        maryam(national_id=A)
    assert refused.value.person_id == one.pk
    assert Person.objects.count() == 1


def test_a_number_with_a_wrong_check_digit_is_refused_and_nothing_is_written():
    with pytest.raises(UnusableNumber):
        maryam(national_id=A[:9] + str((int(A[9]) + 1) % 10))
    assert not Person.objects.exists()


def test_an_officer_of_another_branch_registers_nobody_here():
    stranger = person("stranger")
    give(stranger, "officer", branch("0021").pk)
    audits = Audit.objects.count()
    with pytest.raises(NotAllowed):
        register_person(identifiers={"national_id": A}, branch_id=branch("0018").pk, by=stranger, now=NOW)
    assert not Person.objects.exists() and Audit.objects.count() == audits


def test_the_database_itself_gives_a_number_to_one_person_a_day():
    one, two = maryam(national_id=A), maryam(national_id=B)
    PersonIdentifier.objects.create(person=one, kind="passport", value="A1234567", valid=DateRange(date(2020, 1, 1), date(2025, 1, 1)))
    PersonIdentifier.objects.create(person=two, kind="passport", value="A1234567", valid=DateRange(date(2025, 1, 1), None))
    with pytest.raises(IntegrityError, match="identifier_names_one_person_a_day"), transaction.atomic():
        PersonIdentifier.objects.create(person=two, kind="passport", value="A1234567", valid=DateRange(date(2024, 12, 31), date(2025, 1, 1)))


@pytest.mark.parametrize(("kind", "value"), [("national_id", "123"), ("insurance_number", "123456789"), ("fida", "12345678901"), ("passport", "a-1")])
def test_the_database_itself_refuses_a_number_of_the_wrong_shape(kind, value):
    one = maryam(national_id=A)
    with pytest.raises(Exception, match=r"identifier_has_the_shape|invalid input syntax"), transaction.atomic():
        PersonIdentifier.objects.create(person=one, kind=kind, value=value, valid=DateRange(None, None))


def test_what_a_person_was_before_a_change_is_kept():
    one = maryam(national_id=A)
    one.last_name = "رستگاری"
    one.save()
    assert list(one.events.values_list("pgh_label", "last_name")) == [("update", "رستگار")]


def test_only_the_head_of_a_branch_merges_people():
    one, two = maryam(national_id=A), maryam(insurance_number="12345678")
    officer = person("officer")
    give(officer, "officer", branch().pk)
    with pytest.raises(NotAllowed):
        merge_people(one.pk, two.pk, branch_id=branch().pk, by=officer, reason="یک نفرند", now=NOW)
    assert not PersonMerge.objects.exists() and kept_person_id(two.pk) == two.pk


def test_people_who_are_one_already_are_not_merged_again_in_either_direction():
    acting = {"branch_id": branch().pk, "by": head_of(branch()), "reason": "یک نفرند", "now": NOW}
    one, two, three = maryam(national_id=A), maryam(insurance_number="12345678"), maryam(national_id=B)
    link = merge_people(one.pk, two.pk, **acting)
    for kept, merged in ((one, two), (two, one), (three, two)):
        with pytest.raises(CannotMerge):
            merge_people(kept.pk, merged.pk, **acting)
    assert PersonMerge.objects.count() == 1
    undo_merge(link.pk, **acting)
    with pytest.raises(AlreadyUndone):
        undo_merge(link.pk, **acting)
    merge_people(three.pk, two.pk, **acting)
    assert kept_person_id(two.pk) == three.pk


def test_undoing_the_lower_of_two_links_leaves_the_upper():
    acting = {"branch_id": branch().pk, "by": head_of(branch()), "reason": "یک نفرند", "now": NOW}
    one, two, three = maryam(national_id=A), maryam(insurance_number="12345678"), maryam(national_id=B)
    lower = merge_people(two.pk, three.pk, **acting)
    merge_people(one.pk, two.pk, **acting)
    undo_merge(lower.pk, **acting)
    assert (kept_person_id(two.pk), kept_person_id(three.pk)) == (one.pk, three.pk)


def test_the_kept_persons_number_stands_before_that_of_the_merged():
    one, two = maryam(national_id=A), maryam(national_id=B, insurance_number="12345678")
    merge_people(one.pk, two.pk, branch_id=branch().pk, by=head_of(branch()), reason="یک نفرند", now=NOW)
    assert identifiers_of(two.pk, TODAY) == {"national_id": A, "insurance_number": "12345678"}


def test_a_workplace_is_found_by_the_code_it_bore_on_the_day():
    shop = workplace("0183630045")
    WorkplaceIdentifier.objects.update(valid=DateRange(date(2011, 3, 21), date(2026, 3, 21)))
    WorkplaceIdentifier.objects.create(workplace=shop, value="0183639999", valid=DateRange(date(2026, 3, 21), None))
    assert workplace_by_code("0183630045", date(2026, 3, 20)) == shop and workplace_by_code("0183630045", date(2026, 3, 21)) is None
    assert (code_of(shop, date(2026, 3, 20)), code_of(shop, date(2026, 3, 21))) == ("0183630045", "0183639999")


def test_a_code_in_force_is_not_given_twice_and_nothing_is_written():
    shop = workplace("0183630045")
    with pytest.raises(CodeTaken):
        register_workplace(
            employer=shop.employer, branch=shop.branch, code="0183630045", name="دیگری", opened_on=TODAY, by=head_of(shop.branch), now=NOW
        )
    assert Workplace.objects.count() == 1


def named(first_name: str, last_name: str) -> Person:
    return Person.objects.create(first_name=first_name, last_name=last_name, state="known", created_at=NOW)


def test_names_are_found_however_they_are_spelt_and_stand_in_the_order_of_the_persian_alphabet():
    for first, last in [("گلی", "یزدی"), ("هما", "یزدی"), ("وحید", "یزدی"), ("پری", "یزدی"), ("علی", "یزدان‌پناه"), ("مهین", "هاشمی")]:
        named(first, last)
    assert [one.first_name for one in search_people("\u064aزدی")] == ["پری", "گلی", "وحید", "هما"]
    assert [one.first_name for one in search_people("یزدان پناه", "عل\u064a")] == ["علی"]
    assert [one.last_name for one in search_people("یزد")] == ["یزدان‌پناه", *["یزدی"] * 4]
    assert not list(search_people("100%_"))


def test_a_merged_person_is_not_listed_twice():
    one, two = maryam(national_id=A), maryam(insurance_number="12345678")
    merge_people(one.pk, two.pk, branch_id=branch().pk, by=head_of(branch()), reason="یک نفرند", now=NOW)
    assert [found.pk for found in search_people("رستگار", "مریم")] == [one.pk]


def test_the_key_of_a_name_is_sorted_byte_by_byte_whatever_the_database_sorts_by():
    letters = list("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
    with connection.cursor() as cursor:
        cursor.execute('SELECT array_agg(x ORDER BY fa_key(x) COLLATE "C") FROM unnest(%s::text[]) AS x', [sorted(letters, reverse=True)])
        assert cursor.fetchone()[0] == letters
        cursor.execute("SELECT fa_key(%s)", ["ك\u200cمَـيۀ ۱۲٣"])
        with_marks = cursor.fetchone()[0]
        cursor.execute("SELECT fa_key('کمیه 123')")
        assert cursor.fetchone()[0] == with_marks
