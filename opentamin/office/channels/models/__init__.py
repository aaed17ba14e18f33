"""What the simulated outside world keeps, so that a demonstration has a bank to pay at."""

from opentamin.office.channels.models.bank_movement import BankMovement

__all__ = ["BankMovement"]
