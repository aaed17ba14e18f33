"""A process killed at any step of objecting has filed the whole objection with its papers and its hold, or nothing."""

import pytest

from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.debts.actions import issue_debt_notice, prepare_debts
from opentamin.office.debts.models import CollectionHold, Debt
from opentamin.office.disputes.models import Objection, ObjectionDocument
from opentamin.office.notices.actions import open_paper
from opentamin.office.notices.models import Notice, Service
from opentamin.office.records.models import Audit, Document

from .test_killed import mortal  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
STEPS_MIN = 10


@pytest.fixture
def served(cast, settings) -> Debt:
    """The penalty of a list that came one day late, issued and opened this morning."""
    settings.STAFF_SECOND_STEP = False
    [receipt] = take_in(cast.list_files(cast.honest, month=140507), by=cast.clerk, now=cast.now)
    assess_list(receipt.list.pk, by=cast.clerk, now=cast.now)
    debt = issue_debt_notice(prepare_debts(cast.now.date(), by=system_user(), now=cast.now)[0].pk, by=cast.officer, now=cast.now)
    open_paper(Service.objects.get(paper=debt.paper).pk, by=cast.employer, now=cast.now)
    return debt


def written() -> tuple[int, ...]:
    """How much of every kind of thing stands that objecting writes."""
    return tuple(model.objects.count() for model in (Objection, ObjectionDocument, CollectionHold, Document, Notice, Audit))


@pytest.mark.slow
def test_objecting_killed_at_any_step_leaves_a_receipt_with_its_papers_and_its_hold_or_nothing(cast, served, mortal):  # noqa: F811
    before, at = written(), 0
    while True:
        at += 1
        mortal.do("object", debt=served.tracking, user=cast.clerk.pk, at=at)
        if Objection.objects.exists():
            break
        assert written() == before, f"killed at step {at}"
    assert at > STEPS_MIN
    one = Objection.objects.get()
    assert (one.timeliness, one.steps.count(), ObjectionDocument.objects.get().objection_id) == ("in_time", 1, one.pk)
    assert CollectionHold.objects.get(debt=served, released_at=None).cause_id == one.pk
    assert mortal.do("object", debt=served.tracking, user=cast.clerk.pk, at=0) is not None, "the same sent again has its first receipt"
    assert Objection.objects.count() == 1
