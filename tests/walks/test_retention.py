"""What may go goes, after a trial that only counts; everything else stays."""

import json
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.queries import system_user
from opentamin.office.accounts.tests.people import give, person
from opentamin.office.notices.models import Notice
from opentamin.office.records.actions import note_act, remove_expired
from opentamin.office.records.models import Attempt, Audit
from opentamin.office.records.tasks import remove_what_expired

pytestmark = pytest.mark.django_db


@pytest.fixture
def old_and_young():
    """Of each kind one that may go and one that may not."""
    now, owner = timezone.now(), person("owner")
    for age, name in ((timedelta(days=3650), "old"), (timedelta(hours=1), "young")):
        at = now - age
        Session.objects.create(session_key=name, session_data="", expire_date=at if name == "old" else now + age)
        Attempt.objects.create(who=name, since=at, count=1)
        attempt = AccessAttempt.objects.create(username=name, ip_address="192.0.2.1", failures_since_start=1, get_data="", post_data="")
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=at)
        log = AccessLog.objects.create(username=name)
        AccessLog.objects.filter(pk=log.pk).update(attempt_time=at)
        for is_confirmed in (True, False):
            device = TOTPDevice.objects.create(user=owner, confirmed=is_confirmed, name=f"{name} {is_confirmed}")
            TOTPDevice.objects.filter(pk=device.pk).update(created_at=at)
        told = {"scope_kind": "person", "scope_id": 1, "url": "/", "created_at": at}
        Notice.objects.create(kind=f"{name}_read", read_at=at, **told)
        Notice.objects.create(kind=f"{name}_unread", **told)
        note_act("something", by=owner, subject=("person", 1), facts={}, now=at)
    return now


def left() -> dict[str, list]:
    return {
        "sessions": sorted(Session.objects.values_list("session_key", flat=True)),
        "codes": sorted(Attempt.objects.values_list("who", flat=True)),
        "attempts": sorted(AccessAttempt.objects.values_list("username", flat=True)),
        "log": sorted(AccessLog.objects.values_list("username", flat=True)),
        "means": sorted(TOTPDevice.objects.values_list("name", flat=True)),
        "notices": sorted(Notice.objects.values_list("kind", flat=True)),
        "acts": Audit.objects.filter(act="something").count(),
    }


def test_only_what_may_go_goes_and_the_counts_are_noted(old_and_young):
    before = left()
    trial = remove_expired(by=system_user(), now=old_and_young, is_trial=True)
    assert left() == before and not Audit.objects.filter(act="retention.apply").exists()

    removed = remove_expired(by=system_user(), now=old_and_young, is_trial=False)

    assert removed == trial
    assert left() == {
        "sessions": ["young"], "codes": ["young"], "attempts": ["young"], "log": ["young"],
        "means": ["old True", "young False", "young True"], "notices": ["old_unread", "young_read", "young_unread"], "acts": 2,
    }  # fmt: skip
    noted = Audit.objects.get(act="retention.apply")
    assert noted.facts == {one.entry.code: one.count for one in removed if one.count} and sum(noted.facts.values()) == 6
    assert not any(one.count for one in remove_expired(by=system_user(), now=old_and_young, is_trial=False))


def test_the_night_does_it_by_itself(old_and_young):
    remove_what_expired(timestamp=0)
    assert left()["sessions"] == ["young"]


def test_whoever_may_not_removes_nothing(old_and_young):
    before, officer = left(), person("officer")
    give(officer, "officer")
    with pytest.raises(NotAllowed):
        remove_expired(by=officer, now=old_and_young, is_trial=False)
    assert left() == before


def test_a_notice_still_on_its_way_to_a_program_stays(old_and_young):
    from opentamin.office.notices.models import Delivery, Webhook

    webhook = Webhook.objects.create(scope_kind="workplace", scope_id=1, url="https://localhost/", name="x", secret="x", made_at=old_and_young, made_by=system_user())
    notice = Notice.objects.get(kind="old_read")
    Delivery.objects.create(webhook=webhook, notice=notice, next_try_at=old_and_young)
    remove_expired(by=system_user(), now=old_and_young, is_trial=False)
    assert Notice.objects.filter(pk=notice.pk).exists()


def test_the_command_counts_first_and_removes_on_a_word(old_and_young, capsys):
    chief = person("chief")
    give(chief, "headquarters")
    before = left()
    call_command("retention", "count", "--as", "chief", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["is_trial"] and told["rows"]["read_notices"] == 1 and left() == before
    call_command("retention", "remove", "--as", "chief")
    assert left()["sessions"] == ["young"]
    for name in ("nobody", "owner"):
        with pytest.raises(CommandError):
            call_command("retention", "remove", "--as", name)


def test_everybody_can_read_how_long_and_why_and_that_the_law_is_not_known(client):
    page = client.get("/keeping/").content.decode()
    assert "سوابق بیمه" in page and "قانونش را نمی‌دانیم" in page and "نشست‌های ورود" in page
