"""People and programs who send lists over HTTP, many at once: as little work as possible on their side, so that the served
system is measured and not they. Shared by `deadline_day`."""

import asyncio
import json
import re
import time
from dataclasses import dataclass, field
from typing import Any

BOUNDARY = b"----opentamin-deadline-day"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Sent:
    """One sending: what for, when it was begun (seconds), how long until the receipt was whole, and the numbers on it."""

    name: str
    begun: float
    seconds: float
    status: int
    numbers: list[str]
    error: str = ""


@dataclass
class Sender:
    """One client on one connection that stays open. With a `key` it is a program, else a browser that signed in."""

    port: int
    key: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    reader: Any = None
    writer: Any = None

    async def ask(self, method: str, path: str, body: bytes = b"", headers: str = "") -> Answer:
        """One request and its whole answer; a connection the server closed is opened again first."""
        if self.writer is None or self.writer.is_closing() or self.reader.at_eof():  # idle for so long that the server hung up
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nContent-Length: {len(body)}\r\n{headers}"
        head += f"Cookie: {cookies}\r\n" if cookies else ""
        head += f"X-API-Key: {self.key}\r\n" if self.key else ""
        self.writer.write(head.encode() + b"\r\n")
        self.writer.write(body)
        await self.writer.drain()
        answer = await self._answer()
        return answer

    async def _answer(self) -> Answer:
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in head[1:]:
            name, _, value = line.partition(":")
            value = value.strip()
            if name.lower() == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
            headers[name.lower()] = value
        if "content-length" in headers:
            body = await self.reader.readexactly(int(headers["content-length"]))
        elif headers.get("transfer-encoding") == "chunked":
            body = await self._chunks()
        else:
            body = b""
        if headers.get("connection") == "close":
            self.writer.close()
        return Answer(int(head[0].split()[1]), headers, body)

    async def _chunks(self) -> bytes:
        pieces = []
        while size := int((await self.reader.readline()).split(b";")[0], 16):
            pieces.append(await self.reader.readexactly(size))
            await self.reader.readline()
        await self.reader.readline()
        return b"".join(pieces)

    async def sign_in(self, username: str, password: str) -> None:
        """As a browser does: the form, the password, and the page with the upload form."""
        form_page = await self.ask("GET", "/sign-in/")
        assert "csrftoken" in self.cookies, f"no form to sign in: {form_page}"
        form = f"csrfmiddlewaretoken={self.cookies['csrftoken']}&username={username}&password={password}"
        kind = "Content-Type: application/x-www-form-urlencoded\r\n"
        answer = await self.ask("POST", "/sign-in/", form.encode(), kind)
        assert answer.status == 302, f"{username} could not sign in: {answer.status}"
        page = await self.ask("GET", "/lists/new/")
        self.token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.body.decode())[1]

    async def send(self, name: str, files: list[tuple[str, bytes]]) -> Sent:
        """Send the files of one list; a browser also reads the page it is led to."""
        begun, start = time.time(), time.perf_counter()
        try:
            status, numbers = await (self._as_program(files) if self.key else self._as_browser(files))
            error = "" if numbers else f"status {status}"
        except Exception as fault:
            status, numbers, error = 0, [], repr(fault)
            self.writer = None
        return Sent(name, begun, time.perf_counter() - start, status, numbers, error)

    async def _as_program(self, files) -> tuple[int, list[str]]:
        kind = f"Content-Type: multipart/form-data; boundary={BOUNDARY.decode()}\r\n"
        answer = await self.ask("POST", "/api/v1/lists", multipart(files), kind)
        if answer.status not in (200, 201, 202):
            return answer.status, []
        told = json.loads(answer.body)
        return answer.status, [told["tracking"]] if answer.status == 202 else [one["list"]["tracking"] for one in told]

    async def _as_browser(self, files) -> tuple[int, list[str]]:
        kind = f"Content-Type: multipart/form-data; boundary={BOUNDARY.decode()}\r\n"
        answer = await self.ask("POST", "/lists/new/", multipart(files, self.token), kind)
        if answer.status != 302:
            return answer.status, []
        page = await self.ask("GET", answer.headers["location"].partition("?")[0])
        if page.status == 302:  # read meanwhile
            page = await self.ask("GET", page.headers["location"])
        return page.status, re.findall(r"/lists/([\d-]+)/", answer.headers["location"]) if page.status == 200 else []


def multipart(files: list[tuple[str, bytes]], token: str = "") -> bytes:
    """A form's body with the files in the field `files`."""
    parts = [b'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n' + token.encode()] if token else []
    parts += [
        f'Content-Disposition: form-data; name="files"; filename="{name}"\r\n'.encode()
        + b"Content-Type: application/octet-stream\r\n\r\n"
        + body
        for name, body in files
    ]
    return b"".join(b"--" + BOUNDARY + b"\r\n" + part + b"\r\n" for part in parts) + b"--" + BOUNDARY + b"--\r\n"
