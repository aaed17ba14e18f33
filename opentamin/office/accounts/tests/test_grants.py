"""Lending authority: to a person, for a time, seen by both sides, and never further than one's own."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from opentamin.office.accounts import gate, scopes
from opentamin.office.accounts.actions.delegate import AlreadyGiven, OutOfReach, delegate
from opentamin.office.accounts.actions.revoke_grant import AlreadyRevoked, revoke_grant
from opentamin.office.accounts.models import Grant
from opentamin.office.accounts.permissions import Role

from .people import days, give, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def employer():
    user = person("employer")
    give(user, Role.EMPLOYER, 7)
    return user


@pytest.fixture
def accountant():
    return person("accountant")


def lend(to, by, role=Role.CLERK, scope=("workplace", 7), until=30, start=0):
    return delegate(
        to, role, scope, by=by, reason="فهرست‌های ماهانه", first_day=days(start), last_day=days(until), now=timezone.now()
    )


def test_an_employer_lets_an_accountant_send_lists_until_a_day(employer, accountant):
    grant = lend(accountant, employer)
    assert (grant.last_day, grant.granted_by) == (days(30), employer)
    assert gate.may(accountant, "list.receive", ("workplace", 7))
    assert gate.may(accountant, "list.receive", ("workplace", 7), on=days(30)) and not gate.may(
        accountant, "list.receive", ("workplace", 7), on=days(31)
    )
    assert not gate.may(accountant, "list.receive", ("workplace", 8))


def test_a_grant_that_begins_tomorrow_refuses_today(employer, accountant):
    lend(accountant, employer, start=1)
    assert not gate.may(accountant, "list.receive", ("workplace", 7))
    assert gate.may(accountant, "list.receive", ("workplace", 7), on=days(1))


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.CLERK, ("workplace", 8)),
        (Role.EMPLOYER, ("workplace", 7)),
        (Role.OFFICER, ("branch", 3)),
        (Role.AUDITOR, ("country", 0)),
    ],
    ids=["another_workplace", "ownership_itself", "an_office", "oversight"],
)
def test_nobody_gives_what_is_not_theirs_to_give(employer, accountant, role, scope):
    with pytest.raises(gate.NotAllowed):
        lend(accountant, employer, role, scope)
    assert not accountant.grants.exists()


def test_a_clerk_cannot_lend_on_what_was_lent(employer, accountant):
    lend(accountant, employer)
    with pytest.raises(gate.NotAllowed):
        lend(person("friend"), accountant)


def test_nobody_gives_to_themselves(employer):
    with pytest.raises(gate.NotAllowed):
        lend(employer, employer)


def test_a_loan_does_not_outlast_the_lender(accountant):
    employer = person("tenant")
    give(employer, Role.EMPLOYER, 7, end=days(10))
    with pytest.raises(OutOfReach) as beyond:
        lend(accountant, employer, until=10)
    assert beyond.value.last_day == days(9)
    assert lend(accountant, employer, until=9).last_day == days(9)


def test_the_same_right_is_not_given_twice_in_one_time(employer, accountant):
    lend(accountant, employer)
    with pytest.raises(AlreadyGiven):
        lend(accountant, employer, until=5)
    assert accountant.grants.count() == 1


def test_a_right_that_ended_can_be_given_again(employer, accountant):
    first = lend(accountant, employer)
    revoke_grant(first.pk, by=employer, reason="پایان همکاری", now=timezone.now())
    lend(accountant, employer)
    gate.forget(accountant)
    assert gate.may(accountant, "list.receive", ("workplace", 7))


def test_who_gave_may_take_back_and_who_holds_may_lay_down(employer, accountant):
    given = lend(accountant, employer)
    with pytest.raises(gate.NotAllowed):
        revoke_grant(given.pk, by=person("stranger"), reason="بی دلیل", now=timezone.now())
    revoke_grant(given.pk, by=accountant, reason="کارم عوض شد", now=timezone.now())
    given.refresh_from_db()
    assert (given.revoked_by, given.revoked_reason) == (accountant, "کارم عوض شد")
    with pytest.raises(AlreadyRevoked):
        revoke_grant(given.pk, by=employer, reason="دوباره", now=timezone.now())


def test_what_was_lent_ends_with_the_right_it_came_from(employer, accountant):
    lent = lend(accountant, employer)
    own = employer.grants.get()
    ended = revoke_grant(own.pk, by=employer, reason="کارگاه فروخته شد", now=timezone.now())
    assert [grant.pk for grant in ended] == [own.pk, lent.pk]
    assert not gate.may(accountant, "list.receive", ("workplace", 7))


def test_a_branch_head_gives_an_employer_a_workplace_of_the_branch_only(accountant, monkeypatch):
    monkeypatch.setitem(
        scopes._KINDS, "workplace", scopes.ScopeKind(lambda ids: {}, lambda scope_id: [("branch", 3 if scope_id == 7 else 4)])
    )
    head = person("head")
    give(head, Role.BRANCH_HEAD, 3)
    assert lend(accountant, head, Role.EMPLOYER, ("workplace", 7)).role == Role.EMPLOYER
    with pytest.raises(gate.NotAllowed):
        lend(accountant, head, Role.EMPLOYER, ("workplace", 8))


def test_every_change_of_a_grant_is_kept_with_who_and_why(employer, accountant):
    given = lend(accountant, employer)
    revoke_grant(given.pk, by=employer, reason="پایان همکاری", now=timezone.now())
    told = [
        (event.pgh_label, event.pgh_context.metadata["by"], event.pgh_context.metadata["reason"])
        for event in given.events.order_by("pgh_id")
    ]
    assert told == [("insert", employer.pk, "فهرست‌های ماهانه"), ("update", employer.pk, "پایان همکاری")]


@pytest.mark.parametrize(
    "change",
    [
        lambda grants: grants.update(scope_id=8),
        lambda grants: grants.update(role=Role.EMPLOYER),
        lambda grants: grants.delete(),
        lambda grants: grants.update(revoked_at=timezone.now()),
    ],
    ids=["its_scope", "its_role", "its_existence", "its_end_without_a_reason"],
)
def test_the_database_refuses_to_rewrite_a_grant(employer, accountant, change):
    given = lend(accountant, employer)
    with pytest.raises(DatabaseError), transaction.atomic():
        change(Grant.objects.filter(pk=given.pk))
    given.refresh_from_db()
    assert (given.scope, given.role, given.revoked_at) == (("workplace", 7), Role.CLERK, None)


def test_the_database_refuses_a_role_over_the_wrong_kind_of_thing(accountant):
    with pytest.raises(DatabaseError), transaction.atomic():
        Grant.objects.create(
            user=accountant, role=Role.OFFICER, scope_kind="person", scope_id=3, valid=(days(0), None), reason="نمونه"
        )
