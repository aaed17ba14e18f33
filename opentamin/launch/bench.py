"""`./run bench NAME`: one measurement, in a database of its own beside the demonstration's."""

import runpy
import sys

from opentamin.launch.database_in_use import database_in_use, is_server
from opentamin.launch.errors import CannotStart
from opentamin.launch.paths import ROOT
from opentamin.launch.prepare import prepare

DATABASE = "opentamin_bench"


def measure(name: str, arguments: list[str]) -> int:
    """Run bench/<name>.py as a program; return its exit code. Raises CannotStart when a server is named."""
    if is_server():  # a measurement empties its tables first
        raise CannotStart(
            "سنجش‌ها جدول‌ها را خالی می‌کنند و روی سرور اجرا نمی‌شوند؛ DATABASE_URL را بردارید.",
            "Measurements empty the tables and do not run on a server; unset DATABASE_URL.",
        )
    with database_in_use(DATABASE):
        prepare()
        sys.path.insert(0, str(ROOT / "bench"))  # a measurement may share code with its neighbours
        sys.argv = [f"./run bench {name}", *arguments]
        runpy.run_path(str(ROOT / "bench" / f"{name}.py"), run_name="__main__")
    return 0
