"""What `./run` does first, with the standard library alone: set up, then hand over to the environment's Python."""

import ast
import os
import sys
from pathlib import Path

from opentamin.launch.chromium import find_chromium
from opentamin.launch.environment import python_with
from opentamin.launch.errors import CannotStart
from opentamin.launch.paths import ROOT, make_var
from opentamin.launch.say import say, show

CORES_MAX = 4  # more tests at once wait for one database
SETTINGS = "opentamin.office.site.settings"


def main(words: list[str]) -> None:
    """Run `./run WORDS…`; never returns."""
    try:
        if not sys.platform.startswith("linux"):
            raise CannotStart("این سامانه روی لینوکس اجرا می‌شود.", "The system runs on Linux.")
        set_environment()
        match words:
            case ["test", *arguments]:
                test(arguments)
            case ["bench", *arguments]:
                bench(arguments)
            case ["mutate", *arguments]:
                hand_over(python_with("test"), "-m", "proof.mutate", *arguments)
            case _:
                hand_over(python_with("base"), "-m", "opentamin.launch", *words)
    except CannotStart as reason:
        show(f"\n{reason.persian}\n{reason.english}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def set_environment() -> None:
    """Say once, for every process that follows, which settings hold and where things are written."""
    folder = make_var()
    os.environ.setdefault("OPENTAMIN_VAR", str(folder))
    os.environ.setdefault("OPENTAMIN_CACHE", str(folder / "cache"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    # Compiled once and kept: without its byte code every start would compile some thousand files again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # A list of file paths stays as the person typed it, so we do not change the folder: Python finds us by this.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))


def test(arguments: list[str]) -> None:
    """Run the tests, in the browser too."""
    python = python_with("test")
    os.environ["OPENTAMIN_CHROMIUM"] = str(find_chromium())
    say("آزمون‌ها", "tests")
    os.chdir(ROOT)
    # Everything at once keeps all cores busy; a chosen test starts sooner alone.
    everything = ["-n", str(min(os.cpu_count() or 1, CORES_MAX)), "--dist", "loadgroup"]
    hand_over(python, "-m", "pytest", *(arguments or everything))


def bench(arguments: list[str]) -> None:
    """Run one measurement of bench/ in the environment that also holds what we compare with, or list what there is."""
    known = {path.stem: path for path in sorted((ROOT / "bench").glob("[!_]*.py")) if is_program(path)}
    if not arguments:
        for name, path in known.items():
            print(f"./run bench {name}\n    {first_line(path)}")
    elif arguments[0] in known:
        hand_over(python_with("bench", ".venv-bench"), "-m", "opentamin.launch", "bench", *arguments)
    else:
        names = "، ".join(known)
        raise CannotStart(f"سنجش {arguments[0]} نیست. هست: {names}", f"No measurement {arguments[0]}. There are: {names}")


def is_program(path: Path) -> bool:
    """Say whether a file of bench/ is run by itself; the others are read by their neighbours."""
    return '__name__ == "__main__"' in path.read_text()


def first_line(path: Path) -> str:
    """Return what a file says of itself first."""
    return (ast.get_docstring(ast.parse(path.read_text())) or "").partition("\n")[0]


def hand_over(python: Path, *words: str) -> None:
    """Become another program: signals meant for `./run` then reach it without a middleman."""
    sys.stdout.flush()
    os.execv(python, [str(python), *words])
