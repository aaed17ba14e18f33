"""The employers' monthly list files (DSKKAR, DSKWOR): read, checked against the law, and written.

Pure: bytes in, values and findings out. No database, no clock, no settings.
"""

from opentamin.lists.checks import check
from opentamin.lists.finding import Finding, Refused, counts
from opentamin.lists.pair import ListPair
from opentamin.lists.upload import read_upload
from opentamin.lists.writer import split_for_format, write_pair, zip_pair

__all__ = [
    "Finding",
    "ListPair",
    "Refused",
    "check",
    "counts",
    "read_upload",
    "split_for_format",
    "write_pair",
    "zip_pair",
]
