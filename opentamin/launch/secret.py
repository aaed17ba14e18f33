"""A lasting secret key: a new one at each start would sign everybody out."""

import contextlib
import os
import secrets
from pathlib import Path

from opentamin.launch.paths import make_var


def use_lasting_key() -> None:
    """Name this copy's key in the environment, unless a key was given."""
    if not os.environ.get("OPENTAMIN_SECRET_KEY"):
        os.environ["OPENTAMIN_SECRET_KEY"] = lasting_key(make_var())


def lasting_key(folder: Path) -> str:
    """Return the key kept in a folder, making it once; nobody but its owner may read it."""
    path = folder / "secret-key"
    if not path.exists():
        # Written beside and linked into place: two starts at once agree on one whole key.
        unfinished = folder / f"secret-key.{os.getpid()}"
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(unfinished)
        unfinished.unlink()
    return path.read_text().strip()
