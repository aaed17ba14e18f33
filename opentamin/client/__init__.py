"""A small client for programs of employers and accountants: send lists, read what was found, and believe a webhook.

    from opentamin.client import Client
    office = Client("https://office.example", key="ot_…")
    [receipt] = office.send_rows({"DSK_ID": "0183630045", "month": 140508}, rows)
    office.assess(receipt["list"]["tracking"])

Standard library alone: this folder can be copied into any program that runs Python 3.11 or later.
"""

from .client import Client, OfficeSilent, Refused
from .webhooks import NotOurs, message_of

__all__ = ["Client", "NotOurs", "OfficeSilent", "Refused", "message_of"]
