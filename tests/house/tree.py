"""The house as files: what every house test walks over."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OFFICE = ROOT / "opentamin" / "office"
ROOMS = ["kit", "accounts", "records", "channels", "ledger", "notices", "registry", "history", "payments", "contributions", "advice", "debts", "disputes", "eservices", "site"]


@cache
def tracked_files() -> tuple[Path, ...]:
    """Files of the project: those under version control, or all but the ignored ones in a bare copy."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode == 0:
        names = [ROOT / name for name in listing.stdout.splitlines()]
    else:
        names = [path for path in ROOT.rglob("*") if not {".venv", "var", ".git", "__pycache__"} & set(path.parts)]
    return tuple(sorted(path for path in names if path.is_file()))


def files(*endings: str) -> list[Path]:
    return [path for path in tracked_files() if path.name.endswith(endings)]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))
