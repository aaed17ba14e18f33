"""Programs are told: in the transaction of the notice, signed, tried again, and never at an address inside."""

import socket
import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from opentamin.client import NotOurs, message_of
from opentamin.office.accounts.gate import NotAllowed

from .. import outgoing
from ..actions import TooManyWebhooks, deliver_notices, end_webhook, register_webhook, tell
from ..actions.deliver_notices import WAITS_MINUTES
from ..actions.register_webhook import WEBHOOKS_MAX
from ..models import Delivery, DeliveryState, Webhook
from ..outgoing import NotOpenNet, place_of

pytestmark = pytest.mark.django_db
FACTS = {"tracking": "1405-0901-000018", "month": 140508}


@pytest.fixture
def program(settings):
    """A program that listens on this machine: what it heard, and the statuses it answers, one after the other."""
    settings.WEBHOOK_LOOPBACK = True
    heard, answers = [], []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((dict(self.headers), body))
            self.send_response(answers.pop(0) if answers else 204)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield type("Program", (), {"url": f"http://127.0.0.1:{server.server_port}/lists", "heard": heard, "answers": answers})
    server.shutdown()
    server.server_close()


def register(cast, url, workplace=None, by=None) -> Webhook:
    return register_webhook(("workplace", (workplace or cast.honest).pk), url, name="حقوق", by=by or cast.clerk, now=cast.now)


def happen(cast, workplace=None):
    return tell(("workplace", (workplace or cast.honest).pk), "list_accepted", FACTS, "/lists/1405-0901-000018/", cast.now)


def test_what_happens_is_sent_signed_and_once(cast, program):
    webhook = register(cast, program.url)
    happen(cast)
    assert deliver_notices(now=cast.now) == 1 and deliver_notices(now=cast.now) == 0
    [(headers, body)] = program.heard
    message = message_of(webhook.secret, headers, body, now=cast.now.timestamp())
    assert (message["kind"], message["facts"]) == ("list_accepted", FACTS) and message["url"].endswith("/lists/1405-0901-000018/")
    assert message["id"] == headers["X-OpenTamin-Delivery"] == str(Delivery.objects.get().mark)


def test_a_changed_an_old_and_a_foreign_message_are_not_believed(cast, program):
    webhook = register(cast, program.url)
    happen(cast)
    deliver_notices(now=cast.now)
    [(headers, body)] = program.heard
    now = cast.now.timestamp()
    for secret, given, said, at in (
        (webhook.secret, headers, body + b" ", now), (webhook.secret, headers, body, now + 301), ("other", headers, body, now),
        (webhook.secret, {}, body, now), (webhook.secret, headers | {"X-OpenTamin-Signature": "t=1,v1=00"}, body, now),
    ):  # fmt: skip
        with pytest.raises(NotOurs):
            message_of(secret, given, said, now=at)


def test_what_is_undone_is_not_sent(cast, program):
    register(cast, program.url)
    with pytest.raises(RuntimeError), transaction.atomic():
        happen(cast)
        raise RuntimeError
    assert not Delivery.objects.exists() and deliver_notices(now=cast.now) == 0 and program.heard == []


def test_telling_costs_no_statement_more_with_a_webhook_than_without(cast, program):
    with CaptureQueriesContext(connection) as without:
        happen(cast)
    register(cast, program.url)
    with CaptureQueriesContext(connection) as with_one:
        happen(cast)
    assert len(without) == len(with_one) == 1 and Delivery.objects.count() == 1


def test_another_workplace_hears_nothing(cast, program):
    register(cast, program.url)
    happen(cast, cast.late)
    tell(("person", cast.honest.pk), "list_accepted", FACTS, "/", cast.now)
    assert not Delivery.objects.exists()


def test_what_fails_is_tried_again_later_and_then_given_up(cast, program):
    register(cast, program.url)
    happen(cast)
    program.answers += [500] * 20
    now = cast.now
    for wait in WAITS_MINUTES:
        assert deliver_notices(now=now) == 0 and deliver_notices(now=now + timedelta(minutes=wait, seconds=-1)) == 0
        now += timedelta(minutes=wait)
    assert deliver_notices(now=now) == 0
    given_up = Delivery.objects.get()
    assert (given_up.state, given_up.said, given_up.tries) == (DeliveryState.GIVEN_UP, "500", len(WAITS_MINUTES) + 1)
    assert len({headers["X-OpenTamin-Delivery"] for headers, _ in program.heard}) == 1
    assert deliver_notices(now=now + timedelta(days=9)) == 0 and len(program.heard) == len(WAITS_MINUTES) + 1


def test_an_address_that_does_not_answer_holds_up_nobody_else(cast, program):
    register(cast, "http://127.0.0.1:9/", by=cast.employer)
    register(cast, program.url)
    for _ in range(3):
        happen(cast)
    assert deliver_notices(now=cast.now) == 3 and len(program.heard) == 3
    assert sorted(Delivery.objects.filter(state="waiting").values_list("tries", flat=True)) == [0, 0, 1]


