"""E-mail as we send it. Who carries it is a setting (`MAIL`): a server that speaks SMTP, or a simulator that keeps what was sent."""

import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Protocol

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Email:
    """A short message to one address. `number` is ours: it becomes the Message-ID, by which the same message twice is known as one."""

    number: str
    to: str
    subject: str
    body: str


class NotSent(Exception):
    """The message was not taken; `is_permanent` when trying again cannot help. The text is the reason, without the address."""

    def __init__(self, reason: str, *, is_permanent: bool = False) -> None:
        self.is_permanent = is_permanent
        super().__init__(reason)


class Mail(Protocol):
    """What a carrier of e-mail must be able to do."""

    def send(self, email: Email) -> None:
        """Hand the message over, or raise NotSent."""


def mail() -> Mail:
    """The carrier that the settings name."""
    return import_string(settings.MAIL)()


class SmtpMail:
    """A real server (`MAIL_SERVER`: host, port, user, password, security "" | "starttls" | "tls", seconds to wait)."""

    def send(self, email: Email) -> None:
        server = settings.MAIL_SERVER
        try:
            with self._connected(server) as connection:
                connection.send_message(letter_of(email))
        except smtplib.SMTPRecipientsRefused as refusal:
            codes = [code for code, _ in refusal.recipients.values()]
            raise NotSent(f"recipient refused: {codes}", is_permanent=all(code >= 500 for code in codes)) from refusal
        except smtplib.SMTPResponseException as refusal:
            raise NotSent(f"server answered {refusal.smtp_code}", is_permanent=refusal.smtp_code >= 550) from refusal
        except (OSError, smtplib.SMTPException) as fault:
            raise NotSent(type(fault).__name__) from fault

    def _connected(self, server: dict) -> smtplib.SMTP:
        carrier = smtplib.SMTP_SSL if server["security"] == "tls" else smtplib.SMTP
        connection = carrier(server["host"], server["port"], timeout=server["seconds"])
        try:
            if server["security"] == "starttls":
                connection.starttls()
            if server["user"]:
                connection.login(server["user"], server["password"])
        except BaseException:
            connection.close()
            raise
        return connection


def letter_of(email: Email) -> EmailMessage:
    """The message as it goes over the wire. Line breaks in a subject or an address are refused, so that nothing can add a header."""
    if any(mark in text for text in (email.to, email.subject) for mark in "\r\n"):
        raise NotSent("line break in a header", is_permanent=True)
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = settings.MAIL_FROM, email.to, email.subject
    message["Message-ID"] = f"<{email.number}@{settings.HOST}>"
    message["Date"] = format_datetime(timezone.now())
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(email.body)
    return message
