"""People whom a list brings for the first time."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from opentamin.office.accounts.queries import system_user
from opentamin.office.registry.actions import register_provisional_people
from opentamin.office.registry.models import Person, PersonIdentifier
from opentamin.office.registry.queries import match_people

from .cast import NOW, TODAY, maryam, national_id

A, B = national_id(11_111_111), national_id(22_222_222)


def register(national: list[str], insurance: list[str], **more: list[str]) -> list[int]:
    columns = {"national_id": national, "insurance_number": insurance, **more}
    return register_provisional_people(columns, now=NOW, by=system_user()).tolist()


@pytest.mark.django_db
def test_a_stranger_with_a_good_national_id_becomes_a_provisional_person_whose_numbers_hold_for_all_days():
    (one,) = register([A], ["0012345678"], first_name=["زهرا"], last_name=["کریمی"], sex=["زن"], birth_date=["13640512"])
    person = Person.objects.get(pk=one)
    assert (person.state, person.first_name, person.sex, person.birth_day) == ("provisional", "زهرا", 2, date(1985, 8, 3))
    assert set(person.identifiers.values_list("kind", "value")) == {("national_id", A), ("insurance_number", "12345678")}
    assert match_people([A], [""], date(1990, 1, 1)).person_ids.tolist() == [one]


@pytest.mark.django_db
def test_a_stranger_with_an_insurance_number_only_becomes_a_provisional_person_too():
    (one,) = register([""], ["12345678"])
    assert list(Person.objects.get(pk=one).identifiers.values_list("kind", flat=True)) == ["insurance_number"]


@pytest.mark.django_db
def test_without_a_usable_number_nobody_is_registered():
    assert register(["1234567890"], ["00000000"]) == [0]
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_rows_of_one_person_make_one_person():
    people = register([A, A, ""], ["12345678", "", "12345678"])
    assert len(set(people)) == 1 and Person.objects.count() == 1


@pytest.mark.django_db
def test_a_row_in_conflict_registers_nobody_and_leaves_the_others_alone():
    people = register([A, B, national_id(3)], ["12345678", "12345678", ""])
    assert people[:2] == [0, 0] and people[2] > 0
    assert Person.objects.count() == 1 and PersonIdentifier.objects.count() == 1


@pytest.mark.django_db
def test_whoever_is_known_already_is_not_registered_again():
    one = maryam(national_id=A)
    assert register([A], [""]) == [one.pk] and Person.objects.count() == 1


@pytest.mark.django_db
def test_two_insurance_numbers_beside_one_national_id_are_neither_taken():
    (one, two) = register([A, A], ["12345678", "87654321"])
    assert one == two
    assert list(PersonIdentifier.objects.values_list("kind", flat=True)) == ["national_id"]


@pytest.mark.django_db
def test_a_number_that_was_another_persons_until_last_year_is_taken_from_then_on():
    before = maryam(national_id=A)
    PersonIdentifier.objects.create(person=before, kind="insurance_number", value="12345678", valid=DateRange(None, date(2025, 3, 21)))
    (one,) = register([""], ["12345678"])
    assert one != before.pk
    assert PersonIdentifier.objects.get(person_id=one).valid == DateRange(date(2025, 3, 21), None)


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "0", "13641332", "شصت و چهار", "13640231\\", '"quoted", {braces}'])
def test_an_unreadable_birth_date_or_a_strange_name_spoils_nothing(text):
    (one,) = register([A], [""], birth_date=[text], first_name=[f"نام {text}"])
    person = Person.objects.get(pk=one)
    assert person.first_name == f"نام {text}".strip()
    assert person.birth_day is None


@pytest.mark.django_db
def test_any_number_of_strangers_takes_four_statements(django_assert_num_queries):
    by = system_user()
    columns = {"national_id": [national_id(50_000_000 + row) for row in range(300)], "insurance_number": [""] * 300}
    with django_assert_num_queries(3):  # and the line of audit, which is asked of the driver itself
        assert len(set(register_provisional_people(columns, now=NOW, by=by).tolist())) == 300


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_lists_that_bring_the_same_stranger_at_the_same_moment_make_one_person():
    by = system_user()
    answers: dict[str, list[int]] = {}
    first_has_written, second_is_waiting = threading.Event(), threading.Event()

    def second_list() -> None:
        try:
            first_has_written.wait(10)
            second_is_waiting.set()
            with transaction.atomic():
                answers["second"] = register_provisional_people(
                    {"national_id": [B, A], "insurance_number": ["", "12345678"]}, now=NOW, by=by
                ).tolist()
        finally:
            connection.close()

    thread = threading.Thread(target=second_list)
    thread.start()
    with transaction.atomic():
        columns = {"national_id": [A, B], "insurance_number": ["12345678", ""]}
        answers["first"] = register_provisional_people(columns, now=NOW, by=by).tolist()
        first_has_written.set()
        assert second_is_waiting.wait(10)
        thread.join(0.3)
        assert thread.is_alive(), "the second list waits for the first to commit"
    thread.join(10)
    assert answers["second"] == answers["first"][::-1]
    assert Person.objects.count() == 2 and PersonIdentifier.objects.count() == 3
    assert match_people([A, B], ["", ""], TODAY).person_ids.tolist() == answers["first"]
