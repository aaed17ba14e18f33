"""A backup is the whole house as it stood at one moment; what is restored from it is the same to the row and rial, or nothing."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zipfile import ZipFile

import psycopg
import pytest

from opentamin.launch.backup_file import ABOUT, MANIFEST, SQL, new_backup, unnamed_file, whole_backup
from opentamin.launch.cluster import Cluster
from opentamin.launch.errors import CannotStart
from opentamin.launch.paths import ROOT
from opentamin.launch.tallies import TABLES

# In one process: furnishing the house takes longest.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("backup")]

# The cast with an assessed and an accepted list and a large document.
FURNISH = """
import random
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.cast import NOW, make_cast
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.records.actions import keep_document
cast = make_cast()
[mehr] = take_in(cast.list_files(cast.honest, month=140507), by=cast.clerk, now=NOW)
assess_list(mehr.list.pk, by=cast.clerk, now=NOW)
take_in(cast.list_files(cast.honest), by=cast.clerk, now=NOW)
noise = random.Random(1405).randbytes(3_000_000)
keep_document(noise, name="نقشه.bin", kind="scan", media_type="application/octet-stream", by=cast.clerk, now=NOW)
"""
GO_ON = """
import django; django.setup()
from tests.cast import NOW
from opentamin.office.accounts.models import User
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.models import MonthlyList
assess_list(MonthlyList.objects.get(state="accepted").pk, by=User.objects.get(username="clerk"), now=NOW)
"""
# What `./run backup FILE` and `./run restore FILE` become; with a number of bytes it kills itself after passing on so many.
COMMAND = """
import os, signal, sys
from opentamin.launch import backup, restore
from opentamin.launch.__main__ import main
words, last = sys.argv[1:-1], int(sys.argv[-1])
def dying(source, target, whole=None):
    passed = 0
    while piece := source.read(4096):
        target.write(piece)
        passed += len(piece)
        if passed > last:
            target.flush() if words[0] == "restore" else None
            os.kill(os.getpid(), signal.SIGKILL)
if last:
    backup.copy = restore.copy = dying
    restore.HEAD_BYTES = 4096
sys.exit(main(words))
"""


def run(*words: str, database: str, dying_after: int = 0) -> subprocess.CompletedProcess:
    """Run one command on a database of the tests' own cluster, named as a server would be."""
    return python(COMMAND, *words, str(dying_after), database=database)


def python(program: str, *words: str, database: str) -> subprocess.CompletedProcess:
    environment = os.environ | {"DATABASE_URL": address(database), "DJANGO_SETTINGS_MODULE": "opentamin.office.site.settings"}
    return subprocess.run([sys.executable, "-c", program, *words], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120)


def address(name: str) -> str:
    return f"postgres:///{name}?host={Cluster(Path(os.environ['OPENTAMIN_TEST_CLUSTER']) / 'pg').socket_dir}&user=postgres"


@contextmanager
def new_database(name: str) -> Iterator[str]:
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name}")
        yield name
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
def elsewhere(cluster) -> Iterator[str]:
    """The name of an empty database."""
    with new_database(f"elsewhere_{os.getpid()}") as name:
        yield name


@pytest.fixture(scope="module")
def house(cluster) -> Iterator[str]:
    """The name of a furnished database."""
    with new_database(f"house_{os.getpid()}") as name:
        done = python(FURNISH, database=name)
        assert done.returncode == 0, done.stderr
        yield name


@pytest.fixture(scope="module")
def body(house, tmp_path_factory) -> bytes:
    """What a backup of it holds."""
    path = tmp_path_factory.mktemp("backup") / "house.backup"
    done = run("backup", str(path), database=house)
    assert done.returncode == 0, done.stderr
    return path.read_bytes()


@pytest.fixture
def kept(body, tmp_path) -> Path:
    """A backup, alone in a folder."""
    path = tmp_path / "house.backup"
    path.write_bytes(body)
    return path


def contents(name: str) -> dict[str, list[str]]:
    """Every row of every table as COPY writes it, in an order of its own."""
    with psycopg.connect(address(name)) as database:
        tables = [table for (table,) in database.execute(TABLES).fetchall()]
        found = {}
        for table in tables:
            with database.cursor().copy(f"COPY (SELECT * FROM ONLY {table}) TO STDOUT") as rows:
                found[table] = sorted(b"".join(rows).decode().splitlines())
        return found


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def is_empty(name: str) -> bool:
    with psycopg.connect(address(name)) as database:
        return not database.execute(TABLES).fetchall()


