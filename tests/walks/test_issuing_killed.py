"""A process killed at any step of issuing has issued the whole debt or nothing; two officers at once issue it once."""

import pytest

from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.debts.actions import NotPrepared, issue_debt_notice, prepare_debts
from opentamin.office.debts.models import Debt
from opentamin.office.ledger.models import Journal, Leg
from opentamin.office.notices.models import Notice, Service
from opentamin.office.records.models import Audit, Document, Paper
from tests.cast import give, make_user

from .test_killed import mortal  # noqa: F401
from .test_two_at_once import together

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
STEPS_MIN = 15


@pytest.fixture
def prepared(cast) -> list[Debt]:
    """The debts of a list that came one day late."""
    [receipt] = take_in(cast.list_files(cast.honest, month=140507), by=cast.clerk, now=cast.now)
    assess_list(receipt.list.pk, by=cast.clerk, now=cast.now)
    return prepare_debts(cast.now.date(), by=system_user(), now=cast.now)


def written() -> tuple[int, ...]:
    """How much of every kind of thing stands that issuing writes."""
    return tuple(model.objects.count() for model in (Journal, Leg, Paper, Document, Service, Notice, Audit))


@pytest.mark.slow
def test_issuing_killed_at_any_step_is_whole_or_nothing_and_again_owes_the_same(cast, prepared, mortal):  # noqa: F811
    debt, before = prepared[0], written()
    at, is_killed = 0, True
    while is_killed:
        at += 1
        is_killed = mortal.do("issue", debt=debt.pk, user=cast.officer.pk, at=at) is None
        debt.refresh_from_db()
        assert debt.state == "issued" or (debt.state == "prepared" and written() == before), f"killed at step {at}"
        if debt.state == "issued":
            break
    assert at > STEPS_MIN
    assert (Journal.objects.filter(kind="debt").count(), Paper.objects.filter(kind="debt_notice").count(), Service.objects.count()) == (1, 1, 1)
    assert sum(leg.amount for leg in Leg.objects.all()) == 0
    with pytest.raises(NotPrepared):
        issue_debt_notice(debt.pk, by=cast.officer, now=cast.now)


def test_two_officers_who_issue_at_once_issue_it_once(cast, prepared, settings):
    settings.STAFF_SECOND_STEP = False
    colleague = make_user("colleague", "همکار شعبه")
    give(colleague, "officer", cast.branch.pk)
    debt = prepared[0]

    def issue(officer) -> str:
        try:
            issue_debt_notice(debt.pk, by=officer, now=cast.now)
        except NotPrepared:
            return "too late"
        return "issued"

    answers = together(lambda: issue(cast.officer), lambda: issue(colleague))
    assert sorted(answers) == ["issued", "too late"]
    assert (Journal.objects.filter(kind="debt").count(), Paper.objects.filter(kind="debt_notice").count(), Service.objects.count()) == (1, 1, 1)


def test_two_who_prepare_at_once_prepare_it_once(cast, prepared):
    together(*(lambda: prepare_debts(cast.now.date(), by=system_user(), now=cast.now) for _ in range(2)))
    assert Debt.objects.count() == len(prepared)
