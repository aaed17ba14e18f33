"""A Chromium for the browser tests: the one that is there, Debian's, or Debian's unpacked beside us without root."""

import ctypes.util
import os
import shutil
import sysconfig
from pathlib import Path

from opentamin.launch.errors import CannotStart
from opentamin.launch.paths import make_var
from opentamin.launch.say import say
from opentamin.launch.system import has_apt, install, unpack

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Playwright's own program needs the second, and a small system lacks it.
PACKAGES = ("chromium", "libatomic1")


def find_chromium() -> Path:
    """Return a Chromium, bringing one if there is none. OPENTAMIN_CHROMIUM names another.

    Raises CannotStart on systems without apt.
    """
    named = os.environ.get("OPENTAMIN_CHROMIUM")
    found = next((path for name in ([named] if named else NAMES) if (path := shutil.which(name))), None)
    if found and (named or ctypes.util.find_library("atomic")):
        return Path(found)
    if not has_apt():
        raise CannotStart(
            "آزمون‌های مرورگر Chromium می‌خواهند: آن را نصب کنید و نشانی‌اش را در OPENTAMIN_CHROMIUM بگذارید.",
            "The browser tests need Chromium: install it and give its path by OPENTAMIN_CHROMIUM.",
        )
    if os.geteuid() == 0:
        install(*PACKAGES)
        return Path("/usr/bin/chromium")
    return unpacked_chromium(make_var() / "chromium")


def unpacked_chromium(home: Path) -> Path:
    """Return a Chromium unpacked under `home` from Debian's packages, and let Playwright find its library there."""
    program, root = home / "chromium", home / "root"
    if not program.exists():
        say("باز کردن Chromium دبیان در var بدون دسترسی ریشه", "unpacking Debian's Chromium under var, without root")
        unpack(home, *PACKAGES)
        write_fonts(home)
        write_program(program, root)
    os.environ["LD_LIBRARY_PATH"] = str(root / "usr/lib" / architecture())
    return program


def write_fonts(home: Path) -> None:
    """Name the unpacked fonts: without any font of the system Chromium draws no text, not even in a web font."""
    (home / "fonts.conf").write_text(
        f"<fontconfig><dir>{home}/root/usr/share/fonts</dir><dir>/usr/share/fonts</dir>"
        f"<cachedir>{home}/font-cache</cachedir></fontconfig>"
    )


def write_program(program: Path, root: Path) -> None:
    """Write the small program that starts Chromium with its unpacked libraries; last, so that it marks a whole unpacking."""
    libraries = [f"usr/lib/{architecture()}", f"lib/{architecture()}", f"usr/lib/{architecture()}/pulseaudio", "usr/lib/chromium"]
    lines = [
        "#!/bin/sh",
        f"export LD_LIBRARY_PATH='{':'.join(str(root / folder) for folder in libraries)}'",
        f"export FONTCONFIG_FILE='{program.parent / 'fonts.conf'}'",
        f"exec '{root / 'usr/lib/chromium/chromium'}' \"$@\"",
    ]
    unfinished = program.with_suffix(".unfinished")
    unfinished.write_text("\n".join(lines) + "\n")
    unfinished.chmod(0o755)
    unfinished.rename(program)


def architecture() -> str:
    """Return Debian's name of this machine's kind, for example "x86_64-linux-gnu"."""
    return sysconfig.get_config_var("MULTIARCH") or f"{os.uname().machine}-linux-gnu"
