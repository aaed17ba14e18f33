"""The other doors to the same acts: the API and the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from opentamin.office.debts.models import Debt, DebtKind, DebtState
from opentamin.office.notices.actions import open_paper
from opentamin.office.notices.models import Service
from opentamin.office.payments import charges

from .conftest import moment
from .test_issue_debt_notice import DAY, issue
from .test_prepare_debts import SHAHRIVAR, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: DAY)


@pytest.fixture
def prepared(world):
    world.one = world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    return kinds(world.prepare(DAY))


def ask(user, address: str, order: dict | None = None):
    client = Client()
    client.force_login(user)
    if order is None:
        return client.get(f"/api/v1/debts{address}")
    return client.post(f"/api/v1/debts{address}", order, content_type="application/json")


def run(*words: str) -> str:
    out = StringIO()
    call_command("debt", *words, stdout=out)
    return out.getvalue()


def test_a_program_of_the_employer_sees_what_was_issued_and_the_reasons_once_received(world, prepared):
    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    found = ask(world.cast.employer, "").json()
    assert [one["tracking"] for one in found["items"]] == [debt.tracking]
    assert found["items"][0]["service_day"] is None
    assert ask(world.cast.employer, f"/{debt.tracking}/reasons").json()["code"] == "not_received"
    open_paper(Service.objects.get().pk, by=world.cast.employer, now=DAY)
    told = ask(world.cast.employer, f"/{debt.tracking}/reasons").json()
    assert told["steps"][0]["article"].startswith("ماده ۱") and told["traces"][0]["article"] == "list_penalty"
    assert ask(world.cast.employer, f"/{debt.tracking}").json()["objection_last_day"] is not None


def test_an_officer_issues_once_by_the_api_and_the_second_time_is_told_why_not(world, prepared):
    address = f"/{prepared[DebtKind.LATE_PREMIUM].tracking}/issue"
    assert ask(world.cast.officer, address, {}).json()["state"] == "issued"
    again = ask(world.cast.officer, address, {})
    assert (again.status_code, again.json()["code"]) == (409, "not_prepared")


def test_withdrawing_by_the_api_wants_a_reason(world, prepared):
    address = f"/{prepared[DebtKind.LATE_PREMIUM].tracking}/withdraw"
    assert ask(world.cast.officer, address, {}).status_code == 422
    assert ask(world.cast.officer, address, {"reason": "اشتباه"}).json()["state"] == "withdrawn"


def test_the_command_line_prepares_explains_issues_and_withdraws(world):
    world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    found = json.loads(run("prepare", "--as", "officer", "--json"))
    assert {one["kind"] for one in found} == {"list_penalty", "late_premium"}
    tracking = next(one["tracking"] for one in found if one["kind"] == "list_penalty")
    assert "قانون جرایم نقدی" in run("explain", tracking, "--as", "officer")
    assert "صادر شد" in run("issue", tracking, "--as", "officer")
    assert "Issued" in run("show", tracking, "--as", "officer", "--language", "en")
    with pytest.raises(CommandError, match="همکار دیگری"):
        run("issue", tracking, "--as", "officer")
    with pytest.raises(CommandError):
        run("withdraw", tracking, "--as", "employer", "--reason", "نمی‌خواهم")
    run("withdraw", tracking, "--as", "officer", "--reason", "اشتباه")
    assert Debt.objects.get(tracking=tracking).state == DebtState.WITHDRAWN


def test_the_room_of_payments_can_name_find_and_count_debts(world, prepared):
    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    subject = ("debt", debt.pk)
    assert charges.describe([subject])[subject].url == f"/debts/{debt.tracking}/"
    assert charges.find(debt.tracking) == subject
    assert charges.find(prepared[DebtKind.LATE_PREMIUM].tracking) is None
    assert charges.totals(DAY.date())["debt"] == debt.amount
