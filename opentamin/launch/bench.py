"""`./run bench NAME`: one measurement, in a database of its own beside the demonstration's."""

import runpy
import sys

from opentamin.launch.database_in_use import database_in_use
from opentamin.launch.paths import ROOT
from opentamin.launch.prepare import prepare

DATABASE = "opentamin_bench"


def measure(name: str, arguments: list[str]) -> int:
    """Run bench/<name>.py as a program; return its exit code."""
    with database_in_use(DATABASE):
        prepare()
        sys.argv = [f"./run bench {name}", *arguments]
        runpy.run_path(str(ROOT / "bench" / f"{name}.py"), run_name="__main__")
    return 0
