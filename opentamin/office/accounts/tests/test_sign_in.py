"""The way in: for the owner open in any keyboard, for others shut, with the hour it opens again."""

import re
import time

import pytest
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from opentamin.office.accounts.permissions import Role

from .people import PASSWORD, give, person

pytestmark = pytest.mark.django_db
KEY = "31" * 20


def sign_in(client, username, password=PASSWORD, **more):
    return client.post(reverse("accounts:sign_in"), {"username": username, "password": password, **more})


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def with_codes(user):
    return TOTPDevice.objects.create(user=user, key=KEY, confirmed=True)


def code_now(steps: int = 0) -> str:
    return f"{totp(bytes.fromhex(KEY), t0=-30 * steps):06}"


@pytest.mark.parametrize("typed", ["0012345679", "۰۰۱۲۳۴۵۶۷۹", "٠٠١٢٣٤٥٦٧٩", " 0012345679 "])
def test_a_username_is_taken_from_any_keyboard(client, typed):
    person("0012345679")
    answer = sign_in(client, typed)
    assert (answer.status_code, answer.url, is_in(client)) == (302, "/", True)


def test_a_wrong_password_and_an_unknown_name_get_the_same_words(client):
    person("maryam")
    answers = [sign_in(client, "maryam", "wrong"), sign_in(client, "nobody", "wrong")]
    said = [re.search(r'<div class="errsum".*?</div>', answer.content.decode(), re.S)[0] for answer in answers]
    assert said[0] == said[1] and "گذرواژه درست نیست" in said[0]
    assert not is_in(client)


def test_what_was_typed_stays_but_not_the_password(client):
    page = sign_in(client, "maryam", "secret-words").content.decode()
    assert 'value="maryam"' in page and "secret-words" not in page
    assert "<title>خطا: " in page


def test_after_too_many_wrong_passwords_the_page_says_when_to_try_again(client, settings):
    person("maryam")
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert sign_in(client, "maryam", "wrong").status_code == 200
    shut = sign_in(client, "maryam", "wrong")
    assert (shut.status_code, shut["Retry-After"]) == (429, str(15 * 60))
    assert "تا ۱۵ دقیقهٔ دیگر" in shut.content.decode()
    assert sign_in(client, "maryam").status_code == 429 and not is_in(client), "also the right password waits"
    person("other")
    sign_in(client, "other")
    assert is_in(client), "the lock is on one name from one place"


def test_a_sign_in_leads_where_one_wanted_to_go_but_never_away_from_us(client):
    person("maryam")
    assert sign_in(client, "maryam", next="/account/").url == "/account/"
    client.post(reverse("accounts:sign_out"))
    assert sign_in(client, "maryam", next="https://example.org/").url == "/"


def test_signing_in_changes_the_session_key(client):
    person("maryam")
    client.get(reverse("accounts:sign_in"))
    session = client.session
    session["kept"] = 1
    session.save()
    client.cookies["sessionid"] = before = session.session_key
    sign_in(client, "maryam")
    assert client.session.session_key != before


def test_one_leaves_by_a_button_and_not_by_a_link(client):
    client.force_login(person("maryam"))
    assert client.get(reverse("accounts:sign_out")).status_code == 405 and is_in(client)
    client.post(reverse("accounts:sign_out"))
    assert not is_in(client)


def test_nobody_signs_in_as_the_system(client):
    for password in ("", "!", "system", PASSWORD):
        sign_in(client, "system", password)
    assert not is_in(client)


def test_with_codes_on_the_password_alone_opens_nothing(client):
    with_codes(person("maryam"))
    assert sign_in(client, "maryam").url == reverse("accounts:second_step")
    assert not is_in(client)
    assert client.get(reverse("accounts:account")).status_code == 302


