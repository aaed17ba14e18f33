"""What the simulated outside world keeps, so that a demonstration has a bank to pay at; and messages on their way out."""

from opentamin.office.channels.models.bank_movement import BankMovement
from opentamin.office.channels.models.message import Contact, Message, Way

__all__ = ["BankMovement", "Contact", "Message", "Way"]
