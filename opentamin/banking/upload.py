"""One file as it came in: which of our readers it is for."""

from opentamin.banking.camt import read_camt
from opentamin.banking.csv_statement import read_csv
from opentamin.banking.statement import Statement
from opentamin.lists.finding import Refused

_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"%PDF", b"\xd0\xcf\x11\xe0")


def read_statements(body: bytes) -> list[Statement]:
    """The statements of one file, XML or CSV told by its first sign. Raises `Refused`."""
    if not body.strip():
        raise Refused("bank_file_empty")
    if body.startswith(_PACKED):
        raise Refused("bank_file_packed")
    start = body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    is_wide = body[:2] in (b"\xff\xfe", b"\xfe\xff")  # XML may come in UTF-16, our CSV may not
    return read_camt(body) if start == b"<" or is_wide else read_csv(body)


def format_of(body: bytes) -> str:
    """"camt" or "csv", as `read_statements` tells them apart."""
    start = body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return "camt" if start == b"<" or body[:2] in (b"\xff\xfe", b"\xfe\xff") else "csv"
