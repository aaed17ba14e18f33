"""Two people, or one impatient one, at the same moment: whatever they do together happens once."""

import threading

import pytest
from django.db import connection
from django.test import Client

from opentamin.office.contributions import load
from opentamin.office.contributions.actions import check_list, receive_list
from opentamin.office.contributions.models import Assessment, ListDocument, ListRow, MonthlyList, Upload
from opentamin.office.history.models import MonthCurrent
from opentamin.office.ledger.models import Journal
from opentamin.office.notices.models import Notice
from opentamin.office.records.models import Document
from tests.cast import give, write

from .pages import send

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PATIENCE_SECONDS = 60


@pytest.fixture(autouse=True)
def quiet_day(monkeypatch):
    """Three senders are no crowd here: each is served with findings, and so they truly meet."""
    monkeypatch.setattr(load, "IN_HAND_MAX", 10)


def together(*acts):
    """Begin all acts at the same moment, each in a thread and a connection of its own; their answers in order."""
    answers, start = [None] * len(acts), threading.Barrier(len(acts))

    def run(place, act):
        try:
            start.wait(PATIENCE_SECONDS)
            answers[place] = act()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_SECONDS)
    assert all(answer is not None for answer in answers), "somebody got no answer"
    return answers


def browser_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_the_same_file_from_three_desks_is_one_list_with_one_receipt(cast):
    files = cast.list_files(cast.honest)
    desks = [browser_of(user) for user in (cast.clerk, cast.employer, cast.accountant)]
    answers = together(*(lambda desk=desk: send(desk, files) for desk in desks))
    one = MonthlyList.objects.get()
    assert one.state == "accepted"
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.context["one"].tracking for answer in answers} == {one.tracking}
    assert sorted("again=1" in answer.redirect_chain[-1][0] for answer in answers) == [False, True, True]
    counts = (ListDocument.objects.count(), Document.objects.filter(kind="list").count(), ListRow.objects.count(), Notice.objects.count())
    assert counts == (2, 2, 5, 1)


def test_the_same_file_from_three_desks_of_one_clerk_in_a_crowd_is_one_sending_with_one_number(cast, monkeypatch):
    monkeypatch.setattr(load, "IN_HAND_MAX", 0)
    files = cast.list_files(cast.honest)
    desks = [browser_of(cast.clerk) for _ in range(3)]
    answers = together(*(lambda desk=desk: send(desk, files) for desk in desks))
    one = Upload.objects.get()
    assert {answer.status_code for answer in answers} == {200}
    assert all(one.tracking in answer.content.decode() for answer in answers)
    assert not MonthlyList.objects.exists(), "it waits to be read"


def test_two_different_lists_under_one_number_do_not_both_stand(cast):
    other = cast.draft(cast.honest)
    other.workers["DSW_TOTL"] = other.workers["DSW_TOTL"] + 1
    uploads = (cast.list_files(cast.honest), write(other))
    answers = together(*(lambda files=files: send(browser_of(cast.clerk), files) for files in uploads))
    assert {answer.status_code for answer in answers} == {200}
    assert sorted(MonthlyList.objects.values_list("state", flat=True)) == ["accepted", "returned"]


def test_two_lists_under_one_number_are_checked_one_after_the_other(cast):
    other = cast.draft(cast.honest)
    other.workers["DSW_TOTL"] = other.workers["DSW_TOTL"] + 1
    receipts = [receive_list(files, by=cast.clerk, now=cast.now)[0] for files in (cast.list_files(cast.honest), write(other))]
    checked = together(*(lambda one=one: check_list(one.list.id, now=cast.now, pair=one.pair) for one in receipts))
    assert sorted(one.state for one in checked) == ["accepted", "returned"]


def test_making_a_list_final_twice_at_once_makes_it_final_once(cast):
    clerk, employer = browser_of(cast.clerk), browser_of(cast.employer)
    send(clerk, cast.list_files(cast.honest))
    one = MonthlyList.objects.get()
    answers = together(*(lambda desk=desk: desk.post(f"/lists/{one.tracking}/assess/", follow=True) for desk in (clerk, employer, clerk)))
    assert {answer.status_code for answer in answers} == {200}
    assert (Assessment.objects.count(), Journal.objects.count()) == (1, 1)
    assert MonthCurrent.objects.filter(month=140508).count() == 5
    assert set(MonthCurrent.objects.filter(month=140508).values_list("days", flat=True)) == {30}, "nobody worked sixty days"
    assert Notice.objects.filter(kind="list_assessed").count() == 1


def test_taking_back_and_making_final_at_once_is_one_of_the_two(cast):
    clerk, employer = browser_of(cast.clerk), browser_of(cast.employer)
    send(clerk, cast.list_files(cast.honest))
    one = MonthlyList.objects.get()
    answers = together(
        lambda: clerk.post(f"/lists/{one.tracking}/assess/", follow=True),
        lambda: employer.post(f"/lists/{one.tracking}/withdraw/", {"reason": "اشتباه شد"}, follow=True),
    )
    assert {answer.status_code for answer in answers} == {200}
    one.refresh_from_db()
    assert one.state in ("assessed", "withdrawn")
    assert MonthCurrent.objects.filter(month=140508).exists() == (one.state == "assessed")
    assert Assessment.objects.exists() == Journal.objects.exists() == (one.state == "assessed")


def test_lists_of_two_workplaces_with_the_same_people_made_final_at_once_give_both_months(cast):
    """`insured` works for both: the two meet in her record, and neither waits for ever."""
    near = browser_of(cast.clerk)
    send(near, cast.list_files(cast.honest))
    give(cast.stranger, "clerk", cast.far.pk)
    far = browser_of(cast.stranger)
    send(far, cast.list_files(cast.far))
    near_list, far_list = (MonthlyList.objects.get(workplace=workplace) for workplace in (cast.honest, cast.far))
    together(lambda: near.post(f"/lists/{near_list.tracking}/assess/"), lambda: far.post(f"/lists/{far_list.tracking}/assess/"))
    assert set(MonthlyList.objects.values_list("state", flat=True)) == {"assessed"}
    months = MonthCurrent.objects.filter(person_id=cast.insured.person.pk, month=140508)
    assert {month.workplace_id for month in months} == {cast.honest.pk, cast.far.pk}
