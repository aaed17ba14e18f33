"""Grants are shown by the name of what they are over, and a branch head reaches the workplaces of the branch."""

import pytest

from opentamin.office.accounts import scopes

pytestmark = pytest.mark.django_db


def test_a_grant_is_called_by_the_name_of_its_workplace_branch_or_person(cast):
    over = [("workplace", cast.honest.pk), ("branch", cast.branch.pk), ("person", cast.insured.person.pk)]
    assert list(scopes.names(over).values()) == ["قطعه‌سازی سپهر", "شعبهٔ ۱ نمونه", "نرگس دوکار"]


def test_a_workplace_lies_within_its_own_branch_and_no_other(cast):
    assert scopes.around(("workplace", cast.honest.pk)) == [("workplace", cast.honest.pk), ("branch", cast.branch.pk)]


def test_an_unknown_workplace_has_no_name_and_lies_nowhere(cast):
    assert scopes.names([("workplace", 10**9)]) == {}
    assert scopes.around(("workplace", 10**9)) == [("workplace", 10**9)]
