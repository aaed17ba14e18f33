"""Of everything we keep it is written how long and why; and what the law keeps can never be removed."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from opentamin.office.records.keyed_answers import KEPT_DAYS
from opentamin.office.records.retention import entries, expired
from opentamin.office.site.tasks import KEPT_HOURS

TABLES = sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed or "procrastinate" in model._meta.db_table})


@pytest.mark.parametrize("table", TABLES)
def test_a_table_stands_in_one_entry_of_what_is_kept(table):
    assert len([entry.code for entry in entries() if entry.covers(table)]) == 1, f"{table}: write it into records/retention.yaml"


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.code)
def test_an_entry_says_what_and_why_in_both_languages(entry):
    assert set(entry.whats) == set(entry.whys) == {"fa", "en"}
    assert all(entry.whats.values()) and all(entry.whys.values())


def test_nothing_goes_on_an_unknown_period_and_what_goes_may_be_deleted():
    for entry, rows in expired(timezone.now()):
        assert entry.status != "unknown" and entry.days is not None
        forbidden = [trigger.name for trigger in getattr(rows.model._meta, "triggers", []) if "Delete" in str(trigger.operation)]
        assert not forbidden, f"{entry.code}: {forbidden}"


def test_figures_written_twice_are_the_same():
    kept = {entry.code: entry.days for entry in entries()}
    assert kept["answers"] == KEPT_DAYS
    assert timedelta(days=kept["jobs"]) == timedelta(hours=KEPT_HOURS)
