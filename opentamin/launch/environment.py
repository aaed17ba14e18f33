"""The Python environment: made once, and filled again only when the list of packages changes.

Every package is named with its version and the hash of its file, so what is installed is what was tested.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from opentamin.launch.errors import CannotStart
from opentamin.launch.paths import REQUIREMENTS, ROOT
from opentamin.launch.processes import die_with_parent
from opentamin.launch.say import say
from opentamin.launch.system import install


def python_with(requirements: str, folder: str = ".venv") -> Path:
    """Return the Python of an environment that holds `requirements/<requirements>.txt`, making or filling it if need be."""
    environment = ROOT / folder
    python = environment / "bin" / "python"
    if python.exists() and is_filled(environment, requirements):
        return python
    lock = os.open(ROOT, os.O_RDONLY)  # two ./run in one clone: the second waits, then finds it made
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not python.exists():
            make(environment)
        if not is_filled(environment, requirements):
            with own_code_compiled_meanwhile():
                fill(environment, requirements)
            stamp_of(environment, requirements).write_text(digest_of(requirements))
    finally:
        os.close(lock)
    return python


def digest_of(requirements: str) -> str:
    """Return one digest of everything an environment is filled from."""
    lists = [REQUIREMENTS / "uv.txt", REQUIREMENTS / f"{requirements}.txt"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in lists)).hexdigest()


def stamp_of(environment: Path, requirements: str) -> Path:
    """Return the file that says which list an environment was filled from; it goes when the environment is made anew."""
    return environment / f"installed-{requirements}"


def is_filled(environment: Path, requirements: str) -> bool:
    """Say whether an environment holds exactly what the list names today."""
    stamp = stamp_of(environment, requirements)
    return stamp.exists() and stamp.read_text() == digest_of(requirements)


def make(environment: Path) -> None:
    """Make an empty environment with pip in it.

    Pip is unpacked from the file Python carries; letting `venv` install it takes ten times as long.
    """
    pip = bundled_pip()
    if pip is None:  # Debian keeps it in a package of its own
        install("python3-venv")
        pip = bundled_pip()
    say("ساخت محیط پایتون", "making the Python environment")
    run([sys.executable, "-m", "venv", "--clear", *(["--without-pip"] if pip else []), str(environment)])
    if pip:
        packages = environment / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
        with ZipFile(pip) as wheel:
            wheel.extractall(packages)


@contextmanager
def own_code_compiled_meanwhile() -> Iterator[None]:
    """Write the byte code of our own files while packages come: several processes load them next, all at once."""
    command = [sys.executable, "-m", "compileall", "-q", "-x", "/tests/", str(ROOT / "opentamin")]
    compiling = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=die_with_parent())
    try:
        yield
    finally:
        compiling.wait()  # what it could not write is compiled when it is loaded


def bundled_pip() -> Path | None:
    """Return the pip this Python carries for `venv`, if it does."""
    spec = find_spec("ensurepip")
    folders = [Path(place) / "_bundled" for place in (spec.submodule_search_locations or [])] if spec else []
    if kept := sysconfig.get_config_var("WHEEL_PKG_DIR"):  # where a distribution keeps them
        folders.append(Path(kept))
    return next((wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"), reverse=True)), None)


def fill(environment: Path, requirements: str) -> None:
    """Install the packages, with uv for speed."""
    say("نصب بسته‌ها", f"installing packages ({requirements})")
    python, uv = environment / "bin" / "python", environment / "bin" / "uv"
    only = ["--require-hashes", "--only-binary=:all:", "-r"]
    pip = [str(python), "-m", "pip", "-q", "--disable-pip-version-check", "install"]
    run([*pip, *only, str(REQUIREMENTS / "uv.txt")])
    # A private certificate in front of the package index is the system's, and a stranger's uv.toml is not ours to obey.
    own = {"UV_SYSTEM_CERTS": "1", "UV_NO_CONFIG": "1"}
    run([str(uv), "pip", "install", "-q", "--python", str(python), *only, str(REQUIREMENTS / f"{requirements}.txt")], own)


def run(command: list[str], more: dict[str, str] | None = None) -> None:
    """Run one step of the set-up. Raises CannotStart with the step's own last words when it fails."""
    done = subprocess.run(
        command,
        env=os.environ | (more or {}),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=die_with_parent(),
    )
    if done.returncode:
        last = "\n".join(done.stderr.strip().splitlines()[-15:])
        raise CannotStart(
            f"برپایی محیط پایتون نشد؛ هیچ داده‌ای تغییر نکرد. پس از رفع علت، ./run را دوباره اجرا کنید:\n{last}",
            "The Python environment could not be set up; no data were changed. Mend the cause above and run ./run again.",
        )