def test_a_redirect_is_a_failure_and_is_not_followed(cast, program):
    register(cast, program.url)
    happen(cast)
    program.answers.append(302)
    assert deliver_notices(now=cast.now) == 0 and len(program.heard) == 1
    assert Delivery.objects.get().said == "302"


def test_whoever_answers_drop_by_drop_is_left(cast, settings, monkeypatch):
    settings.WEBHOOK_LOOPBACK = True
    monkeypatch.setattr(outgoing, "SECONDS_IN_ALL", 0.5)
    with slow_server() as url:
        register(cast, url)
        happen(cast)
        assert deliver_notices(now=cast.now) == 0
    assert Delivery.objects.get().tries == 1


@contextmanager
def slow_server():
    """Answers one byte of a header line every tenth of a second."""
    listener, ended = socket.create_server(("127.0.0.1", 0)), threading.Event()

    def serve():
        link, _ = listener.accept()
        with link:
            while not ended.wait(0.1):
                try:
                    link.send(b"x")
                except OSError:
                    return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    ended.set()
    thread.join(5)
    listener.close()


def test_an_ended_webhook_hears_nothing_more_and_what_waits_is_given_up(cast, program):
    webhook = register(cast, program.url)
    happen(cast)
    end_webhook(webhook.pk, by=cast.employer, now=cast.now)
    happen(cast)
    assert deliver_notices(now=cast.now) == 0 and Delivery.objects.get().state == DeliveryState.GIVEN_UP


@pytest.mark.parametrize("who", ["stranger", "late_employer", "officer", "headquarters", "insured_user"])
def test_only_who_acts_for_the_workplace_registers_and_ends(cast, program, who):
    with pytest.raises(NotAllowed):
        register(cast, program.url, by=getattr(cast, who))
    assert not Webhook.objects.exists()
    webhook = register(cast, program.url)
    for number in (webhook.pk, webhook.pk + 1):
        with pytest.raises(NotAllowed):
            end_webhook(number, by=getattr(cast, who), now=cast.now)
    webhook.refresh_from_db()
    assert webhook.ended_at is None


def test_a_workplace_has_so_many_and_no_more(cast, program):
    for _ in range(WEBHOOKS_MAX):
        register(cast, program.url)
    with pytest.raises(TooManyWebhooks):
        register(cast, program.url)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://example.com/", "scheme"), ("ftp://example.com/", "scheme"), ("https://example.com:22/", "port"), ("https:///x", "shape"),
        ("https://user:word@example.com/", "shape"), ("https://exa mple.com/", "shape"), ("https://example.com/#a", "shape"),
        ("https://مثال.example/", "shape"), ("https://example.com:port/", "shape"), ("file:///etc/hosts", "shape"), ("https://[::1", "shape"),
        ("https://127.0.0.1/", "inside"), ("https://localhost/", "inside"), ("https://10.1.2.3/", "inside"), ("https://192.168.1.1/", "inside"),
        ("https://172.16.0.9/", "inside"), ("https://169.254.169.254/latest/", "inside"), ("https://100.64.0.1/", "inside"),
        ("https://0.0.0.0/", "inside"), ("https://[::1]/", "inside"), ("https://[fd00::1]/", "inside"), ("https://[fe80::1]/", "inside"),
        ("https://[::ffff:10.0.0.1]/", "inside"), ("https://[2002:0a00:0001::1]/", "inside"), ("https://[64:ff9b::7f00:1]/", "inside"),
        ("https://224.0.0.1/", "inside"), ("https://240.0.0.1/", "inside"), ("https://2130706433/", "inside"), ("https://0x7f.1/", "inside"),
    ],
)  # fmt: skip
def test_no_address_inside_is_ever_gone_to(url, code):
    with pytest.raises(NotOpenNet) as refused:
        place_of(url)
    assert refused.value.why == code


def test_a_name_with_one_inner_address_among_good_ones_is_refused_and_a_good_one_is_pinned(monkeypatch):
    def answer(*addresses):
        return lambda *_a, **_k: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", answer("93.184.215.14", "10.0.0.1"))
    with pytest.raises(NotOpenNet):
        place_of("https://payroll.example/")
    monkeypatch.setattr(socket, "getaddrinfo", answer("93.184.215.14"))
    place = place_of("https://payroll.example/a?b=1")
    assert (place.host, place.address, place.port, place.path) == ("payroll.example", "93.184.215.14", 443, "/a?b=1")


def test_an_address_that_has_moved_inside_since_is_not_gone_to(cast, settings, program):
    register(cast, program.url)
    happen(cast)
    settings.WEBHOOK_LOOPBACK = False
    assert deliver_notices(now=cast.now) == 0 and program.heard == []
    assert Delivery.objects.get().said == "scheme"
