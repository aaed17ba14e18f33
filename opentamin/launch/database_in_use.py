"""The database of one run: a server's, or a cluster of our own that lives as long as somebody uses it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from opentamin.launch.cluster import Cluster
from opentamin.launch.database import NAME_DEFAULT
from opentamin.launch.paths import make_var
from opentamin.launch.say import say


def is_server() -> bool:
    """Say whether a database server was named; otherwise we run PostgreSQL ourselves."""
    return bool(os.environ.get("DATABASE_URL", "").strip())


@contextmanager
def database_in_use(name: str = NAME_DEFAULT, *, meanwhile: Callable[[tuple[int, ...]], None] = lambda lease: None) -> Iterator[tuple[int, ...]]:
    """Have a database ready, and named in the environment for this process and its children.

    Yields the lease, as files to pass on: a child that holds them keeps our own PostgreSQL up. A server needs none.
    `meanwhile` is called with the lease when the name is known and before the server is up. Raises CannotStart when our own PostgreSQL
    cannot be started.
    """
    if is_server():
        meanwhile(())
        yield ()
        return
    cluster = Cluster(make_var() / "pg")
    os.environ |= {"OPENTAMIN_DB_HOST": str(cluster.socket_dir), "OPENTAMIN_DB_NAME": name}
    try:
        cluster.take_lease()
        meanwhile(cluster.lease())
        if not cluster.data.exists():
            say("ساخت پایگاه دادهٔ PostgreSQL", "making the PostgreSQL database")
        cluster.start()
        cluster.create_database(name)
        yield cluster.lease()
    finally:
        cluster.stop()
