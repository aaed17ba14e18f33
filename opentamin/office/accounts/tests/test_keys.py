"""Keys of a person's own programs, on their page."""

import re
from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.utils import timezone

from ..actions.give_api_key import give_api_key
from ..api_keys import user_of_key
from ..gate import NotAllowed
from ..models import ApiKey, Grant, User
from ..views.session import CONFIRMED

KEYS = "/account/keys/"


@pytest.fixture
def owner(db):
    return User.objects.create_user("owner", full_name="صاحب")


@pytest.fixture
def signed_in(client, owner):
    return confirmed(client, owner)


def confirmed(client, user):
    """Signed in just now, so that the password is not asked for again."""
    client.force_login(user)
    session = client.session
    session[CONFIRMED] = timezone.now().timestamp()
    session.save()
    return client


def test_a_key_is_shown_once_and_opens_for_its_owner(signed_in, owner):
    page = signed_in.post(KEYS, {"name": "حقوق و دستمزد"}).content.decode()
    secret = re.search(r"ot_[\w-]{43}", page)[0]
    assert user_of_key(secret, timezone.now()) == owner
    assert secret not in signed_in.get(KEYS).content.decode()
    assert "حقوق و دستمزد" in signed_in.get(KEYS).content.decode()


def test_a_key_without_a_name_is_not_made(signed_in):
    answer = signed_in.post(KEYS, {"name": "  "})
    assert answer.status_code == 422 and "برنامه را نام ببرید" in answer.content.decode()
    assert not ApiKey.objects.exists()


def test_a_revoked_key_opens_nothing_and_is_not_revoked_twice(signed_in, owner):
    key, secret = give_api_key(owner, name="برنامه", now=timezone.now())
    assert signed_in.post(f"{KEYS}{key.pk}/revoke/").status_code == 302
    assert user_of_key(secret, timezone.now()) is None
    assert signed_in.post(f"{KEYS}{key.pk}/revoke/").status_code == 404


def test_nobody_revokes_the_key_of_another(client, owner):
    key, secret = give_api_key(owner, name="برنامه", now=timezone.now())
    confirmed(client, User.objects.create_user("other", full_name="دیگری"))
    assert client.post(f"{KEYS}{key.pk}/revoke/").status_code == 404
    assert user_of_key(secret, timezone.now()) == owner


def test_the_name_of_a_program_stays_text(signed_in):
    page = signed_in.post(KEYS, {"name": "<b>x</b>"}).content.decode()
    assert "<b>x</b>" not in page and "&lt;b&gt;x" in page


def test_a_form_of_strangers_makes_no_key(owner):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    assert client.post(KEYS, {"name": "برنامه"}).status_code == 403
    assert not ApiKey.objects.exists()


def test_whoever_signed_in_long_ago_is_asked_for_the_password_first(signed_in):
    session = signed_in.session
    session[CONFIRMED] = 0
    session.save()
    answer = signed_in.post(KEYS, {"name": "برنامه"})
    assert answer.status_code == 302 and "/account/confirm/" in answer["Location"]
    assert not ApiKey.objects.exists()


def test_staff_make_a_key_only_after_the_second_step(owner, settings):
    settings.STAFF_SECOND_STEP = True
    Grant.objects.create(user=owner, role="officer", scope_kind="branch", scope_id=1, valid=DateRange(date(2025, 1, 1), None), reason="test")
    owner.is_verified = lambda: False
    with pytest.raises(NotAllowed):
        give_api_key(owner, name="برنامه", now=timezone.now())
    assert not ApiKey.objects.exists()
    owner.is_verified = lambda: True
    give_api_key(owner, name="برنامه", now=timezone.now())
    assert ApiKey.objects.count() == 1
