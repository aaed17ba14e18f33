"""Notices: told once, read by whom they are for, in the words of their kind."""

import pytest
from django.db import DatabaseError, transaction
from django.template import engines
from django.utils import timezone

from opentamin.office.accounts.permissions import Role
from opentamin.office.accounts.tests.people import days, give, person
from opentamin.office.notices import sentences
from opentamin.office.notices.actions import mark_read, tell
from opentamin.office.notices.models import Notice
from opentamin.office.notices.queries import inbox, unread_counts

pytestmark = pytest.mark.django_db


def told(scope=("workplace", 7), kind="list_accepted", facts=None, url="/lists/1/"):
    return tell(scope, kind, facts or {}, url, timezone.now())


def test_a_notice_reaches_everybody_who_acts_for_its_scope_and_nobody_else():
    notice = told()
    told(("workplace", 8))
    told(("person", 7))
    employer, clerk, late, stranger = person("employer"), person("clerk"), person("late"), person("stranger")
    give(employer, Role.EMPLOYER, 7)
    give(clerk, Role.CLERK, 7)
    give(late, Role.CLERK, 7, first=days(1))
    assert list(inbox(employer)) == list(inbox(clerk)) == [notice]
    assert list(inbox(late)) == list(inbox(stranger)) == []


def test_the_newest_comes_first():
    user = person("maryam")
    give(user, Role.INSURED, 11)
    first, second = told(("person", 11)), told(("person", 11))
    assert list(inbox(user)) == [second, first]


def test_unread_notices_of_all_scopes_are_counted_in_one_query_beside_the_grants(django_assert_num_queries):
    user = person("maryam")
    give(user, Role.INSURED, 11)
    give(user, Role.EMPLOYER, 7)
    for scope in (("person", 11), ("workplace", 7), ("workplace", 7), ("workplace", 8)):
        told(scope)
    with django_assert_num_queries(2):
        assert unread_counts(user) == {("person", 11): 1, ("workplace", 7): 2}


def test_reading_is_noted_once_and_only_of_ones_own():
    user = person("maryam")
    give(user, Role.INSURED, 11)
    mine, other = told(("person", 11)), told(("person", 12))
    at = timezone.now()
    assert mark_read([mine.pk, other.pk], by=user, now=at) == 1
    assert mark_read([mine.pk], by=user, now=timezone.now()) == 0
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.read_at, other.read_at) == (at, None)
    assert unread_counts(user) == {}


def test_a_notice_of_an_undone_act_is_not_told():
    class Undone(Exception):
        pass

    with pytest.raises(Undone), transaction.atomic():
        told()
        raise Undone
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"url": "https://example.org/"}, {"url": "//example.org/"}, {"url": "/\\example.org"}, {"kind": "../secret"}, {"kind": ""}],
    ids=["elsewhere", "elsewhere_without_scheme", "backslash", "path_as_kind", "no_kind"],
)
def test_the_database_refuses_a_notice_that_leads_out_of_the_house(wrong):
    with pytest.raises(DatabaseError), transaction.atomic():
        told(**wrong)


def test_the_sentence_of_a_kind_is_filled_with_its_facts_which_stay_text(monkeypatch):
    words = engines["django"].from_string("{{ name }} در {{ facts.month|jmonth }}: {{ notice.kind }}")
    monkeypatch.setattr(sentences, "get_template", lambda name: words if name == "notices/kinds/list_accepted.html" else None)
    notice = told(facts={"name": "<b>نانوایی</b>", "month": 140508})
    assert sentences.sentence(notice).replace("\u00a0", " ") == "&lt;b&gt;نانوایی&lt;/b&gt; در آبان ۱۴۰۵: list_accepted"


def test_a_kind_without_words_still_says_something():
    assert sentences.sentence(told(kind="never_described")) == "خبری برای شما رسیده است."
