"""A free port on this machine for the web server."""

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from opentamin.launch.errors import CannotStart
from opentamin.launch.say import say

PORT_WANTED = 8000
PORTS_TRIED_MAX = 50
# `localhost` is either of these; another program on one of them would answer in our place.
LOOPBACKS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))


def wanted_port() -> int:
    """Return the port OPENTAMIN_PORT asks for. Raises CannotStart when it is not one."""
    said = os.environ.get("OPENTAMIN_PORT", str(PORT_WANTED))
    if not said.isdecimal() or not 0 < int(said) < 65536:
        raise CannotStart(
            f"OPENTAMIN_PORT={said} درگاه نیست؛ عددی از ۱ تا ۶۵۵۳۵ بنویسید.",
            f"OPENTAMIN_PORT={said} is no port; give a number from 1 to 65535.",
        )
    return int(said)


@contextmanager
def port_of_our_own(wanted: int) -> Iterator[int]:
    """Hold the wanted port, or the next that is free, for our own web server: another `./run` will not find it free."""
    for port in range(wanted, min(wanted + PORTS_TRIED_MAX, 65536)):
        with socket.socket(socket.AF_UNIX) as name, socket.socket() as held:
            if has_taken_name(name, port) and is_free(port) and has_bound(held, port):
                if port != wanted:
                    say(f"درگاه {wanted} گرفته است؛ درگاه {port}", f"port {wanted} is taken; using {port}")
                yield port
                return
    raise CannotStart(
        f"از درگاه {wanted} به بعد درگاه آزادی نبود؛ درگاه دیگری را در OPENTAMIN_PORT نام ببرید.",
        f"No port from {wanted} on is free; name another by OPENTAMIN_PORT.",
    )


def has_taken_name(name: socket.socket, port: int) -> bool:
    """Take the name of a port among our own, which goes with the process. A shared port alone would be given to two who start at once."""
    try:
        name.bind(f"\0opentamin-port-{port}")
    except OSError:
        return False
    return True


def has_bound(held: socket.socket, port: int) -> bool:
    """Bind the port and never listen: whoever asks for it to share, as our server does, still gets it and all who knock."""
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # visitors who have just left keep a port for a minute
    try:
        held.bind(("127.0.0.1", port))
    except OSError:  # somebody else was quicker
        return False
    return True


def is_free(port: int) -> bool:
    """Say whether nothing listens on this port on either loopback address."""
    for family, address in LOOPBACKS:
        try:
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((address, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                return False
            # this machine does not speak the family at all (no IPv6): nothing can listen there
    return True
