"""Which database Django talks to, read from the environment alone.

A server is named by DATABASE_URL. Otherwise `./run` starts PostgreSQL itself and names its socket directory by
OPENTAMIN_DB_HOST and its database by OPENTAMIN_DB_NAME.
"""

from collections.abc import Mapping
from typing import Any

from opentamin.launch.errors import CannotStart

NAME_DEFAULT = "opentamin"
# Libpq's own names on the left, Django's on the right; every other libpq setting (sslmode, sslrootcert, …) is an option.
DJANGO_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
# A socket directory that cannot exist: without a database named, a stray query must fail and never reach a server
# that happens to run on this machine.
NOWHERE = "/nonexistent"
# Few at a time are served soonest: the others wait in line for a connection, longer than any crowd takes.
POOL = {"min_size": 1, "max_size": 6, "timeout": 60}


def database_from_environment(env: Mapping[str, str]) -> dict[str, Any]:
    """Return one entry of Django's DATABASES.

    Raises CannotStart when DATABASE_URL cannot be read as a PostgreSQL address.
    """
    url = env.get("DATABASE_URL", "").strip()
    database = from_url(url) if url else from_socket(env)
    if env.get("OPENTAMIN_POOL") == "1":
        database["OPTIONS"]["pool"] = dict(POOL)
    return database


def from_socket(env: Mapping[str, str]) -> dict[str, Any]:
    """Return the entry of the cluster `./run` starts: a Unix socket, no password, reachable by this user alone."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": env.get("OPENTAMIN_DB_NAME", NAME_DEFAULT),
        "USER": "postgres",
        "HOST": env.get("OPENTAMIN_DB_HOST", NOWHERE),
        "OPTIONS": {},
    }


def from_url(url: str) -> dict[str, Any]:
    """Return the entry of a libpq address, for example `postgres://user:secret@host:5432/name?sslmode=require`.

    Libpq itself reads the address, so sockets (`postgres:///name?host=/run/postgresql`), several hosts and every
    connection setting mean what PostgreSQL's manual says.
    """
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    if not url.startswith(("postgres://", "postgresql://")):
        raise CannotStart(
            "نشانی DATABASE_URL باید با postgres:// آغاز شود؛ این سامانه فقط با PostgreSQL کار می‌کند.",
            "DATABASE_URL must begin with postgres:// because the system works with PostgreSQL only.",
        )
    try:
        settings = conninfo_to_dict(url)
    except ProgrammingError:
        # The driver's own sentence may repeat the address, and the address may hold a password.
        raise CannotStart(
            "نشانی DATABASE_URL خوانا نیست. نمونهٔ درست: postgres://user:password@host:5432/name?sslmode=require",
            "DATABASE_URL cannot be read. A right one: postgres://user:password@host:5432/name?sslmode=require",
        ) from None
    named = {DJANGO_NAMES[key]: str(value) for key, value in settings.items() if key in DJANGO_NAMES}
    options = {key: value for key, value in settings.items() if key not in DJANGO_NAMES}
    return {"ENGINE": "django.db.backends.postgresql", "NAME": NAME_DEFAULT, **named, "OPTIONS": options}
