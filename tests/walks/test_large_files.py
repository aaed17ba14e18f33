"""The largest list the country has is taken in one upload; what unpacks to more than we open is not opened."""

import io
import random
import zipfile

import numpy as np
import pytest

from opentamin.lists import archive, zip_pair
from opentamin.lists.fields import WORKERS_MAX
from opentamin.office.contributions.models import MonthlyList
from opentamin.sample import names
from tests.cast import write

from .pages import kept, send, text_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

MEGABYTE = 2**20


def crowd(cast, number: int):
    """The honest workplace's list with as many rows as the format holds: small wages and few days, so that the totals fit too."""
    draft, rng = cast.draft(cast.honest, number=number), np.random.default_rng(number)
    repeat = -(-WORKERS_MAX // len(draft))
    draft.workers = {name: np.tile(column, repeat)[:WORKERS_MAX] for name, column in draft.workers.items()}
    people = np.arange(WORKERS_MAX) + number * 1_000_000
    draft.workers |= {
        "DSW_ID1": np.char.mod("%08d", people),
        "PER_NATCOD": np.char.mod("%010d", rng.integers(10**9, 10**10, WORKERS_MAX)),
        "DSW_FNAME": rng.choice(names.first_names().astype(str), WORKERS_MAX),
        "DSW_LNAME": rng.choice(names.family_names().astype(str), WORKERS_MAX),
        "DSW_DD": np.full(WORKERS_MAX, 10),
        "DSW_ROOZ": np.full(WORKERS_MAX, 100_000),
        "DSW_MAH": np.full(WORKERS_MAX, 1_000_000),
        "DSW_MAZ": np.zeros(WORKERS_MAX, np.int64),
        "DSW_MASH": np.full(WORKERS_MAX, 1_000_000),
        "DSW_TOTL": np.full(WORKERS_MAX, 1_000_000),
        "DSW_BIME": np.full(WORKERS_MAX, 70_000),
    }
    return write(draft)


def test_two_hundred_thousand_workers_in_one_archive_are_received_and_read_in_the_background(clerk, cast):
    inside = dict([*crowd(cast, 1), *crowd(cast, 2)])
    assert sum(map(len, inside.values())) > 89 * MEGABYTE
    answer = send(clerk, [("national.zip", zip_pair(inside))])
    assert answer.status_code == 200
    assert {(one.state, one.workers_count) for one in MonthlyList.objects.all()} == {("received", WORKERS_MAX)}
    assert MonthlyList.objects.count() == 2 and "در دست بررسی" in text_of(answer)


def test_an_archive_that_unpacks_to_a_megabyte_more_than_we_open_is_refused(clerk, cast):
    """No bomb: it packs as a list packs, there is only too much of it."""
    block = random.Random(1405).randbytes(20_000) + bytes(MEGABYTE - 20_000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, body in cast.list_files(cast.honest):
            with packed.open(name, "w") as entry:
                entry.write(body)
                for _ in range(archive.UNPACKED_MAX // MEGABYTE if "WOR" in name else 0):
                    entry.write(block)
    before = kept()
    answer = send(clerk, [("national.zip", buffer.getvalue())])
    assert answer.status_code == 422
    said = text_of(answer)
    assert "محتوای بایگانی «national.zip» بسیار بزرگ است" in said and "بیش از ۲۵۶ مگابایت باز نمی‌شود." in said
    assert kept() == before
