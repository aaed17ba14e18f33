"""The audit: one line for each act, never changed."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from opentamin.office.accounts.queries import system_user
from opentamin.office.records.actions import note_act
from opentamin.office.records.models import Audit
from opentamin.office.records.queries import acts_on

pytestmark = pytest.mark.django_db


def note(act="list.assess", subject=("list", 5)):
    return note_act(act, by=system_user(), subject=subject, facts={"workers": 12}, now=timezone.now(), reason="مادهٔ ۳۹")


def test_what_was_done_is_found_by_its_subject_in_order():
    lines = [note("list.receive"), note("list.assess")]
    note(subject=("list", 6))
    assert list(acts_on(("list", 5))) == lines
    assert (lines[1].facts, lines[1].reason) == ({"workers": 12}, "مادهٔ ۳۹")


@pytest.mark.parametrize("change", [lambda lines: lines.update(reason=""), lambda lines: lines.delete()], ids=["change", "delete"])
def test_the_database_refuses_to_touch_a_line(change):
    note()
    with pytest.raises(DatabaseError), transaction.atomic():
        change(Audit.objects.all())
    assert Audit.objects.get().reason == "مادهٔ ۳۹"
