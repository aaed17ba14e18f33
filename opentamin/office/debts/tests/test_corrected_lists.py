"""A corrected list is asked for what stands now, once, and its correction is not late by itself."""

import pytest
from django.utils import timezone

from opentamin.law.days import date_from_jalali
from opentamin.lists import write_pair
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.debts.models import DebtKind

from .conftest import moment

pytestmark = pytest.mark.django_db
SHAHRIVAR = 140506


def correct(world, more: int, now):
    """The same list again with more (or less) insurable pay in its first row, made final by the branch."""
    draft = world.cast.draft(world.cast.honest, SHAHRIVAR)
    for column in ("DSW_MAZ", "DSW_MASH", "DSW_TOTL"):
        draft.workers[column][0] += more
    draft.set_premiums()
    [receipt] = take_in(list(write_pair(draft.header, draft.workers).items()), by=world.cast.clerk, now=now)
    assess_list(receipt.list.pk, by=world.cast.officer, now=now)
    receipt.list.refresh_from_db()
    assert receipt.list.corrects_id
    return receipt.list


def test_a_correction_after_the_last_day_makes_no_penalty_of_a_list_that_came_in_time(world):
    one = world.list_of(SHAHRIVAR, moment(1405, 7, 10))
    world.pay(one, one.assessment.due_total, date_from_jalali(1405, 7, 30))
    correct(world, 5_000_000, moment(1405, 8, 5))
    assert world.prepare(moment(1405, 8, 10)) == []


def test_a_late_list_that_was_corrected_downwards_is_asked_for_what_stands(world):
    one = world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    world.pay(one, one.assessment.due_total, date_from_jalali(1405, 7, 30))
    now = correct(world, -5_000_000, moment(1405, 8, 2)).assessment
    [debt] = world.prepare(moment(1405, 8, 10))
    premium = now.due_total - now.unemployment
    assert (debt.kind, debt.list, debt.amount) == (DebtKind.LIST_PENALTY, one, (premium * 10 + 50) // 100)
    assert timezone.localdate(one.received_at) == date_from_jalali(1405, 8, 1)
