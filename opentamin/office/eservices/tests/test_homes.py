"""Everyone's first page says what waits for them, and leads only to pages that open."""

import re
from datetime import UTC

import pytest
from django.test import Client
from django.utils import timezone

from opentamin.office.accounts.tests.people import give, person
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.contributions.tests.builders import NOW, files_of, setting, wrong_files
from opentamin.office.history.models import MonthCurrent
from opentamin.office.notices.actions import tell
from opentamin.office.registry.models import Person

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="(/[^"#]*)"')
OPENED_BY_THEIR_OWNERS = ("employer", "officer", "headquarters", "insured")


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    """Sunday 1 Azar 1405."""
    monkeypatch.setattr(timezone, "now", lambda: NOW.astimezone(UTC))


@pytest.fixture
def made():
    made = setting()
    maryam = Person.objects.create(first_name="مریم", last_name="رستگار", sex=2, state="known", created_at=NOW)
    for place, month in enumerate((140506, 140504, 140503)):
        MonthCurrent.objects.create(
            person_id=maryam.pk,
            month=month,
            workplace_id=made.sepidar.pk,
            days=31,
            wage=230_000_000,
            is_hazardous=False,
            entry_id=place,
            lists=1,
        )
    made.maryam, made.insured = maryam, person("maryam", "مریم رستگار")
    give(made.insured, "insured", maryam.pk)
    return made


def page_of(user, address: str = "/", language: str = "") -> str:
    client = Client()
    if user:
        client.force_login(user)
    if language:
        client.cookies["django_language"] = language
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode().replace("\u00a0", " ")


def addresses_on(page: str) -> set[str]:
    return {address for address in LINK.findall(page) if not address.startswith("/static/")}


def test_a_guest_is_told_what_this_is_and_where_to_sign_in(made):
    page = page_of(None)
    assert "<h1>سابقهٔ بیمه و حق بیمهٔ شما، با دلیل هر رقم</h1>" in page
    assert 'href="/sign-in/"' in page and 'href="/verify/"' in page


def test_every_link_of_the_front_page_opens_or_asks_to_sign_in(made):
    for address in addresses_on(page_of(None)):
        response = Client().get(address)
        assert response.status_code == 200 or (response.status_code == 302 and "/sign-in/" in response["Location"]), address


@pytest.mark.parametrize("role", OPENED_BY_THEIR_OWNERS)
def test_every_link_of_a_home_opens_for_whom_it_is_shown(made, role):
    user = getattr(made, role)
    take_in(files_of(2), by=made.employer, now=NOW)
    found = addresses_on(page_of(user))
    assert len(found) > 4
    client = Client()
    client.force_login(user)
    for address in found:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("role", OPENED_BY_THEIR_OWNERS)
def test_the_navigation_has_at_most_five_short_words_and_says_where_one_is(made, role):
    page = page_of(getattr(made, role))
    nav = page[page.index('class="nav-main') : page.index("</nav>")]
    words = re.findall(r">([^<>]+)</a>", nav)
    assert 2 <= len(words) <= 5 and all(len(word) <= 16 for word in words)
    assert nav.count('aria-current="page"') == 1


def test_an_employer_reads_what_is_due_with_its_last_day_said_three_ways(made):
    page = page_of(made.employer)
    assert "فهرست آبان ۱۴۰۵ را بفرستید" in page
    assert "تا دوشنبه ۳۰ آذر؛ ۲۹ روز مانده" in page
    assert 'aria-label="۳۰ آذر: فهرست و حق بیمهٔ آبان"' in page


def test_a_list_handed_back_is_first_on_the_employers_home(made):
    returned = take_in(wrong_files(3), by=made.employer, now=NOW)[0].list
    page = page_of(made.employer)
    assert f'href="/lists/{returned.tracking}/"' in page and "را اصلاح کنید و بفرستید" in page


def test_an_employer_to_whom_nothing_is_due_is_told_so(made):
    accepted = take_in(files_of(2), by=made.employer, now=NOW)[0].list
    assess_list(accepted.pk, by=made.employer, now=NOW)
    assert "فهرستی در انتظار شما نیست." in page_of(made.employer)


def test_a_page_has_one_main_button(made):
    give(made.employer, "employer", made.afra.pk)
    assert page_of(made.employer).count("btn-main") == 1


def test_an_officer_sees_the_lists_of_the_own_branch_and_no_other(made):
    accepted = take_in(files_of(2), by=made.employer, now=NOW)[0].list
    tracking = accepted.tracking.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert tracking in page_of(made.officer) and tracking in page_of(made.headquarters)
    assert tracking not in page_of(made.far_officer)


