"""The first users of a new house come from its command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django_otp.plugins.otp_totp.models import TOTPDevice

from opentamin.office.accounts import gate
from opentamin.office.accounts.models import Grant, User
from opentamin.office.accounts.permissions import Role

from .people import PASSWORD, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(monkeypatch):
    def run(*words, typed=PASSWORD):
        monkeypatch.setattr("sys.stdin", StringIO(typed + "\n"))
        call_command("account", *words, stdout=StringIO())

    return run


def test_a_new_house_gets_its_first_head_office_user(account):
    account("add", "Sitad۱", "--name", "ستاد نمونه")
    account("give", "sitad1", "--role", "headquarters", "--reason", "راه‌اندازی")
    user = User.objects.get(username="sitad1")
    assert user.check_password(PASSWORD) and gate.may_everywhere(user, "grant.give")
    assert Grant.objects.get().events.get().pgh_context.metadata["reason"] == "راه‌اندازی"


def test_a_weak_password_and_a_taken_name_add_nobody(account):
    person("maryam")
    for words, typed in ((("add", "new", "--name", "x"), "1234567890"), (("add", "maryam", "--name", "x"), PASSWORD)):
        with pytest.raises(CommandError):
            account(*words, typed=typed)
    assert not User.objects.filter(username="new").exists() and User.objects.get(username="maryam").full_name != "x"


@pytest.mark.parametrize(
    ("role", "scope"),
    [(Role.OFFICER, ()), (Role.AUDITOR, ("--scope", "3"))],
    ids=["a_branch_not_named", "a_country_with_a_number"],
)
def test_a_role_over_the_wrong_thing_is_refused_with_the_mend(account, role, scope):
    person("maryam")
    with pytest.raises(CommandError, match="--scope"):
        account("give", "maryam", "--role", role, "--reason", "x", *scope)
    assert not Grant.objects.exists()


def test_one_who_lost_every_means_is_let_in_again_but_never_the_system(account):
    user = person("maryam")
    TOTPDevice.objects.create(user=user, confirmed=True)
    account("rescue", "maryam", typed="chahar-fasl-e-ziba")
    user.refresh_from_db()
    assert user.check_password("chahar-fasl-e-ziba") and not TOTPDevice.objects.exists()
    assert list(user.means_changes.values_list("what", flat=True)) == ["password_changed", "codes_off"]
    with pytest.raises(CommandError):
        account("rescue", "system")
