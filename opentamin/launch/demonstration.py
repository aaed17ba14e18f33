"""The invented country of a fresh copy, and the people who can sign in to look around.

Only in a database of our own: a server's database gets no invented people unless OPENTAMIN_SAMPLE=1 says so, and
OPENTAMIN_SAMPLE=0 keeps our own empty.
"""

import os
import sys

from opentamin.launch.database_in_use import is_server
from opentamin.launch.say import say, show

NICENESS = 10


def is_wanted() -> bool:
    """Say whether this copy shows the invented country."""
    return os.environ.get("OPENTAMIN_SAMPLE", "0" if is_server() else "1") == "1"


def demonstrate() -> int:
    """Build the sample if there is none, print its sign-ins, then let the lists of the other workplaces come; return the exit code."""
    import django

    django.setup()
    from django.core.management import call_command

    from opentamin.sample import demo

    if not demo.is_built():
        say("ساخت کشور نمونه؛ همهٔ آدم‌ها ساختگی‌اند", "building the sample country; all people are invented")
        call_command("sample", "country")
        say("کشور نمونه آماده است", "the sample country is ready")
    show_sign_ins(demo.sign_ins())
    os.nice(NICENESS)  # whoever looks around goes before
    call_command("sample", "others", verbosity=0)
    return 0


def show_sign_ins(sign_ins: list) -> None:
    """Print one line for each person: who, user name, password."""
    show("\n    ورود برای آزمودن · sign-ins to try:\n")
    for sign_in in sign_ins:
        show(f"    {sign_in}")


if __name__ == "__main__":
    sys.exit(demonstrate())
