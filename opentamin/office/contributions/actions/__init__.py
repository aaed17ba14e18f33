"""The procedure of a monthly list, in order: receive, check, assess; or withdraw."""

from .assess_list import NotAccepted, NumbersContested, assess_list
from .check_list import NotWaiting, check_list
from .receive_list import Receipt, receive_list
from .withdraw_list import AlreadyAssessed, AlreadyWithdrawn, withdraw_list

__all__ = [
    "AlreadyAssessed",
    "AlreadyWithdrawn",
    "NotAccepted",
    "NotWaiting",
    "NumbersContested",
    "Receipt",
    "assess_list",
    "check_list",
    "receive_list",
    "withdraw_list",
]