@pytest.mark.parametrize(
    "spelling", [str, lambda code: code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")), lambda code: f"{code[:3]} {code[3:]}"]
)
def test_the_right_code_opens_in_any_digits(client, spelling):
    with_codes(person("maryam"))
    sign_in(client, "maryam", next="/account/")
    answer = client.post(reverse("accounts:second_step"), {"code": spelling(code_now())})
    assert answer.url == "/account/" and is_in(client)


def test_a_wrong_code_opens_nothing_and_makes_the_next_one_wait(client):
    device = with_codes(person("maryam"))
    sign_in(client, "maryam")
    assert (
        "درست نیست"
        in client.post(reverse("accounts:second_step"), {"code": "000000" if code_now() != "000000" else "000001"}).content.decode()
    )
    device.refresh_from_db()
    assert device.throttling_failure_count == 1
    TOTPDevice.objects.update(throttling_failure_count=9)
    assert "ساعت" in client.post(reverse("accounts:second_step"), {"code": code_now()}).content.decode()
    assert not is_in(client)


def test_a_code_works_once(client):
    with_codes(person("maryam"))
    code = code_now()
    for expected in (True, False):
        client.post(reverse("accounts:sign_out"))
        TOTPDevice.objects.update(throttling_failure_count=0)
        sign_in(client, "maryam")
        client.post(reverse("accounts:second_step"), {"code": code})
        assert is_in(client) is expected


def test_five_minutes_after_the_password_the_code_comes_too_late(client):
    with_codes(person("maryam"))
    sign_in(client, "maryam")
    session = client.session
    session["sign_in_pending"] = session["sign_in_pending"] | {"at": time.time() - 301}
    session.save()
    assert client.post(reverse("accounts:second_step"), {"code": code_now()}).url == reverse("accounts:sign_in")
    assert not is_in(client)


def test_switching_codes_on_needs_a_code_and_gives_recovery_codes_that_work_once(client):
    user = person("maryam")
    client.force_login(user)
    address = reverse("accounts:codes")
    page = client.get(address).content.decode()
    assert "<svg" in page and "style=" not in page
    key = client.session["codes_key"]
    assert "هنوز راه نیفتاده" in client.post(address, {"code": "12345"}).content.decode() and not TOTPDevice.objects.exists()
    shown = client.post(address, {"code": f"{totp(bytes.fromhex(key)):06}"}).content.decode()
    codes = re.findall(r'<bdi class="id">([a-z2-7]{4}-[a-z2-7]{4})</bdi>', shown)
    assert len(codes) == 8 and StaticToken.objects.count() == 8
    for expected in (True, False):
        client.post(reverse("accounts:sign_out"))
        sign_in(client, "maryam")
        client.post(reverse("accounts:second_step"), {"code": codes[0].upper()})
        assert is_in(client) is expected
    assert [change.what for change in user.means_changes.order_by("pk")] == ["codes_on", "recovery_made", "recovery_used"]


def test_changing_the_means_of_sign_in_asks_for_the_password_again(client):
    client.force_login(person("maryam"))
    session = client.session
    session["sign_in_confirmed_at"] = time.time() - 901
    session.save()
    asked = client.get(reverse("accounts:codes"))
    assert asked.url == f"{reverse('accounts:confirm')}?next=%2Faccount%2Fcodes%2F"
    assert "این گذرواژهٔ شما نیست" in client.post(asked.url, {"password": "wrong", "next": "/account/codes/"}).content.decode()
    assert client.post(asked.url, {"password": PASSWORD, "next": "/account/codes/"}).url == "/account/codes/"
    assert client.get(reverse("accounts:codes")).status_code == 200


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(client):
    from django.test import Client

    user, elsewhere = person("maryam"), Client()
    client.force_login(user)
    elsewhere.force_login(user)
    new = "chahar-fasl-e-ziba"
    client.post(reverse("accounts:password"), {"password": PASSWORD, "new_password": new, "repeated": new})
    assert client.get(reverse("accounts:account")).status_code == 200
    assert elsewhere.get(reverse("accounts:account")).status_code == 302
    user.refresh_from_db()
    assert user.check_password(new)


@pytest.mark.parametrize(
    ("old", "new", "repeated"),
    [
        ("wrong", "chahar-fasl-e-ziba", "chahar-fasl-e-ziba"),
        (PASSWORD, "kootah", "kootah"),
        (PASSWORD, "chahar-fasl-e-ziba", "chahar-fasl"),
        (PASSWORD, "", ""),
    ],
    ids=["wrong_old", "too_short", "not_repeated", "empty"],
)
def test_a_password_that_will_not_do_changes_nothing(client, old, new, repeated):
    user = person("maryam")
    client.force_login(user)
    page = client.post(reverse("accounts:password"), {"password": old, "new_password": new, "repeated": repeated}).content.decode()
    assert "گذرواژه هنوز عوض نشده است" in page
    user.refresh_from_db()
    assert user.check_password(PASSWORD) and not user.means_changes.exists()


def test_staff_who_lack_the_second_step_are_led_to_it(client, settings):
    settings.STAFF_SECOND_STEP = True
    give(person("officer"), Role.OFFICER, 3)
    assert sign_in(client, "officer").url == reverse("accounts:codes")
    assert "گام دوم ورود را راه بیندازید" in client.get(reverse("accounts:account")).content.decode()