def test_what_was_kept_is_restored_elsewhere_to_the_row_and_rial(house, elsewhere, tmp_path):
    before = contents(house)
    kept = tmp_path / "today.backup"
    assert run("backup", str(kept), database=house).returncode == 0
    assert python(GO_ON, database=house).returncode == 0
    after = contents(house)
    assert len(after["public.ledger_leg"]) > len(before["public.ledger_leg"])

    done = run("restore", str(kept), database=elsewhere)

    assert done.returncode == 0, done.stderr
    assert contents(elsewhere) == before
    with psycopg.connect(address(elsewhere)) as database:
        books = dict(database.execute("SELECT account_id, sum(amount) FROM ledger_leg GROUP BY 1").fetchall())
        numbers = database.execute("SELECT number FROM records_number").fetchall()
        serial = database.execute("SELECT nextval('records_serial')").fetchone()[0]
        with pytest.raises(psycopg.Error, match="records_document"):  # its triggers stand guard again
            database.execute("DELETE FROM records_document")
    assert books["1100"] > 0 and sum(books.values()) == 0
    assert serial > max(int(number.split("-")[2][:-1]) for (number,) in numbers)  # the last digit is a check digit


def test_a_backup_is_its_owners_alone_and_never_written_over_another(house, tmp_path):
    kept = tmp_path / "house.backup"
    assert run("backup", str(kept), database=house).returncode == 0
    assert kept.stat().st_mode & 0o777 == 0o600
    before = kept.read_bytes()
    again = run("backup", str(kept), database=house)
    assert again.returncode == 1 and "is there already" in again.stderr
    assert kept.read_bytes() == before and names(kept.parent) == [kept.name]


def test_any_tool_can_open_a_backup_and_no_session_is_in_it(kept):
    with ZipFile(kept) as archive:
        assert archive.namelist() == [ABOUT, SQL, MANIFEST]
        holds = json.loads(archive.read(MANIFEST))["holds"]
    assert holds["tables"]["public.django_session"][0] == 0
    assert holds["tables"]["public.ledger_leg"][0] > 0 and "1100" in holds["books"]


def test_one_changed_byte_anywhere_is_refused(kept):
    whole, places = kept.read_bytes(), random.Random(7)
    size = len(whole)
    for at in [0, 1, 5, 31, size - 1, size - 65, size - 72, *(places.randrange(size) for _ in range(60))]:
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << places.randrange(8)]) + whole[at + 1 :])
        with pytest.raises(CannotStart, match="damaged"), whole_backup(kept):
            pass
    kept.write_bytes(whole)
    with whole_backup(kept) as (_, manifest):
        assert manifest["form"] == 1


def test_a_backup_cut_short_is_refused_and_nothing_is_restored(kept, elsewhere):
    whole = kept.read_bytes()
    for missing in (1, 64, 1000):
        kept.write_bytes(whole[:-missing])
        with pytest.raises(CannotStart, match="damaged or cut off"), whole_backup(kept):
            pass
    done = run("restore", str(kept), database=elsewhere)
    assert done.returncode == 1 and "damaged or cut off" in done.stderr and "آسیب دیده" in done.stderr
    assert is_empty(elsewhere)


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04", b"SELECT 1;\n" * 100])
def test_a_file_that_is_no_backup_is_called_so(tmp_path, body):
    path = tmp_path / "letter"
    path.write_bytes(body)
    with pytest.raises(CannotStart, match="is not a backup"), whole_backup(path):
        pass
    with pytest.raises(CannotStart, match="could not be read"), whole_backup(tmp_path / "nothing"):
        pass


def test_another_zip_is_no_backup(tmp_path):
    with ZipFile(tmp_path / "photos.zip", "w") as photos:
        photos.writestr("one.txt", "one")
    with pytest.raises(CannotStart, match="is not a backup"), whole_backup(tmp_path / "photos.zip"):
        pass


