"""Receive a monthly list: keep the bytes, give a number, once (Art. 39)."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext

from opentamin.lists import ListPair, Refused, read_upload
from opentamin.office.accounts import gate
from opentamin.office.records.actions import keep_document, next_number, note_act
from opentamin.office.records.models import Document
from opentamin.office.registry.matching import Conflict
from opentamin.office.registry.models import Workplace
from opentamin.office.registry.queries import workplace_by_code

from ..models import ListDocument, ListFinding, ListState, MonthlyList
from .withdraw_list import withdraw_list

SERIES = "list"
OF_OUR_RECORDS = {"list_number_taken", "workplace_closed", "month_in_future", "person_twice", Conflict.NUMBERS_DISAGREE, Conflict.NUMBER_ON_TWO_PEOPLE}
"""Errors that another day, or another list, may take away."""
CONTRACT_ROW_DIGITS = 3  # by these a list is filed; a text file could hold more


@dataclass(frozen=True)
class Receipt:
    """A list that has arrived. `is_first` is false when the same bytes had arrived before: then it is the first receipt again."""

    list: MonthlyList
    is_first: bool
    pair: ListPair | None


def receive_list(
    files: Iterable[tuple[str, bytes]], *, by, now: datetime, may_send: Collection[int] | None = None, tracking: str = ""
) -> list[Receipt]:
    """Receive one upload: a pair, a ZIP, or several lists in one ZIP. All of it is kept or none of it.

    Files that waited bring with them what they were given on arrival: `may_send`, the workplaces their sender could then send
    for, and `tracking`, the number which a list that came alone keeps.
    Raises `opentamin.lists.Refused` when nothing can be read or when a list is for a workplace the sender
    may not act for; then nothing is kept.
    """
    files = list(files)
    pairs = read_upload(files)
    workplaces = [_workplace_of(pair, by=by, now=now, may_send=may_send) for pair in pairs]
    number = tracking if len(pairs) == 1 else ""
    with transaction.atomic():
        return [
            _receive_one(pair, workplace, _bytes_of(pair, files), by=by, now=now, tracking=number)
            for pair, workplace in zip(pairs, workplaces, strict=True)
        ]


def _bytes_of(pair: ListPair, files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The uploaded files the pair was read from: its own two, or the archives it came in."""
    own = [(name, body) for name, body in files if name in pair.names]
    return own if len(own) == len(set(pair.names)) else files


def _workplace_of(pair: ListPair, *, by, now: datetime, may_send: Collection[int] | None = None) -> Workplace:
    """The workplace of the list, if the sender may send for it. An unknown code and another's code get one answer."""
    if not pair.month:
        raise Refused("month_unreadable", "DSK_MM", f"{pair.header.get('DSK_YY', '')}/{pair.header.get('DSK_MM', '')}")
    if pair.list_number < 0:
        raise Refused("list_number_shape", "DSK_LISTNO", str(pair.header.get("DSK_LISTNO", "")))
    if len(pair.contract_row) > CONTRACT_ROW_DIGITS:
        raise Refused("contract_row_shape", "MON_PYM", str(pair.header["MON_PYM"]))
    workplace = workplace_by_code(pair.workplace_code, on=now.date())
    if workplace is None or not _may_send(by, workplace.id, may_send):
        raise Refused("workplace_not_yours", "DSK_ID", pair.workplace_code)
    return workplace


def _may_send(by, workplace: int, may_send: Collection[int] | None) -> bool:
    return gate.may(by, "list.receive", ("workplace", workplace)) if may_send is None else workplace in may_send


def _receive_one(
    pair: ListPair, workplace: Workplace, files: list[tuple[str, bytes]], *, by, now: datetime, tracking: str = ""
) -> Receipt:
    sha256 = content_of(pair)
    key = {
        "workplace": workplace,
        "month": pair.month,
        "list_number": pair.list_number,
        "contract_row": pair.contract_row,
        "content_sha256": sha256,
    }
    _wait_for_the_same(sha256)
    first = _first_of(key)
    if first and not _may_be_right_by_now(first):
        return Receipt(first, False, pair)
    if first:
        withdraw_list(first.id, by=by, now=now, reason=gettext("دوباره فرستاده شد تا از نو بررسی شود."))
    received = MonthlyList.objects.create(
        **key,
        tracking=tracking or next_number(SERIES, now=now),
        workplace_code=pair.workplace_code,
        received_at=now,
        received_by=by,
        layout=pair.layout,
        encoding=pair.encoding,
        workers_count=pair.workers_count,
    )
    ListDocument.objects.bulk_create(
        ListDocument(list=received, document=document) for document in _documents_of(files, by=by, now=now)
    )
    note_act(
        "list.receive",
        by=by,
        subject=("list", received.id),
        facts={"workplace": workplace.id, "month": pair.month, "sha256": sha256},
        now=now,
    )
    return Receipt(received, True, pair)


def content_of(pair: ListPair) -> str:
    """One hash over everything the list says, and whatever kept us from reading it whole: a file made anew is another list. How the
    two files were packed makes no difference: the same pair alone or in a ZIP is the same list."""
    digest = hashlib.sha256(repr(sorted(pair.header.items())).encode())
    for name in sorted(pair.workers):
        digest.update(name.encode())
        digest.update(pair.workers[name].tobytes())
    unreadable = sorted(repr((found.code, found.row, found.column, found.seen)) for found in pair.findings if found.level == "error")
    for found in unreadable:
        digest.update(found.encode())
    return digest.hexdigest()


def _wait_for_the_same(sha256: str) -> None:
    """Two uploads of the same bytes at once stand in line here; the second then finds the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(sha256[:15], 16)])


def _first_of(key: dict) -> MonthlyList | None:
    found: QuerySet[MonthlyList] = MonthlyList.objects.filter(**key, corrected_at=None).exclude(state=ListState.WITHDRAWN)
    return found.first()


def _may_be_right_by_now(first: MonthlyList) -> bool:
    """Whether a list was handed back for what stood in its way here, not for what it says itself: sent again it is checked anew."""
    if first.state != ListState.RETURNED:
        return False
    errors = set(ListFinding.objects.filter(list=first, level="error").values_list("code", flat=True))
    return errors <= OF_OUR_RECORDS and not ("list_number_taken" in errors and _waits_under_the_number_of(first))


def _waits_under_the_number_of(first: MonthlyList) -> bool:
    same = {name: getattr(first, name) for name in ("workplace", "month", "list_number", "contract_row")}
    return MonthlyList.objects.filter(**same, state=ListState.ACCEPTED).exists()


def _documents_of(files: list[tuple[str, bytes]], *, by, now: datetime) -> list[Document]:
    return [
        keep_document(body, name=name, kind="list", media_type="application/octet-stream", by=by, now=now)
        for name, body in files
    ]
