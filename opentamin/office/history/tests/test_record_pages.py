"""«سابقهٔ من»: what an insured person sees of their record, and who else may."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from opentamin import law
from opentamin.law.contributions import ceiling_of_days
from opentamin.office.accounts.tests.people import give, person
from opentamin.office.history import sources
from opentamin.office.history.sources import SourceDocument
from opentamin.office.records.models import Paper, Reading
from opentamin.office.registry.actions import merge_people
from opentamin.office.registry.models import Workplace
from opentamin.office.registry.tests.cast import NOW, branch, head_of, maryam, national_id, workplace

from .months import write

pytestmark = pytest.mark.django_db
CEILING = ceiling_of_days(30, law.of_month(140507))


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """Thursday 5 Azar 1405: the list of Mehr is due, that of Aban is not."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture(autouse=True)
def _documents(monkeypatch):
    """Lists numbered by their id, all received on 1 Azar."""
    monkeypatch.setattr(sources, "_TELLERS", {"list": lambda ids: {one: SourceDocument(f"1405-0901-{one:06}", date(2026, 11, 22)) for one in ids}})


@pytest.fixture
def shop() -> Workplace:
    return workplace()


@pytest.fixture
def woman():
    return maryam()


@pytest.fixture
def signed_in(client, woman):
    """The woman herself, signed in."""
    user = person("maryam", "مریم رستگار")
    give(user, "insured", woman.pk, first=date(2020, 1, 1))
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def words(response) -> str:
    """The text of a page as it is read: without tags, blanks collapsed."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text.replace("\xa0", " ").replace("\u2066", "").replace("\u2069", ""))


def test_the_answer_comes_first_then_what_is_missing_then_every_month_with_its_document(signed_in, woman, shop):
    write(17, 140505, [woman.pk], [31], [200_000_000], at=shop.pk)
    write(18, 140507, [woman.pk], [30], [210_000_000], at=shop.pk)
    page = words(signed_in.get("/record/"))
    for sentence in (
        "۲ ماه سابقه دارید",
        "از مرداد ۱۴۰۵ تا مهر ۱۴۰۵ پذیرفته شده است.",
        "ماه‌های بی‌سابقه شهریور ۱۴۰۵",
        "فهرست آبان ۱۴۰۵ هنوز دیر نشده است: تا دوشنبه ۳۰ آذر؛ ۲۵ روز مانده.",
        "مهر ۱۴۰۵ کارگاه نمونه فهرست ۱۴۰۵-۰۹۰۱-۰۰۰۰۱۸، رسیده ۱ آذر ۱۴۰۵ ۳۰ ۲۱۰٬۰۰۰٬۰۰۰",
    ):
        assert sentence in page
    assert page.index("سابقه دارید") < page.index("شهریور ۱۴۰۵") < page.index("کارگاه نمونه")


def test_a_month_that_came_early_is_not_awaited_any_more(signed_in, woman, shop):
    write(18, 140507, [woman.pk], [30], [210_000_000], at=shop.pk)
    write(19, 140508, [woman.pk], [30], [210_000_000], at=shop.pk)
    page = words(signed_in.get("/record/"))
    assert "فهرست آذر ۱۴۰۵ هنوز دیر نشده است" in page and "فهرست آبان ۱۴۰۵ هنوز دیر" not in page


def test_a_full_record_says_that_no_month_is_missing(signed_in, woman, shop):
    write(1, 140507, [woman.pk], [30], [200_000_000], at=shop.pk)
    page = words(signed_in.get("/record/"))
    assert "ماه بی‌سابقه‌ای در میان نیست." in page and "فهرستی نرسیده" not in page


def test_a_page_takes_the_same_eight_statements_for_one_month_and_for_sixty(signed_in, woman, shop, django_assert_num_queries):
    write(1, 140507, [woman.pk], [30], [200_000_000], at=shop.pk)
    with django_assert_num_queries(8):
        signed_in.get("/record/")
    for list_id in range(2, 62):
        write(list_id, 140001 + (list_id // 12) * 100 + list_id % 12, [woman.pk], [30], [100_000_000], at=shop.pk)
    with django_assert_num_queries(8):
        assert "۵ سال" in words(signed_in.get("/record/"))


def test_a_month_with_two_employers_is_explained_by_article_34(signed_in, woman, shop):
    mill = workplace("0183630046")
    write(1, 140507, [woman.pk], [30], [CEILING], at=shop.pk)
    write(2, 140507, [woman.pk], [30], [100_000_000], at=mill.pk)
    page = words(signed_in.get("/record/140507/"))
    assert "مهر ۱۴۰۵: ۳۰ روز به شمار آمد" in page
    assert "تا سقف به شمار آمد." in page
    assert "مزدی که به شمار نیامد ۱۰۰٬۰۰۰٬۰۰۰ ریال" in page
    assert "سهم شما که روی آن گرفته شده ۷٬۰۰۰٬۰۰۰ ریال" in page
    assert "چرا این‌قدر به شمار آمد؟" in page and "ماده ۳۴" in page


def test_a_month_with_one_employer_needs_no_explaining(signed_in, woman, shop):
    write(1, 140507, [woman.pk], [30], [CEILING], at=shop.pk)
    page = words(signed_in.get("/record/140507/"))
    assert "همان است که در فهرست کارفرما پذیرفته شده است." in page and "چرا این‌قدر" not in page


def test_everything_ever_written_about_a_month_is_shown(signed_in, woman, shop):
    write(17, 140507, [woman.pk], [20], [100_000_000], at=shop.pk)
    write(18, 140507, [woman.pk], [10], [50_000_000], at=shop.pk)
    page = words(signed_in.get("/record/140507/"))
    assert "نخستین بار ۵ آذر ۱۴۰۵ ۱۴۰۵-۰۹۰۱-۰۰۰۰۱۷ ۲۰" in page and "افزوده شد ۵ آذر ۱۴۰۵ ۱۴۰۵-۰۹۰۱-۰۰۰۰۱۸ ۱۰" in page


def test_a_missing_month_says_what_to_do_once_its_list_is_late(signed_in, woman, shop):
    write(1, 140505, [woman.pk], [31], [200_000_000], at=shop.pk)
    late, early = words(signed_in.get("/record/140507/")), words(signed_in.get("/record/140508/"))
    assert "مهلت فهرست این ماه گذشته" in late and "چه می‌توانید بکنید" in late
    assert "مهلت فهرست این ماه هنوز نگذشته است." in early and "چه می‌توانید بکنید" not in early


def test_a_month_of_nought_days_says_so(signed_in, woman, shop):
    write(1, 140507, [woman.pk], [0], [0], at=shop.pk)
    assert "نام شما در فهرست هست، ولی روزی برای آن نوشته نشده است." in words(signed_in.get("/record/140507/"))


@pytest.mark.parametrize("month", [140500, 140513, 129912, 150101, 7])
def test_what_is_no_month_is_not_found(signed_in, month):
    assert signed_in.get(f"/record/{month}/").status_code == 404


def test_a_visitor_is_sent_to_sign_in(client):
    for address in ("/record/", "/record/140507/", "/record.pdf"):
        assert client.get(address).status_code == 302


def test_whoever_has_no_record_linked_is_told_what_to_do(client):
    client.force_login(person("newcomer"), backend="django.contrib.auth.backends.ModelBackend")
    assert "هنوز سابقه‌ای به نام شما پیوند نخورده است" in words(client.get("/record/"))
    assert client.get("/record.pdf").status_code == 404


@pytest.mark.parametrize("asked", ["2000000000", "0", "-1", "abc", "۱۲", "9" * 30])
def test_a_stranger_sees_nothing_and_is_not_told_who_exists(signed_in, asked):
    other = maryam(national_id=national_id(22_222_222))
    refused = [signed_in.get(f"{address}?person={one}") for one in (other.pk, asked) for address in ("/record/", "/record/140507/", "/record.pdf")]
    assert {response.status_code for response in refused} == {403}
    assert not Paper.objects.exists()


def test_an_employer_does_not_see_the_record_of_a_worker(client, woman, shop):
    write(1, 140507, [woman.pk], [30], [200_000_000], at=shop.pk)
    user = person("boss")
    give(user, "employer", shop.pk, first=date(2020, 1, 1))
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(f"/record/?person={woman.pk}").status_code == 403


def test_an_officer_of_a_branch_the_person_worked_under_sees_it_and_it_is_noted(client, woman, shop):
    write(1, 140507, [woman.pk], [30], [200_000_000], at=shop.pk)
    officer = person("officer")
    give(officer, "officer", shop.branch_id, first=date(2020, 1, 1))
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    page = words(client.get(f"/record/?person={woman.pk}"))
    assert "مریم رستگار: ۳۰ روز سابقه" in page and "سابقه دارید" not in page
    noted = Reading.objects.get()
    assert (noted.reader, noted.permission, noted.thing_kind, noted.thing_id) == (officer, "record.read", "person", woman.pk)
    assert noted.grant.role == "officer"


def test_an_officer_of_another_branch_does_not(client, woman, shop):
    write(1, 140507, [woman.pk], [30], [200_000_000], at=shop.pk)
    officer = person("officer")
    give(officer, "officer", branch("0021").pk, first=date(2020, 1, 1))
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(f"/record/?person={woman.pk}").status_code == 403
    assert not Reading.objects.exists()


def test_reading_ones_own_record_is_not_noted(signed_in, woman):
    signed_in.get("/record/")
    assert not Reading.objects.exists()


def test_whoever_was_merged_into_another_still_sees_the_record_as_one(signed_in, woman, shop):
    kept = maryam(national_id=national_id(22_222_222))
    write(1, 140506, [woman.pk], [31], [200_000_000], at=shop.pk)
    write(2, 140507, [kept.pk], [30], [200_000_000], at=shop.pk)
    merge_people(kept.pk, woman.pk, branch_id=branch().pk, by=head_of(branch()), reason="یک نفرند", now=NOW)
    assert "از شهریور ۱۴۰۵ تا مهر ۱۴۰۵ پذیرفته شده است." in words(signed_in.get("/record/"))


def test_the_record_can_be_taken_along_as_a_paper_anybody_can_check(signed_in, client, woman, shop):
    write(17, 140507, [woman.pk], [30], [210_000_000], at=shop.pk)
    body = signed_in.get("/record.pdf").content
    text = PdfReader(BytesIO(body)).pages[0].extract_text()
    paper = Paper.objects.get()
    assert body.startswith(b"%PDF-") and paper.code in text.replace("\n", "")
    assert (paper.kind, paper.subject_kind, paper.subject_id) == ("record_fa", "person", woman.pk)
    client.logout()
    checked = words(client.get(f"/verify/{paper.code}/"))
    assert "سابقهٔ بیمه" in checked and "رستگار" not in checked


def test_a_paper_asked_for_twice_is_the_same_until_something_is_written(signed_in, woman, shop, monkeypatch):
    first = signed_in.get("/record.pdf").content
    assert signed_in.get("/record.pdf").content == first and Paper.objects.count() == 1
    write(1, 140507, [woman.pk], [30], [210_000_000], at=shop.pk)
    assert signed_in.get("/record.pdf").content != first and Paper.objects.count() == 2


def test_the_page_is_in_english_too(signed_in, woman, shop):
    write(17, 140507, [woman.pk], [30], [210_000_000], at=shop.pk)
    signed_in.post("/i18n/setlang/", {"language": "en"})
    page = words(signed_in.get("/record/"))
    assert "You have a record of 30 days" in page and "list 1405-0901-000017, received 1 Azar 1405" in page
    assert "Mehr 1405: 30 days count" in words(signed_in.get("/record/140507/"))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("width", [320, 390, 1200])
def test_the_pages_fit_every_screen_and_bar_nobody(new_page, accessible, client, width):
    woman, shop = maryam(), workplace()
    mill = workplace("0183630046")
    user = person("maryam", "مریم رستگار")
    give(user, "insured", woman.pk, first=date(2020, 1, 1))
    for list_id, month in enumerate([140402, 140403, 140405, 140410, 140507], 1):
        write(list_id, month, [woman.pk], [30], [CEILING], at=shop.pk)
    write(9, 140507, [woman.pk], [30], [CEILING], at=mill.pk)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    page = new_page(viewport={"width": width, "height": 800})
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "domain": "localhost", "path": "/"}])
    for address in ("/record/", "/record/140507/", "/record/140404/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        accessible(page)
