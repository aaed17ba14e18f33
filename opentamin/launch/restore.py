"""`./run restore FILE`: a backup into an empty database, whole or not at all."""

import contextlib
import json
import subprocess
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from opentamin.launch.backup import address, copy, libpq
from opentamin.launch.backup_file import SQL, whole_backup
from opentamin.launch.binaries import find_binaries
from opentamin.launch.database_in_use import is_server
from opentamin.launch.errors import CannotStart
from opentamin.launch.migrations import bring_up_to_date, waiting
from opentamin.launch.processes import die_with_parent
from opentamin.launch.say import say
from opentamin.launch.tallies import TABLES, check_sql

# pg_dump 17 and newer write it whatever server they read; an older server does not know it, and it changes nothing.
UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"
HEAD_BYTES = 1 << 16


def restore(path: Path, *, only_check: bool = False) -> int:
    """Fill the empty database in use from a backup; return the exit code. With `only_check` the file alone is looked at.

    Raises CannotStart when the file is damaged, foreign or newer than this version, when the database is not empty, or when what
    came in is not to the row and rial what was kept. The database is as empty as before then.
    """
    say("بررسی پشتیبان", "checking the backup")
    with whole_backup(path) as (archive, manifest):
        refuse_newer(path, manifest)
        if only_check:
            say(f"پشتیبان درست است: {manifest['made_at']}", f"the backup is whole: {manifest['made_at']}")
            return 0
        refuse_unfit_database(manifest)
        say("بازگرداندن", "restoring")
        load(archive, manifest)
    say("هر ردیف و هر ریال همان است که نگه داشته شده بود", "every row and every rial is what was kept")
    after()
    return 0


def refuse_newer(path: Path, manifest: dict[str, Any]) -> None:
    """Raise when the backup's tables have a shape this version does not know."""
    from django.db.migrations.loader import MigrationLoader

    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    strange = [name for name in manifest["migrations"] if name not in known]
    if strange:
        raise CannotStart(
            f"پشتیبان {path} را نسخهٔ تازه‌تری از سامانه ساخته است (این نسخه {strange[0]} را نمی‌شناسد)؛ با همان نسخه بازگردانید.",
            f"The backup {path} was made by a newer version of the system (this one does not know {strange[0]}); restore it with that version.",
        )


def refuse_unfit_database(manifest: dict[str, Any]) -> None:
    """Raise when the database holds anything, or its server is older than the one backed up."""
    import psycopg

    with psycopg.connect(address()) as connection:
        major = connection.info.server_version // 10000
        if connection.execute(TABLES).fetchone():
            raise CannotStart(
                "پایگاه داده خالی نیست و دست نخورد. پایگاه دادهٔ خالی دیگری را در DATABASE_URL نام ببرید، یا پوشهٔ تازه‌ای را در OPENTAMIN_VAR.",
                "The database is not empty, and was not touched. Name an empty one by DATABASE_URL, or a new folder by OPENTAMIN_VAR.",
            )
        if major < manifest["postgresql"]:
            raise CannotStart(
                f"این پشتیبان از PostgreSQL {manifest['postgresql']} است و این سرور {major} است؛ سروری به همان تازگی بیاورید.",
                f"This backup is of PostgreSQL {manifest['postgresql']} and this server is {major}; bring a server as new.",
            )


def load(archive: ZipFile, manifest: dict[str, Any]) -> None:
    """Load and verify in one transaction, committed only after the last word: whoever dies on the way leaves an empty database."""
    command = [str(find_binaries() / "psql"), "--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1", "--file=-"]
    process = subprocess.Popen(
        command, env=libpq(), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=die_with_parent()
    )
    assert process.stdin and process.stderr
    with contextlib.suppress(BrokenPipeError):  # psql stopped at an error, and says which
        with archive.open(SQL) as source:
            process.stdin.write(b"BEGIN;\n")
            feed(source, process.stdin, archive.getinfo(SQL).file_size)
        check = check_sql(json.dumps(manifest["holds"]))
        process.stdin.write(f"\n{check}\nCOMMIT;\n".encode())
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    said = process.stderr.read().decode(errors="replace")
    if process.wait():
        refuse(said)


def feed(source: IO[bytes], target: IO[bytes], whole: int) -> None:
    """Pass the SQL of so many bytes on, without the one line of its head that older servers do not know."""
    head = source.read(HEAD_BYTES)
    target.write(head.replace(UNKNOWN_BEFORE_17, b"", 1))
    copy(source, target, whole - len(head))


def refuse(said: str) -> None:
    """Raise with the first thing psql complained of; details stay unsaid, they may quote a row."""
    reason = next((line.partition("ERROR:")[2].strip() for line in said.splitlines() if "ERROR:" in line), "psql")
    raise CannotStart(
        f"بازگرداندن نشد و پایگاه داده خالی ماند: {reason}",
        f"The backup could not be restored, and the database stays empty: {reason}",
    )


def after() -> None:
    """Let the planner know what came in, and bring an older shape up to date where that is ours to do."""
    import psycopg

    with psycopg.connect(address(), autocommit=True) as connection:
        connection.execute("ANALYZE")
    if not is_server():
        bring_up_to_date()
    elif waiting():
        say("شکل داده‌ها از این نسخه عقب است؛ اجرا کنید: ./run migrate", "the data are of an older version; run: ./run migrate")
