"""A person's own page: language, both sides of authority, and what a stranger may not see."""

import pytest
from django.urls import reverse

from opentamin.office.accounts.permissions import Role
from opentamin.office.kit.days import day_typed

from .people import days, give, person

pytestmark = pytest.mark.django_db


def test_my_language_follows_me(client):
    user = person("maryam")
    client.force_login(user)
    client.post(reverse("accounts:language"), {"language": "en"})
    user.refresh_from_db()
    assert user.language == "en" and client.cookies["django_language"].value == "en"
    client.post(reverse("accounts:language"), {"language": "xx"})
    user.refresh_from_db()
    assert user.language == "en"


def test_the_account_page_shows_both_sides_of_authority(client):
    employer, clerk = person("employer", "بهرام کیانی"), person("clerk", "نسرین آذرپی")
    give(employer, Role.EMPLOYER, 7)
    give(clerk, Role.CLERK, 7, by=employer)
    give(person("stranger", "آقای ناشناس"), Role.CLERK, 8)
    client.force_login(employer)
    page = client.get(reverse("accounts:account")).content.decode()
    assert "<bdi>نسرین آذرپی</bdi>: کارمند کارگاه" in page and "آقای ناشناس" not in page
    client.force_login(clerk)
    page = client.get(reverse("accounts:account")).content.decode()
    assert "داده‌شده از سوی <bdi>بهرام کیانی</bdi>" in page and reverse("accounts:give") not in page


def test_giving_and_ending_a_right_on_the_pages(client):
    employer, clerk = person("employer"), person("clerk", "نسرین آذرپی")
    own = give(employer, Role.EMPLOYER, 7)
    client.force_login(employer)
    form = {"what": f"{own.pk}:clerk", "to": "clerk", "last_day": day_typed(days(60)), "reason": "حسابداری"}
    assert client.post(reverse("accounts:give"), form).url == reverse("accounts:account")
    grant = clerk.grants.get()
    assert grant.last_day == days(60)
    ending = reverse("accounts:revoke", args=[grant.pk])
    client.post(ending, {"reason": ""})
    grant.refresh_from_db()
    assert grant.revoked_at is None
    client.post(ending, {"reason": "پایان همکاری"})
    grant.refresh_from_db()
    assert grant.revoked_by == employer


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"to": "nobody"}, "حساب ندارد"),
        ({"to": "employer"}, "خود شما هستید"),
        ({"last_day": "۱۴۰۵/۱۳/۱"}, "چنین روزی در تقویم نیست"),
        ({"last_day": "فردا"}, "مانند ۱۴۰۵/۹/۱"),
        ({"last_day": "۱۴۰۱/۱/۱"}, "گذشته است"),
        ({"last_day": "۱۴۹۰/۱/۱"}, "یا زودتر را بنویسید"),
        ({"reason": ""}, "برای چه کاری است"),
        ({"what": "999:clerk"}, "هنوز داده نشده"),
    ],
)
def test_a_right_that_cannot_be_given_says_why_and_gives_nothing(client, change, words):
    employer, clerk = person("employer"), person("clerk")
    own = give(employer, Role.EMPLOYER, 7)
    client.force_login(employer)
    form = {"what": f"{own.pk}:clerk", "to": "clerk", "last_day": "۱۴۰۶/۱/۱", "reason": "حسابداری"} | change
    assert words in client.post(reverse("accounts:give"), form).content.decode()
    assert not clerk.grants.exists()


def test_a_stranger_finds_no_page_to_end_somebody_elses_right(client):
    grant = give(person("clerk"), Role.CLERK, 7)
    client.force_login(person("stranger"))
    assert client.get(reverse("accounts:revoke", args=[grant.pk])).status_code == 404
    assert client.get(reverse("accounts:give")).status_code == 403


@pytest.mark.parametrize("name", ["account", "password", "codes", "passkey", "give", "confirm"])
def test_a_guest_is_led_to_the_sign_in(client, name):
    assert client.get(reverse(f"accounts:{name}")).url.startswith(reverse("accounts:sign_in"))
