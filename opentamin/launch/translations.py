"""English words of the pages: .po files, which people write, become .mo files, which Django reads."""

import os
from pathlib import Path

from opentamin.launch.paths import ROOT


def compile_translations(root: Path = ROOT / "opentamin") -> int:
    """Compile every .po newer than its .mo; return how many were. Needs no GNU gettext."""
    stale = [po for po in root.rglob("LC_MESSAGES/*.po") if is_stale(po, po.with_suffix(".mo"))]
    if stale:
        import polib

        for po in stale:
            unfinished = po.with_suffix(f".{os.getpid()}")
            polib.pofile(str(po)).save_as_mofile(str(unfinished))
            unfinished.rename(po.with_suffix(".mo"))
    return len(stale)


def is_stale(po: Path, mo: Path) -> bool:
    """Say whether a .mo is missing or older than its .po."""
    return not mo.exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns
