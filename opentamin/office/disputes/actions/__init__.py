"""The procedure of an objection, in order: file, add documents, take up, accept, refer or answer; or the objector withdraws."""

from .accept_objection import NothingChanged, accept_objection
from .add_documents import add_documents
from .answer_objection import ForBoard, answer_objection
from .file_objection import AlreadyOpen, NoBranch, NothingToObject, OnPaper, Plea, Receipt, UnusablePlea, file_objection
from .refer_objection import NotForBoard, refer_objection
from .take_up_objection import NotWaiting, take_up_objection
from .withdraw_objection import NotOpen, withdraw_objection

__all__ = [
    "AlreadyOpen", "ForBoard", "NoBranch", "NotForBoard", "NotOpen", "NotWaiting", "NothingChanged", "NothingToObject", "OnPaper", "Plea",
    "Receipt", "UnusablePlea", "accept_objection", "add_documents", "answer_objection", "file_objection", "refer_objection",
    "take_up_objection", "withdraw_objection",
]  # fmt: skip