def test_the_count_of_queries_of_a_home_does_not_grow_with_the_workplaces(made, django_assert_max_num_queries):
    client = Client()
    client.force_login(made.employer)
    with django_assert_max_num_queries(25) as one_workplace:
        client.get("/")
    give(made.employer, "employer", made.afra.pk)
    give(made.employer, "employer", made.daryan.pk)
    with django_assert_max_num_queries(len(one_workplace) + 1):
        client.get("/")


def test_the_insured_are_told_how_far_their_record_has_come_and_which_month_is_empty(made):
    page = page_of(made.insured)
    assert "سابقه تا شهریور ۱۴۰۵ ثبت شده است." in page and "مرداد ۱۴۰۵ بیمه ندارید" in page
    assert 'href="/record/140505/"' in page and "بافندگی سپیدار" in page


def test_who_looks_after_anothers_affairs_reads_whose_record_it_is_and_stays_in_it(made):
    helper = person("helper", "یار مریم")
    give(helper, "representative", made.maryam.pk)
    page = page_of(helper)
    assert "<h1>سابقهٔ مریم رستگار</h1>" in page and f'href="/record/?person={made.maryam.pk}"' in page


def test_an_insured_person_cannot_look_at_the_home_of_another(made):
    other = Person.objects.create(first_name="دیگری", last_name="ناشناس", state="known", created_at=NOW)
    assert "ناشناس" not in page_of(made.insured, f"/?person={other.pk}")


def test_somebody_without_a_role_is_told_how_to_get_one(made):
    page = page_of(made.stranger)
    assert "هنوز کاری به نام شما نیست" in page and "stranger" in page


def test_one_person_looks_through_one_role_at_a_time_and_only_through_their_own(made):
    give(made.officer, "employer", made.sepidar.pk)
    client = Client()
    client.force_login(made.officer)
    assert "کارتابل من" in client.get("/").content.decode()
    client.post("/as/employer/")
    assert "بافندگی سپیدار" in client.get("/").content.decode()
    client.post("/as/headquarters/")
    assert "بافندگی سپیدار" in client.get("/").content.decode()


def test_a_letter_is_opened_once_and_leads_to_its_thing(made):
    told = tell(("workplace", made.sepidar.pk), "list_accepted", {"month": 140508}, "/lists/", NOW)
    client = Client()
    client.force_login(made.employer)
    assert "۱ نامهٔ نخوانده دارید" in client.get("/inbox/").content.decode()
    assert client.post(f"/inbox/{told.pk}/")["Location"] == "/lists/"
    assert "همهٔ نامه‌ها را خوانده‌اید" in client.get("/inbox/").content.decode()


def test_a_letter_to_another_cannot_be_opened(made):
    told = tell(("workplace", made.afra.pk), "list_accepted", {"month": 140508}, "/lists/", NOW)
    client = Client()
    client.force_login(made.employer)
    assert client.post(f"/inbox/{told.pk}/").status_code == 404
    told.refresh_from_db()
    assert told.read_at is None


def test_looking_at_a_letters_address_changes_nothing(made):
    told = tell(("workplace", made.sepidar.pk), "list_accepted", {"month": 140508}, "/lists/", NOW)
    client = Client()
    client.force_login(made.employer)
    assert client.get(f"/inbox/{told.pk}/").status_code == 405
    told.refresh_from_db()
    assert told.read_at is None


def test_a_page_of_letters_is_read_by_one_button(made):
    for month in range(140501, 140509):
        tell(("workplace", made.sepidar.pk), "list_accepted", {"month": month}, "/lists/", NOW)
    client = Client()
    client.force_login(made.employer)
    client.post("/inbox/")
    assert "همهٔ نامه‌ها را خوانده‌اید" in client.get("/inbox/").content.decode()


@pytest.mark.parametrize("address", ["/", "/services/", "/no-such-page/"])
def test_a_public_page_in_english_has_no_persian_but_the_way_back(made, address):
    client = Client()
    client.cookies["django_language"] = "en"
    page = client.get(address).content.decode()
    left = re.sub("<[^>]+>", " ", page).replace("فارسی", "")
    assert not re.search("[\u0600-\u06ff]", left), re.findall("[\u0600-\u06ff ]+", left)
    assert '<html lang="en" dir="ltr">' in page


def test_a_new_user_is_shown_the_front_hall_and_not_the_work_of_others():
    page = page_of(person("navid"))
    assert "/branch/lists/" not in page and "/lists/new/" not in page
