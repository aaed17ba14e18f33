"""Files brought with an objection: which are taken, told by their own first bytes and never by their name.

Nothing here opens, decodes or unpacks a file. It is kept as it came and given out only to be saved (`records.downloads`).
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from opentamin.office.kit import numbers
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions.keep_document import plain_name

from .models import DocumentRole

FILES_MAX: Final = 10
FILE_BYTES_MAX: Final = 10 * 2**20
ALL_BYTES_MAX: Final = 30 * 2**20
_BEGINNINGS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
# A PDF that does something by itself, carries a file, or hides what it does.
_ACTIVE: Final = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/AA", b"/RichMedia", b"/XFA", b"/Encrypt")


class Upload(NamedTuple):
    """A file as it came."""

    name: str
    body: bytes
    role: str = DocumentRole.EVIDENCE


class Checked(NamedTuple):
    """A file we take: its own name without folders, what it truly is."""

    name: str
    body: bytes
    role: str
    media_type: str
    has_active_content: bool


class UnusableFiles(Refusal):
    """One or more files are not taken; `sentences` say which, why, and what to send instead."""

    code = "unusable_files"
    status = 422

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = list(sentences)
        super().__init__(sentences=self.sentences)

    def __str__(self) -> str:
        return " ".join(self.sentences)


def check_uploads(uploads: Sequence[Upload], *, kept_before: int = 0) -> list[Checked]:
    """The files with what they are. Raises UnusableFiles, naming every file at fault."""
    wrong = []
    if len(uploads) + kept_before > FILES_MAX:
        wrong.append(_("برای یک اعتراض تا %(most)s پرونده می‌گیریم؛ چند برگ را در یک PDF بگذارید.") % {"most": numbers.grouped(FILES_MAX)})
    if sum(len(one.body) for one in uploads) > ALL_BYTES_MAX:
        wrong.append(_("پرونده‌ها روی هم از %(most)s بزرگ‌ترند؛ تصویرها را کوچک‌تر کنید.") % {"most": numbers.file_size(ALL_BYTES_MAX)})
    checked = []
    for one in uploads:
        name, media_type = plain_name(one.name), media_type_of(one.body)
        if fault := _fault(one.body, media_type):
            wrong.append(f"{name}: {fault}")
        else:
            checked.append(Checked(name, one.body, one.role, media_type, is_active(one.body, media_type)))
    if wrong:
        raise UnusableFiles(wrong)
    return checked


def media_type_of(body: bytes) -> str:
    """What a file is by its first bytes; nothing for what we do not take."""
    return next((media_type for beginning, media_type in _BEGINNINGS if body.startswith(beginning)), "")


def is_active(body: bytes, media_type: str) -> bool:
    """Whether a PDF says that it runs, opens or carries something. It is no virus scan: the officer is warned, nothing is refused."""
    return media_type == "application/pdf" and any(sign in body for sign in _ACTIVE)


def _fault(body: bytes, media_type: str) -> str:
    if not body:
        return _("این پرونده خالی است.")
    if not media_type:
        return _("تنها PDF و تصویر (JPEG، PNG یا TIFF) می‌گیریم؛ از برگه عکس بگیرید یا آن را به PDF درآورید.")
    if len(body) > FILE_BYTES_MAX:
        return _("از %(most)s بزرگ‌تر است؛ تصویر کوچک‌تری بفرستید.") % {"most": numbers.file_size(FILE_BYTES_MAX)}
    return ""
