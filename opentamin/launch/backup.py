"""`./run backup FILE`: the whole database in one file, as it stood at one moment, while the system is served."""

import json
import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from tqdm import tqdm

from opentamin.launch.backup_file import CHUNK_BYTES, FORMAT, MANIFEST, SQL, entry, new_backup
from opentamin.launch.binaries import find_binaries
from opentamin.launch.errors import CannotStart
from opentamin.launch.processes import die_with_parent
from opentamin.launch.say import say
from opentamin.launch.tallies import tally

# Who is signed in is not kept: a restored session could open again what its owner has closed since.
LEFT_OUT = frozenset({"public.django_session"})
DUMP = ["--format=plain", "--no-owner", "--no-privileges", "--no-comments", "--encoding=UTF8"]


def backup(path: Path) -> int:
    """Write the database in use to a new file; return the exit code.

    Raises CannotStart when the file cannot be written or the database cannot be read; there is no file then.
    """
    import psycopg

    say("پشتیبان‌گیری", "backing up")
    with psycopg.connect(address()) as connection, new_backup(path) as archive:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        if row(connection, "SELECT to_regclass('public.ledger_leg')") is None:
            raise CannotStart("پایگاه داده خالی است؛ چیزی برای نگه داشتن نیست.", "The database is empty; there is nothing to keep.")
        # Sequences stand outside snapshots: counted before they are dumped, they can only have grown in the dump.
        manifest: dict[str, Any] = {
            "form": FORMAT,
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "postgresql": connection.info.server_version // 10000,
            "migrations": [name for (name,) in connection.execute("SELECT app || '.' || name FROM django_migrations ORDER BY id")],
            "holds": tally(connection, LEFT_OUT),
        }
        dump(archive, row(connection, "SELECT pg_export_snapshot()"))
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    tables = manifest["holds"]["tables"].values()
    count = f"{sum(held for held, _ in tables):,}"
    size = f"{path.stat().st_size:,}"
    say(f"{count} ردیف در {path} ({size} بایت)", f"{count} rows in {path} ({size} bytes)")
    return 0


def dump(archive: ZipFile, snapshot: str) -> None:
    """Write the database as pg_dump sees it in a snapshot. Raises CannotStart when pg_dump cannot."""
    without = [f"--exclude-table-data={name}" for name in sorted(LEFT_OUT)]
    command = [str(find_binaries() / "pg_dump"), *DUMP, f"--snapshot={snapshot}", *without]
    process = subprocess.Popen(command, env=libpq(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=die_with_parent())
    assert process.stdout and process.stderr
    with archive.open(entry(SQL), "w", force_zip64=True) as target:
        copy(process.stdout, target)
    said = process.stderr.read().decode(errors="replace").strip()
    if process.wait():
        raise CannotStart(f"pg_dump نتوانست: {said}", f"pg_dump could not: {said}")


def copy(source: IO[bytes], target: IO[bytes], whole: int | None = None) -> None:
    """Pass everything on, piece by piece, and show at a terminal how far it has come; `whole` is how many bytes there are, if known."""
    with tqdm(total=whole, unit="B", unit_scale=True, leave=False, disable=None) as bar:
        while piece := source.read(CHUNK_BYTES):
            target.write(piece)
            bar.update(len(piece))


def address() -> str:
    """The address of the database in use, as libpq reads it. Django is set up before."""
    from django.db import connection
    from psycopg.conninfo import make_conninfo

    told = connection.get_connection_params()
    words = ("cursor_factory", "context", "prepare_threshold", "client_encoding", "pool")
    return make_conninfo("", **{name: value for name, value in told.items() if name not in words})


def libpq() -> Mapping[str, str]:
    """The environment by which PostgreSQL's programs reach the same database: a password never stands in a command line."""
    from psycopg.pq import Conninfo

    options = Conninfo.parse(address().encode())
    told = {option.envvar.decode(): option.val.decode() for option in options if option.envvar and option.val}
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | told


def row(connection: Any, question: str) -> Any:
    """The one value a question answers."""
    return connection.execute(question).fetchone()[0]
