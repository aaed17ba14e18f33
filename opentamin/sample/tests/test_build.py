"""The country in the database: built once, whole, and ready for the visitor."""

from datetime import UTC, date, datetime

import psycopg
import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Sum, Value
from django.db.models.functions import Concat

from opentamin.lists import read_upload
from opentamin.office.accounts import gate
from opentamin.office.accounts.models import User
from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.office.debts.queries import is_held
from opentamin.office.disputes.models import Objection
from opentamin.office.history.models import MonthCurrent, MonthEntry
from opentamin.office.ledger.models import Leg
from opentamin.office.payments.models import Payment, Reconciliation
from opentamin.office.registry.models import Person, PersonIdentifier, Workplace, WorkplaceIdentifier
from opentamin.sample import demo, sent_lists
from opentamin.sample.build import AlreadyBuilt, build_country
from opentamin.sample.country import Country
from opentamin.sample.others import ComingAlready, send_others
from opentamin.sample.players import players

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def country():
    return Country(11, 400, date(2026, 11, 22))


@pytest.fixture(scope="module")
def built(country, django_db_setup, django_db_blocker):
    """One build for all tests of this file, undone after the last."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(sent_lists, "WORKPLACES_FIRST", 5)
        yield build_country(country, now=NOW, is_quiet=True)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def cast_keys(country, built):
    """Of the demonstration: the workplace, and the person with two employers."""
    chosen = players(country)
    code = country.workplaces.code[chosen.workplace]
    number = f"{country.persons.national_id[chosen.insured_two]:010d}"
    return (
        WorkplaceIdentifier.objects.get(value=code).workplace,
        PersonIdentifier.objects.get(kind="national_id", value=number).person,
    )


def test_everybody_and_every_workplace_of_the_country_is_there(country, built):
    assert Person.objects.count() == country.people
    assert Workplace.objects.count() == len(country.workplaces.size)
    assert built["months"] == MonthEntry.objects.filter(source_kind="opening").count()


def test_nobody_was_registered_twice_by_the_lists_that_came(built):
    assert not Person.objects.filter(state="provisional").exists()
    assert MonthEntry.objects.filter(source_kind="list").exists()


def test_lists_came_in_the_order_of_their_days_and_some_were_handed_back(built):
    arrivals = list(MonthlyList.objects.order_by("id").values_list("received_at", flat=True))
    assert arrivals == sorted(arrivals)
    assert max(arrivals) <= NOW
    assert MonthlyList.objects.filter(state=ListState.ASSESSED).count() > 5


def test_in_the_town_of_the_demonstration_a_list_waits_for_the_officer(built, cast_keys):
    workplace, _ = cast_keys
    assert MonthlyList.objects.filter(state=ListState.ACCEPTED, workplace__branch=workplace.branch).exists()


def test_the_month_now_due_is_left_for_the_visitor_to_send(country, built, cast_keys):
    workplace, _ = cast_keys
    months = set(MonthlyList.objects.filter(workplace=workplace, state=ListState.ASSESSED).values_list("month", flat=True))
    assert months == {140506, 140507}
    assert not MonthCurrent.objects.filter(month=country.due, workplace_id=workplace.pk).exists()


def test_the_insured_person_of_the_demonstration_has_two_employers(built, cast_keys):
    _, person = cast_keys
    assert MonthCurrent.objects.filter(person_id=person.pk, month=140507).values("workplace_id").distinct().count() == 2


def test_the_books_of_the_sample_balance(built):
    assert Leg.objects.aggregate(total=Sum("amount"))["total"] == 0


def test_each_player_signs_in_and_may_do_what_the_part_needs(built, cast_keys, rf):
    workplace, person = cast_keys
    assert [one.username for one in demo.sign_ins()] == [player.username for player in demo.PLAYERS]
    for one in demo.sign_ins():
        assert authenticate(rf.post("/"), username=one.username, password=one.password) is not None
        assert one.password in str(one)
    users = {user.username: user for user in User.objects.all()}
    assert gate.may(users["clerk"], "list.receive", ("workplace", workplace.pk))
    assert gate.may(users["insured"], "record.read", ("person", person.pk))
    assert not gate.may(users["worker"], "record.read", ("person", person.pk))
    assert gate.may(users["officer"], "branch.lists.read", ("branch", workplace.branch_id))
    assert not gate.may(users["officer2"], "branch.lists.read", ("branch", workplace.branch_id))


def test_not_one_of_the_last_three_months_is_an_opening_record(built):
    assert MonthEntry.objects.filter(source_kind="opening", month=140505).exists()
    assert not MonthEntry.objects.filter(source_kind="opening", month__gt=140505).exists()


def test_the_other_workplaces_lists_come_afterwards_once_and_go_on_where_they_were_broken_off(built, country, monkeypatch):
    with transaction.atomic():
        done, real = [], sent_lists.receive_list

        def broken_off(*arguments, **options):
            if len(done) == 3:
                raise InterruptedError
            done.append(real(*arguments, **options))
            return done[-1]

        monkeypatch.setattr(sent_lists, "receive_list", broken_off)
        with pytest.raises(InterruptedError):
            send_others(is_quiet=True)
        monkeypatch.setattr(sent_lists, "receive_list", real)
        assert sum(send_others(is_quiet=True).values()) > 3
        lists, people = MonthlyList.objects.count(), Person.objects.count()
        for month in (140506, 140507):
            at_work = len(set(country.month(month).person.tolist()))
            assert MonthCurrent.objects.filter(month=month).values("person_id").distinct().count() == at_work > 100
        assert not MonthlyList.objects.filter(state=ListState.RECEIVED).exists()
        assert people == country.people and Leg.objects.aggregate(total=Sum("amount"))["total"] == 0
        waiting = MonthlyList.objects.filter(state=ListState.ACCEPTED).order_by("pk").last()
        assess_list(waiting.pk, by=system_user(), now=NOW)  # what people do with a list since is not undone
        assert send_others(is_quiet=True) == {} and MonthlyList.objects.count() == lists
        transaction.set_rollback(True)


def test_a_country_built_before_every_branch_had_its_office_is_left_as_it_is(built):
    with transaction.atomic():
        User.objects.filter(username__startswith=demo.ACCOUNTING_OFFICE).update(username=Concat(Value("old-"), "username"))
        assert send_others(is_quiet=True) == {}
        transaction.set_rollback(True)


def test_while_others_lists_come_nobody_else_sends_them(built, capsys):
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as another:
        another.execute("SELECT pg_advisory_lock(hashtext('sample.others'))")
        with pytest.raises(ComingAlready):
            send_others(is_quiet=True)
        call_command("sample", "others")
    assert "at this moment" in capsys.readouterr().out


def test_building_again_changes_nothing_and_says_so(built, country, capsys):
    before = MonthEntry.objects.count(), User.objects.count()
    with pytest.raises(AlreadyBuilt):
        build_country(country, now=NOW, is_quiet=True)
    call_command("sample", "country")
    assert "stands already" in capsys.readouterr().out
    assert (MonthEntry.objects.count(), User.objects.count()) == before


def test_the_command_writes_the_list_that_the_visitor_sends(built, country, cast_keys, tmp_path, capsys):
    workplace, _ = cast_keys
    call_command("sample", "list", "--out", str(tmp_path), "--faults", "days-32")
    [pair] = read_upload([(path.name, path.read_bytes()) for path in tmp_path.iterdir()])
    assert (pair.month, pair.workplace_code) == (country.due, workplace.identifiers.get().value)
    assert 32 in pair.workers["DSW_DD"]
    said = capsys.readouterr().out
    assert str(tmp_path) in said
    assert "days-32: row" in said


def test_the_command_names_every_fault_with_a_sentence(built, capsys):
    call_command("sample", "list", "--faults", "list")
    said = capsys.readouterr().out
    assert all(name in said for name in ("zip-bomb", "padded-00", "bime", "truncated"))


@pytest.mark.parametrize("options", [["--faults", "nonsense"], ["--workplace", "0000000000"], ["--month", "138001"], ["--form", "txt", "--faults", "truncated"]])
def test_the_command_says_what_it_cannot_write(built, tmp_path, options):
    with pytest.raises(CommandError, match="·"):
        call_command("sample", "list", "--out", str(tmp_path / "new"), *options)
    assert not (tmp_path / "new").exists()


def test_on_the_first_day_one_month_is_paid_another_by_half_and_the_evening_ties(built, cast_keys):
    workplace, _ = cast_keys
    states = list(Payment.objects.order_by("line__place").values_list("state", "workplace"))
    assert states == [("matched", workplace.pk), ("partial", workplace.pk), ("unmatched", None)]
    assert Reconciliation.objects.get().is_tied


def test_one_objection_shows_what_follows_on_the_first_day(built):
    objection = Objection.objects.get()
    assert built["objections"] == 1
    assert (objection.timeliness, objection.subject_kind) == ("in_time", "line")
    assert is_held(objection.debt)
