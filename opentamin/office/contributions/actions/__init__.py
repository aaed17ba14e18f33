"""The procedure of a monthly list, in order: receive, check, assess; or withdraw. On a crowded day files are received first and read later."""

from .assess_list import NotAccepted, NumbersContested, assess_list
from .check_list import NotWaiting, check_list
from .read_upload import finish_upload, read_upload
from .receive_list import Receipt, receive_list
from .receive_upload import Arrival, receive_upload, waiting_upload
from .withdraw_list import AlreadyAssessed, AlreadyWithdrawn, withdraw_list

__all__ = [
    "AlreadyAssessed",
    "AlreadyWithdrawn",
    "Arrival",
    "NotAccepted",
    "NotWaiting",
    "NumbersContested",
    "Receipt",
    "assess_list",
    "check_list",
    "finish_upload",
    "read_upload",
    "receive_list",
    "receive_upload",
    "waiting_upload",
    "withdraw_list",
]
