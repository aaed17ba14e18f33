"""Fixtures of this room: the setting, and lists in each state."""

import pytest
from django.utils import timezone

from ..actions import assess_list, withdraw_list
from ..intake import take_in
from .builders import NOW, files_of, setting, wrong_files


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    """Sunday 1 Azar 1405, a quarter to eleven: 29 days before the last day of Aban's list."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def made(db):
    return setting()


@pytest.fixture
def returned(made):
    return take_in(wrong_files(3), by=made.employer, now=NOW)[0].list


@pytest.fixture
def accepted(made):
    return take_in(files_of(4), by=made.employer, now=NOW)[0].list


@pytest.fixture
def assessed(made, accepted):
    assess_list(accepted.id, by=made.employer, now=NOW)
    accepted.refresh_from_db()
    return accepted


@pytest.fixture
def withdrawn(made, returned):
    withdraw_list(returned.id, by=made.employer, now=NOW, reason="پروندهٔ نادرست فرستادم")
    returned.refresh_from_db()
    return returned
