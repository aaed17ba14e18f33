"""What `./run` becomes inside the environment: the served system, a command, or a measurement."""

import sys

from opentamin.launch.errors import CannotStart
from opentamin.launch.say import show

STOPPED = 130  # as shells say it of whoever was interrupted


def main(words: list[str]) -> int:
    """Do what the words ask; return the exit code."""
    try:
        match words:
            case [] | ["serve"]:
                from opentamin.launch.serve import serve

                return serve()
            case ["bench", name, *arguments]:
                from opentamin.launch.bench import measure

                return measure(name, arguments)
            case ["help" | "-h" | "--help"]:
                from opentamin.launch.help import print_help

                return print_help()
            case ["law", *arguments]:
                from opentamin.launch.commands import run_module

                return run_module("opentamin.law", arguments)
            case ["backup", file]:
                from opentamin.launch.commands import run_on_database

                return run_on_database("opentamin.launch.backup", "backup", file)
            case ["restore", "--check", file]:
                from opentamin.launch.commands import run_on_database

                return run_on_database("opentamin.launch.restore", "restore", file, only_check=True)
            case ["restore", file]:
                from opentamin.launch.commands import run_on_database

                return run_on_database("opentamin.launch.restore", "restore", file)
            case ["backup" | "restore" as name, *_]:
                raise CannotStart(f"نام یک پرونده را بنویسید: ./run {name} FILE", f"Name one file: ./run {name} FILE")
            case _:
                from opentamin.launch.commands import run_command

                return run_command(words)
    except CannotStart as reason:
        show(f"\n{reason.persian}\n{reason.english}\n")
        return 1
    except KeyboardInterrupt:
        show("\nپایان داده شد؛ آنچه تمام شده بود ماند. · Stopped; what was done stays.\n")
        return STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
