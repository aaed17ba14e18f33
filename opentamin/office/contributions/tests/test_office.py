"""An accountant with several workplaces: one page, one ZIP, a receipt for each."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opentamin.lists import zip_pair

from ..intake import take_in
from ..models import ListState, MonthlyList
from .builders import MONTH, NOW, OTHER_CODE, files_of, user_with, worker_columns, wrong_files

OFFICE = f"/lists/office/?month={MONTH}"


@pytest.fixture
def accountant(made):
    user = user_with("clerk", made.sepidar.id, username="accountant")
    user.grants.create(role="clerk", scope_kind="workplace", scope_id=made.afra.id, valid=user.grants.get().valid, reason="دفتر حسابداری")
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def other_files():
    return files_of(code=OTHER_CODE, columns=worker_columns(2, first=40))


def test_one_zip_for_all_and_a_receipt_for_each(accountant):
    packed = zip_pair({f"{place}/{name}": body for place, files in enumerate((files_of(3), other_files())) for name, body in files})
    answer = accountant.post("/lists/new/", {"files": SimpleUploadedFile("all.zip", packed)})
    trackings = list(MonthlyList.objects.order_by("pk").values_list("tracking", flat=True))
    assert len(trackings) == 2 and all(tracking in answer.url for tracking in trackings)
    assert "receipts.zip" in accountant.get(answer.url).content.decode()
    with zipfile.ZipFile(io.BytesIO(accountant.get(f"/lists/receipts.zip?lists={','.join(trackings)}").content)) as receipts:
        assert receipts.namelist() == [f"receipt-{tracking}.pdf" for tracking in trackings]
        assert all(receipts.read(name).startswith(b"%PDF") for name in receipts.namelist())


def test_the_page_has_a_line_for_each_workplace_and_what_it_waits_for(accountant, made):
    take_in(wrong_files(2), by=accountant.user, now=NOW)
    page = accountant.get(OFFICE).content.decode()
    assert made.sepidar.name in page and made.afra.name in page and made.daryan.name not in page
    assert "نرسیده ۱، برگشته ۱" in page


def test_chosen_lists_are_made_final_and_one_that_cannot_be_stands_in_nobodys_way(accountant):
    [ready] = take_in(files_of(3), by=accountant.user, now=NOW)
    [wrong] = take_in(wrong_files(2, code=OTHER_CODE), by=accountant.user, now=NOW)
    answer = accountant.post("/lists/office/assess/", {"list": [wrong.list.tracking, ready.list.tracking], "month": MONTH}, follow=True)
    states = dict(MonthlyList.objects.values_list("tracking", "state"))
    assert states == {ready.list.tracking: ListState.ASSESSED, wrong.list.tracking: ListState.RETURNED}
    assert "ثبت نشد" in answer.content.decode()


def test_somebody_elses_list_among_the_chosen_stops_all(accountant, made):
    [own] = take_in(files_of(3), by=accountant.user, now=NOW)
    made.far_clerk = user_with("clerk", made.daryan.id, username="far_clerk")
    [foreign] = take_in(files_of(2, code="0200000011"), by=made.far_clerk, now=NOW)
    assert accountant.post("/lists/office/assess/", {"list": [foreign.list.tracking, own.list.tracking]}).status_code == 403
    assert accountant.get(f"/lists/receipts.zip?lists={foreign.list.tracking}").status_code == 403
    assert set(MonthlyList.objects.values_list("state", flat=True)) == {ListState.ACCEPTED}


def test_the_ready_sheets_of_all_workplaces_come_back_as_they_went(accountant):
    take_in(files_of(3, month=140507), by=accountant.user, now=NOW)
    take_in(files_of(month=140507, code=OTHER_CODE, columns=worker_columns(2, first=40)), by=accountant.user, now=NOW)
    packed = accountant.get(f"/lists/office/sheets.zip?month={MONTH}").content
    receipts = take_in([("lists.zip", packed)], by=accountant.user, now=NOW)
    assert [(one.list.month, one.list.state, one.list.workers_count) for one in receipts] == [(MONTH, ListState.ACCEPTED, 3), (MONTH, ListState.ACCEPTED, 2)]