def resealed(kept: Path, change) -> Path:
    """A backup, rightly sealed, whose manifest somebody else might have written."""
    path = kept.with_name("changed.backup")
    with ZipFile(kept) as old, new_backup(path) as new:
        manifest = json.loads(old.read(MANIFEST))
        change(manifest)
        new.writestr(SQL, old.read(SQL))
        new.writestr(MANIFEST, json.dumps(manifest))
    return path


NEWER = [
    lambda manifest: manifest.update(form=2),
    lambda manifest: manifest["migrations"].append("ledger.0999_of_tomorrow"),
]


@pytest.mark.parametrize("change", NEWER, ids=["form", "tables"])
def test_a_backup_of_a_newer_version_is_refused(kept, elsewhere, change):
    done = run("restore", str(resealed(kept, change)), database=elsewhere)
    assert done.returncode == 1 and "newer version" in done.stderr
    assert is_empty(elsewhere)


def test_a_backup_of_a_newer_server_is_refused(kept, elsewhere):
    done = run("restore", str(resealed(kept, lambda manifest: manifest.update(postgresql=99))), database=elsewhere)
    assert done.returncode == 1 and "bring a server as new" in done.stderr
    assert is_empty(elsewhere)


DIFFERENT = {
    "records_document": lambda holds: holds["tables"]["public.records_document"].__setitem__(1, "5"),
    "sums of the books": lambda holds: holds["books"]["1100"].__setitem__(1, "1"),
    "records_serial": lambda holds: holds["sequences"].update({"public.records_serial": 10**9}),
    "number of tables": lambda holds: holds["tables"].pop("public.registry_province"),
}


@pytest.mark.parametrize("what", DIFFERENT)
def test_what_would_come_out_otherwise_than_it_was_kept_is_not_restored_at_all(kept, elsewhere, what):
    done = run("restore", str(resealed(kept, lambda manifest: DIFFERENT[what](manifest["holds"]))), database=elsewhere)
    assert done.returncode == 1 and f"{what}" in done.stderr and "stays empty" in done.stderr
    assert is_empty(elsewhere)


def test_a_database_that_is_not_empty_is_not_touched(house, kept):
    before = contents(house)
    done = run("restore", str(kept), database=house)
    assert done.returncode == 1 and "not empty" in done.stderr
    assert contents(house) == before


def test_checking_a_backup_restores_nothing(kept, elsewhere):
    done = run("restore", "--check", str(kept), database=elsewhere)
    assert done.returncode == 0 and "the backup is whole" in done.stderr
    assert is_empty(elsewhere)


@pytest.mark.parametrize("bytes_passed", [1, 3_000_000])
def test_a_backup_killed_on_the_way_leaves_no_file(house, tmp_path, bytes_passed):
    done = run("backup", str(tmp_path / "killed.backup"), database=house, dying_after=bytes_passed)
    assert done.returncode == -9
    assert names(tmp_path) == []


@pytest.mark.parametrize("bytes_passed", [1, 3_000_000])
def test_a_restore_killed_on_the_way_leaves_an_empty_database_and_goes_through_again(kept, elsewhere, bytes_passed):
    done = run("restore", str(kept), database=elsewhere, dying_after=bytes_passed)
    assert done.returncode == -9
    assert is_empty(elsewhere)
    again = run("restore", str(kept), database=elsewhere)
    assert again.returncode == 0, again.stderr


def test_an_empty_database_is_nothing_to_keep(elsewhere, tmp_path):
    done = run("backup", str(tmp_path / "empty.backup"), database=elsewhere)
    assert done.returncode == 1 and "nothing to keep" in done.stderr
    assert names(tmp_path) == []


def test_where_files_cannot_be_nameless_one_beside_is_written_and_goes(tmp_path, monkeypatch):
    monkeypatch.setattr("os.O_TMPFILE", os.O_DIRECTORY | os.O_WRONLY)  # what a file system without such files answers to
    path = tmp_path / "named.backup"
    with suppress(ZeroDivisionError), unnamed_file(path) as file:
        file.write(b"half")
        assert names(tmp_path) == [".named.backup.unfinished"]
        raise ZeroDivisionError
    assert names(tmp_path) == []
    with unnamed_file(path) as file:
        file.write(b"whole")
    assert names(tmp_path) == ["named.backup"] and path.read_bytes() == b"whole"
