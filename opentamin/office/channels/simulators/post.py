"""A carrier of e-mail and short messages that keeps what it was given and sends nothing anywhere."""

from opentamin.office.channels.mail import Email
from opentamin.office.channels.sms import Sms


class SimulatedMail:
    """Answers as `channels.mail.Mail`. What was sent stands in `Message`; nothing leaves the house."""

    def send(self, email: Email) -> None:
        return None


class SimulatedSms:
    """Answers as `channels.sms.SmsProvider`. What was sent stands in `Message`; no phone rings."""

    def send(self, sms: Sms) -> None:
        return None
