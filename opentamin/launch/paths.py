"""Where things lie, for code that runs before Django does."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"


def var() -> Path:
    """Return the folder of everything this copy writes: data, cache, keys. OPENTAMIN_VAR moves it."""
    return Path(os.environ.get("OPENTAMIN_VAR", ROOT / "var")).absolute()


def make_var() -> Path:
    """Return the same folder, made if need be, and open it to walk through: PostgreSQL may run as another user."""
    folder = var()
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    return folder
