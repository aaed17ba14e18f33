"""News outside the house: over real SMTP, not in the quiet hours, and never more than that something waits."""

import socketserver
import threading
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from opentamin.office.accounts.tests.people import person
from opentamin.office.channels.actions import UnusableAddress, give_contact, send_waiting, tell_outside
from opentamin.office.channels.mail import Email, NotSent, SmtpMail
from opentamin.office.channels.models import Contact, Message
from opentamin.office.channels.sms import not_before

pytestmark = pytest.mark.django_db
TEHRAN = ZoneInfo("Asia/Tehran")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=TEHRAN)


def at(hour: int, minute: int = 0, day: int = 22) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=TEHRAN)


class OneMailbox(socketserver.StreamRequestHandler):
    """As much of SMTP as a sender needs; keeps what it was given on its server. `server.refuses` is a code for every recipient."""

    def handle(self) -> None:
        self.say("220 mailbox")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(" ")[0].upper()
            if verb == "RCPT" and self.server.refuses:
                self.say(f"{self.server.refuses} no")
            elif verb == "DATA":
                self.say("354 go on")
                self.server.letters.append(self.letter())
                self.say("250 kept")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 mailbox")

    def letter(self) -> str:
        lines = []
        while (line := self.rfile.readline().decode()) not in (".\r\n", ""):
            lines.append(line)
        return "".join(lines)

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def mailbox(settings):
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), OneMailbox)
    server.daemon_threads, server.letters, server.refuses = True, [], 0
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.MAIL = "opentamin.office.channels.mail.SmtpMail"
    settings.MAIL_SERVER = {"host": "127.0.0.1", "port": server.server_address[1], "user": "", "password": "", "security": "", "seconds": 5}
    yield server
    server.shutdown()
    server.server_close()


def words() -> tuple[str, str]:
    from django.utils.translation import get_language

    return {"fa": ("نامه‌ای دارید", "وارد شوید"), "en": ("You have a letter", "Sign in")}[get_language()]


@pytest.fixture
def reader():
    user = person("maryam")
    give_contact("mail", "maryam@example.org", by=user, now=NOON)
    give_contact("sms", "۰۹۱۲ ۳۴۵ ۶۷۸۹", by=user, now=NOON)
    return user


def test_an_email_goes_over_real_smtp_with_its_words_and_our_number(reader, mailbox):
    assert tell_outside([reader.pk], words, now=NOON) == 2
    assert send_waiting(now=NOON) == 2
    [letter] = mailbox.letters
    assert "To: maryam@example.org" in letter and "Auto-Submitted: auto-generated" in letter
    assert f"Message-ID: <m{Message.objects.get(way='mail').pk}@" in letter
    assert send_waiting(now=NOON) == 0


def test_each_is_told_in_their_own_language(reader):
    reader.language = "en"
    reader.save(update_fields=["language"])
    tell_outside([reader.pk], words, now=NOON)
    assert set(Message.objects.values_list("subject", flat=True)) == {"You have a letter"}


def test_no_phone_rings_in_the_quiet_hours(reader):
    night = at(22, 30)
    tell_outside([reader.pk], words, now=night)
    message = Message.objects.get(way="sms")
    assert message.not_before == at(8, day=23)
    assert send_waiting(now=night) == 1  # the e-mail
    assert send_waiting(now=at(8, day=23)) == 1


@pytest.mark.parametrize(
    ("now", "start"),
    [(at(20, 59), at(20, 59)), (at(21), at(8, day=23)), (at(23, 59), at(8, day=23)), (at(0, 1), at(8)), (at(7, 59), at(8)), (at(8), at(8))],
)
def test_the_quiet_hours_run_from_nine_in_the_evening_until_eight(now, start):
    assert not_before(now) == start


def test_what_waited_past_the_evening_waits_for_the_morning(reader):
    tell_outside([reader.pk], words, now=at(20, 50))
    assert send_waiting(now=at(21, 5)) == 1  # the e-mail alone
    assert Message.objects.get(way="sms").not_before == at(8, day=23)


def test_a_server_that_is_away_is_tried_again_later_and_not_for_ever(reader, mailbox):
    mailbox.refuses = 450
    Contact.objects.filter(way="sms").delete()
    tell_outside([reader.pk], words, now=NOON)
    assert send_waiting(now=NOON) == 0
    message = Message.objects.get()
    assert (message.state, message.tries) == ("waiting", 1) and message.not_before > NOON
    assert "maryam" not in message.last_error
    for _ in range(5):
        send_waiting(now=Message.objects.get().not_before)
    assert Message.objects.get().state == "given_up"


def test_an_address_refused_for_good_is_given_up_at_once(reader, mailbox):
    mailbox.refuses = 550
    Contact.objects.filter(way="sms").delete()
    tell_outside([reader.pk], words, now=NOON)
    send_waiting(now=NOON)
    assert Message.objects.get().state == "given_up"


def test_nothing_can_slip_a_header_in(mailbox):
    with pytest.raises(NotSent, match="header"):
        SmtpMail().send(Email("m1", "a@example.org", "x\r\nBcc: b@example.org", "متن"))
    assert mailbox.letters == []


def test_what_is_undone_is_not_told(reader):
    class Undone(Exception):
        pass

    with pytest.raises(Undone), transaction.atomic():
        tell_outside([reader.pk], words, now=NOON)
        raise Undone
    assert not Message.objects.exists()


@pytest.mark.parametrize(("way", "address"), [("sms", "021123"), ("sms", "09"), ("mail", "maryam"), ("mail", "a@b@c")])
def test_an_address_that_is_none_is_refused_and_the_old_one_stays(reader, way, address):
    before = Contact.objects.get(user=reader, way=way).address
    with pytest.raises(UnusableAddress):
        give_contact(way, address, by=reader, now=NOON)
    assert Contact.objects.get(user=reader, way=way).address == before


def test_an_empty_address_takes_the_old_one_away(reader):
    assert give_contact("sms", " ", by=reader, now=NOON) is None
    assert not Contact.objects.filter(way="sms").exists()


@pytest.mark.parametrize("typed", ["+98 912 345 6789", "0098-9123456789", "۹۱۲۳۴۵۶۷۸۹"])
def test_a_phone_is_kept_in_one_spelling(reader, typed):
    assert give_contact("sms", typed, by=reader, now=NOON).address == "09123456789"
