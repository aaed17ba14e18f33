"""The acts of the doors: tell people outside, send what waits, keep an address."""

from .give_contact import UnusableAddress, give_contact
from .send_waiting import send_waiting
from .tell_outside import tell_outside

__all__ = ["UnusableAddress", "give_contact", "send_waiting", "tell_outside"]
