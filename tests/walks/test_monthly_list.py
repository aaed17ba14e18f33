"""The first walk of the house, through the pages as people use them: from a file with mistakes to a month in the record.

The steps are those of docs/walks/monthly-list.md.
"""

import io
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from opentamin.lists import write_pair
from opentamin.office.contributions.models import MonthlyList
from opentamin.office.history.models import MonthCurrent
from opentamin.office.ledger.models import Leg

pytestmark = pytest.mark.django_db


def send(client, files):
    uploads = [SimpleUploadedFile(name, body) for name, body in files]
    return client.post("/lists/new/", {"files": uploads}, follow=True)


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_a_monthly_list_walks_from_a_real_file_to_the_insureds_record(client, cast):
    # 1 upload: the payroll program wrote a pair in which one row has 31 days in Aban and one a wrong premium
    wrong = cast.draft(cast.honest)
    wrong.workers["DSW_DD"] = wrong.workers["DSW_DD"].copy()
    wrong.workers["DSW_DD"][2] = 31
    client.force_login(cast.clerk)
    page = send(client, write_pair(wrong.header, wrong.workers).items())
    assert page.status_code == 200

    # 2-4 what is wrong, row by row, and how to mend it; nothing stands in anybody's record
    said = text_of(page)
    assert "ردیف ۳" in said and "آبان ۳۰ روز دارد" in said
    assert MonthlyList.objects.get().state == "returned"
    assert not MonthCurrent.objects.filter(month=140508).exists()
    report = client.get(f"/lists/{MonthlyList.objects.get().tracking}/findings.xlsx")
    assert report.content[:2] == b"PK"

    # mended and sent again: a receipt with a tracking number
    page = send(client, cast.list_files(cast.honest))
    one = MonthlyList.objects.get(state="accepted")
    assert one.tracking.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in text_of(page)

    # the same file once more is the first receipt
    send(client, cast.list_files(cast.honest))
    assert MonthlyList.objects.count() == 2

    # 5-9 the clerk says it is final: amounts, months, books
    assert client.post(f"/lists/{one.tracking}/assess/", follow=True).status_code == 200
    one.refresh_from_db()
    assert one.state == "assessed"
    assert sum(leg.amount for leg in Leg.objects.filter(journal=one.assessment.journal)) == 0

    # 10 the amount, article by article, down to a worker
    amount = client.get(f"/lists/{one.tracking}/amount/")
    rials = f"{one.assessment.due_total:,}".replace(",", "٬").translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert rials in text_of(amount) and "ماده ۲۸" in text_of(amount)
    worker = one.workers.get(person=cast.insured.person)
    share = f"{worker.worker_share:,}".replace(",", "٬").translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert share in text_of(client.get(f"/lists/{one.tracking}/workers/{worker.row}/"))

    # 11 the insured finds the month with its source
    client.force_login(cast.insured_user)
    record = text_of(client.get("/record/"))
    assert "آبان ۱۴۰۵" in record
    month = text_of(client.get("/record/140508/"))
    assert one.tracking.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in month
    assert client.get("/record.pdf").content[:5] == b"%PDF-"
    assert client.get(f"/lists/{one.tracking}/").status_code in (403, 404)

    # 12 the officer of the branch sees it, the officer of another does not
    client.force_login(cast.officer)
    assert one.tracking.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in text_of(client.get("/branch/lists/?state=assessed"))
    client.force_login(cast.far_officer)
    assert client.get(f"/lists/{one.tracking}/").status_code in (403, 404)


def test_the_same_walk_by_the_api_and_by_the_command_ends_in_the_same_amount(client, cast, tmp_path):
    paths = []
    for name, body in cast.list_files(cast.honest, month=140507):
        (tmp_path / name).write_bytes(body)
        paths.append(str(tmp_path / name))
    call_command("list", "receive", *paths, "--as", "clerk", stdout=io.StringIO())
    by_command = MonthlyList.objects.get(month=140507)
    call_command("list", "assess", by_command.tracking, "--as", "clerk", stdout=io.StringIO())

    client.force_login(cast.clerk)
    uploads = [SimpleUploadedFile(name, body) for name, body in cast.list_files(cast.honest, month=140508)]
    answer = client.post("/api/v1/lists", {"files": uploads})
    assert answer.status_code == 201
    tracking = MonthlyList.objects.get(month=140508).tracking
    assert client.post(f"/api/v1/lists/{tracking}/assess").status_code == 200
    # Mehr and Aban have thirty days and the same law, so both months owe the same
    by_command.refresh_from_db()
    assert MonthlyList.objects.get(month=140508).assessment.due_total == by_command.assessment.due_total

    # 11 the insured reads both months by the API and by the command: days, wage, and the list each came from
    client.force_login(cast.insured_user)
    record = client.get("/api/v1/record").json()
    months = {month["month"]: month for year in record["years"] for month in year["months"]}
    assert {month: [part["document"] for part in one["workplaces"]] for month, one in months.items()} == {
        140508: [tracking],
        140507: [by_command.tracking],
    }
    assert json.loads(said("person", "record", "--as", "insured_user", "--json")) == record
    aban = client.get("/api/v1/record/140508").json()
    assert aban["record"] == months[140508] and aban["record"]["days_counted"] == 30
    assert json.loads(said("person", "record", "--as", "insured_user", "--month", "140508", "--json")) == aban
    assert "آبان ۱۴۰۵: ۳۰ روز به شمار آمد" in said("person", "record", "--as", "insured_user", "--month", "140508").replace("\xa0", " ")

    # and nobody else's record by either
    assert client.get(f"/api/v1/record?person={cast.veteran.person.pk}").status_code == 404
    with pytest.raises(CommandError):
        said("person", "record", "--as", "insured_user", "--of", cast.veteran.national_id)


def said(*command: str) -> str:
    """What a command writes."""
    out = io.StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()
