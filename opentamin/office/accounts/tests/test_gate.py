"""Everything is refused that the table and a live grant do not allow."""

import pytest
from django.contrib.auth.models import AnonymousUser

from opentamin.office.accounts import gate
from opentamin.office.accounts.models import User
from opentamin.office.accounts.permissions import COUNTRY, PERMISSIONS, SCOPE_KIND_OF_ROLE, SYSTEM, Role
from opentamin.office.accounts.queries import system_user

from .people import days, give, person

pytestmark = pytest.mark.django_db


def scope_of(role: str) -> tuple[str, int]:
    kind = SCOPE_KIND_OF_ROLE[role]
    return COUNTRY if kind == "country" else (kind, 7)


@pytest.mark.parametrize("role", Role.values)
def test_a_role_may_exactly_what_the_table_says(role):
    user = person("someone")
    give(user, role)
    allowed = {permission for permission in PERMISSIONS if gate.may(user, permission, scope_of(role))}
    assert allowed == {permission for permission, roles in PERMISSIONS.items() if role in roles}


@pytest.mark.parametrize("role", [role for role in Role.values if SCOPE_KIND_OF_ROLE[role] != "country"])
def test_a_role_over_one_thing_may_nothing_over_its_neighbour(role):
    user = person("someone")
    give(user, role, 7)
    neighbour, other_kind = (SCOPE_KIND_OF_ROLE[role], 8), ("workplace" if SCOPE_KIND_OF_ROLE[role] != "workplace" else "person", 7)
    assert not any(
        gate.may(user, permission, neighbour) or gate.may(user, permission, other_kind) or gate.may(user, permission)
        for permission in PERMISSIONS
    )


def test_any_one_of_several_scopes_is_enough():
    officer = person("officer")
    give(officer, Role.OFFICER, 3)
    assert gate.may(officer, "list.read", ("workplace", 7), ("branch", 3))
    assert not gate.may(officer, "list.read", ("workplace", 7), ("branch", 4))


def test_a_role_over_the_country_reaches_every_scope():
    auditor = person("auditor")
    give(auditor, Role.AUDITOR)
    assert gate.may(auditor, "record.read", ("person", 11))
    assert gate.may_everywhere(auditor, "record.read")
    assert not gate.may(auditor, "person.merge", ("branch", 3))


@pytest.mark.parametrize(
    ("first", "end", "counts"),
    [
        (days(0), days(1), True),
        (days(-10), None, True),
        (days(1), None, False),
        (days(-10), days(0), False),
    ],
    ids=["today_only", "without_end", "from_tomorrow", "ended_yesterday"],
)
def test_a_grant_counts_from_its_first_day_to_its_last(first, end, counts):
    clerk = person("clerk")
    give(clerk, Role.CLERK, 7, first=first, end=end)
    assert gate.may(clerk, "list.receive", ("workplace", 7)) is counts


def test_a_revoked_grant_refuses_at_once():
    clerk, employer = person("clerk"), person("employer")
    grant = give(clerk, Role.CLERK, 7)
    assert gate.may(clerk, "list.receive", ("workplace", 7))
    grant.revoke(by=employer, reason="پایان همکاری", now=gate.timezone.now())
    gate.forget(clerk)
    assert not gate.may(clerk, "list.receive", ("workplace", 7))


def test_a_stranger_a_guest_and_a_closed_account_may_nothing():
    closed = person("closed")
    give(closed, Role.HEADQUARTERS)
    User.objects.filter(pk=closed.pk).update(is_active=False)
    closed.refresh_from_db()
    for user in (person("stranger"), AnonymousUser(), closed):
        assert not any(gate.may(user, permission, ("person", 7), ("workplace", 7), COUNTRY) for permission in PERMISSIONS)


def test_the_system_may_only_what_the_table_gives_it():
    allowed = {permission for permission in PERMISSIONS if gate.may(system_user(), permission, ("workplace", 7))}
    assert allowed == {permission for permission, roles in PERMISSIONS.items() if SYSTEM in roles}
    assert "list.assess" in allowed and "list.receive" not in allowed


def test_an_unknown_permission_is_our_own_mistake_and_stops():
    with pytest.raises(AssertionError, match=r"no\.such"):
        gate.may(person("someone"), "no.such", COUNTRY)


def test_the_scopes_of_a_user_are_those_of_live_fitting_grants():
    employer = person("employer")
    give(employer, Role.EMPLOYER, 7)
    give(employer, Role.EMPLOYER, 9)
    give(employer, Role.EMPLOYER, 8, first=days(1))
    give(employer, Role.INSURED, 11)
    assert gate.scopes_of(employer, "list.receive", "workplace") == {7, 9}
    assert gate.scopes_of(employer, "record.read", "person") == {11}
    assert gate.scopes_of(employer, "workplace.register", "workplace") == set()


def test_many_questions_in_one_request_are_one_query(django_assert_num_queries):
    employer = person("employer")
    give(employer, Role.EMPLOYER, 7)
    with django_assert_num_queries(1):
        for scope_id in range(20):
            gate.may(employer, "list.read", ("workplace", scope_id))
        gate.scopes_of(employer, "list.read", "workplace")


def test_an_officer_who_signed_in_by_password_alone_is_told_what_is_missing(settings):
    settings.STAFF_SECOND_STEP = True
    officer, employer = person("officer"), person("employer")
    give(officer, Role.OFFICER, 3)
    give(employer, Role.EMPLOYER, 7)
    for user, is_verified in ((officer, False), (employer, False)):
        user.is_verified = lambda is_verified=is_verified: is_verified
    with pytest.raises(gate.NotAllowed) as refusal:
        gate.require(officer, "list.assess", ("branch", 3))
    assert refusal.value.needs_second_step
    assert gate.scopes_of(officer, "list.assess", "branch") == set()
    assert gate.may(employer, "list.receive", ("workplace", 7)), "only staff need the second step"
    officer.is_verified = lambda: True
    assert gate.may(officer, "list.assess", ("branch", 3))


def test_a_refusal_for_want_of_a_grant_does_not_speak_of_a_second_step(settings):
    settings.STAFF_SECOND_STEP = True
    officer = person("officer")
    officer.is_verified = lambda: False
    give(officer, Role.OFFICER, 3)
    with pytest.raises(gate.NotAllowed) as refusal:
        gate.require(officer, "list.assess", ("branch", 4))
    assert not refusal.value.needs_second_step
