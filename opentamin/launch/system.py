"""Debian packages: installed when we are root, otherwise named in one line or unpacked beside us."""

import os
import shutil
import subprocess
from pathlib import Path

from opentamin.launch.errors import CannotStart
from opentamin.launch.processes import die_with_parent
from opentamin.launch.say import say


def has_apt() -> bool:
    """Say whether this is a Debian-like system."""
    return shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install Debian packages. Raises CannotStart with the line to type when we are not root."""
    if os.geteuid() != 0 or not has_apt():
        line = "sudo apt-get install -y " + " ".join(packages)
        raise CannotStart(f"این بسته‌ها لازم است؛ یک بار اجرا کنید: {line}", f"Packages are missing; run once: {line}")
    say(f"نصب {' '.join(packages)}", f"installing {' '.join(packages)} by apt")
    if not any(Path("/var/lib/apt/lists").glob("*_Packages*")):
        apt("update")
    apt("install", "-y", "--no-install-recommends", *packages)


def apt(*words: str) -> None:
    """Run apt-get quietly; its own words are shown only when it fails."""
    done = subprocess.run(
        ["apt-get", "-qq", *words],
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        capture_output=True,
        text=True,
        preexec_fn=die_with_parent(),
    )
    if done.returncode:
        raise CannotStart(f"apt-get {words[0]} نشد:\n{done.stderr.strip()}", f"apt-get {words[0]} failed:\n{done.stderr.strip()}")


def unpack(folder: Path, *packages: str) -> Path:
    """Unpack Debian packages and all they need under `folder` without root; return the unpacked root.

    Apt keeps its lists and downloads in the folder too, so the system is not touched.
    """
    root, lists, archives = folder / "root", folder / "lists", folder / "archives"
    for made in (root, lists / "partial", archives / "partial"):
        made.mkdir(parents=True, exist_ok=True)
    own = [f"Dir::State::Lists={lists}", f"Dir::Cache={folder}", f"Dir::Cache::Archives={archives}"]
    options = [word for setting in [*own, "Debug::NoLocking=1"] for word in ("-o", setting)]
    apt(*options, "update")
    apt(*options, "-y", "--no-install-recommends", "--download-only", "install", *packages)
    for package in sorted(archives.glob("*.deb")):
        subprocess.run(["dpkg", "-x", package, root], check=True)
        package.unlink()
    shutil.rmtree(lists)
    return root
