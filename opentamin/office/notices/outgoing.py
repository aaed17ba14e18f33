"""Going out to an address that somebody else gave us: only to the open net, to the very address that was looked at, and briefly."""

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from opentamin.office.kit.refusals import Refusal

SECONDS_A_STEP: Final = 10
SECONDS_IN_ALL: Final = 20
PORTS: Final = frozenset({443, 8443})
URL_LENGTH_MAX: Final = 500
_READ_MAX: Final = 1024

_WHY = {
    "shape": _("نشانی را کامل و بی نام کاربری بنویسید؛ با https، نام و مسیر."),
    "scheme": _("نشانی باید با https آغاز شود."),
    "port": _("تنها درگاه ۴۴۳ یا ۸۴۴۳ پذیرفته است."),
    "unknown": _("این نام در اینترنت پیدا نشد."),
    "inside": _("این نشانی در اینترنت باز نیست؛ به نشانی‌های درونی شبکه‌ها چیزی نمی‌فرستیم."),
}


class NotOpenNet(Refusal):
    """We do not go there. `why`: shape, scheme, port, unknown or inside."""

    code = "url"
    status = 422

    def __init__(self, why: str) -> None:
        self.why = why
        self.code = f"url_{why}"
        super().__init__()

    def __str__(self) -> str:
        return str(_WHY[self.why])


class Place(NamedTuple):
    """Where to go: the name as given, and one of its addresses, all of which were looked at."""

    is_secure: bool
    host: str
    port: int
    address: str
    path: str


def place_of(url: str) -> Place:
    """Look at an address before going there. Raises NotOpenNet.

    Every address of the name must lie in the open net, or somebody could answer with a good one now and an inner one later;
    for the same reason we then go to the address seen here and ask no name server again. A loopback address is let through only
    by the setting WEBHOOK_LOOPBACK, which tests and a developer's own machine use.
    """
    parts, host, port = _parts(url)
    is_secure = parts.scheme == "https"
    if not settings.WEBHOOK_LOOPBACK:
        _refuse_by_shape(is_secure, port)
    addresses = _addresses(host, port)
    if not (settings.WEBHOOK_LOOPBACK and all(address.is_loopback for address in addresses)):
        _refuse_by_shape(is_secure, port)
        if not all(_is_open(address) for address in addresses):
            raise NotOpenNet("inside")
    return Place(is_secure, host, port, str(addresses[0]), _path(parts))


def _refuse_by_shape(is_secure: bool, port: int) -> None:
    if not is_secure:
        raise NotOpenNet("scheme")
    if port not in PORTS:
        raise NotOpenNet("port")


def _parts(url: str):
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as wrong:
        raise NotOpenNet("shape") from wrong
    is_plain = url.isascii() and url.isprintable() and " " not in url and len(url) <= URL_LENGTH_MAX
    if not is_plain or not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise NotOpenNet("shape")
    if parts.scheme not in ("http", "https"):
        raise NotOpenNet("scheme")
    return parts, host, port or (443 if parts.scheme == "https" else 80)


def _path(parts) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _addresses(host: str, port: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as wrong:
        raise NotOpenNet("unknown") from wrong
    return [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]


def _is_open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether anybody may be met there: no private, local, shared, reserved or multicast address, nor one wrapped in IPv6."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if wrapped or address in _NAT64:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


def post(place: Place, body: bytes, headers: dict[str, str]) -> int:
    """Send once and return the status. No redirect is followed and of the answer only a little is read.

    Raises OSError or http.client.HTTPException when nobody answers rightly, or not in time.
    """
    link = _Link(place)
    watch = threading.Timer(SECONDS_IN_ALL, link.break_off)
    watch.start()
    try:
        link.request("POST", place.path, body, headers)
        answer = link.getresponse()
        answer.read(_READ_MAX)
        return answer.status
    finally:
        watch.cancel()
        link.close()


class _Link(http.client.HTTPConnection):
    """A connection to the address that was looked at, in the name that was given."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.host, place.port, timeout=SECONDS_A_STEP)
        self.default_port = 443 if place.is_secure else 80
        self._place = place

    def connect(self) -> None:
        self.sock = socket.create_connection((self._place.address, self.port), self.timeout)
        if self._place.is_secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def break_off(self) -> None:
        """Whoever answers drop by drop is left."""
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)
