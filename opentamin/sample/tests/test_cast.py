"""The small world of the tests does what its first lines say."""

import pytest

from opentamin.lists import Refused
from opentamin.office.accounts import gate
from opentamin.office.contributions.actions import assess_list, check_list, receive_list
from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.office.history.models import MonthCurrent
from tests.cast import MONTH_DUE

pytestmark = pytest.mark.django_db


def test_the_clerk_sends_a_list_that_is_accepted_and_assessed(cast):
    [receipt] = receive_list(cast.list_files(cast.honest), by=cast.clerk, now=cast.now)
    assert check_list(receipt.list.id, now=cast.now).state == ListState.ACCEPTED
    assert assess_list(receipt.list.id, by=cast.officer, now=cast.now).due_total > 0
    assert MonthCurrent.objects.filter(person_id=cast.veteran.person.pk, month=MONTH_DUE).count() == 1


def test_the_accountant_sends_for_two_workplaces(cast):
    for workplace in (cast.honest, cast.late):
        [receipt] = receive_list(cast.list_files(workplace), by=cast.accountant, now=cast.now)
        assert receipt.is_first


def test_the_stranger_may_send_for_nobody_and_leaves_no_trace(cast):
    with pytest.raises(Refused):
        receive_list(cast.list_files(cast.honest), by=cast.stranger, now=cast.now)
    assert not MonthlyList.objects.exists()


def test_an_officer_of_another_branch_may_not_read_our_lists(cast):
    assert gate.may(cast.officer, "list.read", ("branch", cast.branch.pk))
    assert not gate.may(cast.far_officer, "list.read", ("branch", cast.branch.pk))


def test_the_insured_woman_has_two_employers(cast):
    assert cast.insured in cast.workers[cast.honest.pk]
    assert cast.insured in cast.workers[cast.far.pk]
