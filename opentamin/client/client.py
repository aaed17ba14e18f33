"""Calls of the lists' API. Every act carries an idempotency key, so that trying again after a broken line does nothing twice."""

import json
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

WAITS_SECONDS = (0.5, 2, 5)
AGAIN = frozenset({429, 502, 503, 504})


class Refused(Exception):
    """The office understood and said no. `code` is for the program, `detail` a sentence for people, `problem` the whole answer."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        self.status, self.code = problem.get("status", 0), problem.get("code", "")
        self.detail, self.problem = problem.get("detail", ""), dict(problem)
        super().__init__(f"{self.status} {self.code}: {self.detail}")


class OfficeSilent(Exception):
    """No answer after several tries. An act sent with a key may be sent again with that key."""


class _StayHere(HTTPRedirectHandler):
    """A key is not carried to another address."""

    def redirect_request(self, *_arguments: Any) -> None:
        return None


class Client:
    """One office and one key. `language` ("fa" or "en") is that of the sentences in answers."""

    def __init__(self, address: str, key: str, *, language: str = "fa", timeout: float = 60) -> None:
        self._address, self._timeout = address.rstrip("/") + "/api/v1", timeout
        self._headers = {"X-API-Key": key, "Accept-Language": language, "Accept": "application/json"}
        self._opener = build_opener(_StayHere)

    def send_files(self, files: Sequence[Path] | Mapping[str, bytes], *, key: str | None = None) -> list[dict]:
        """Send the files of one or more lists; receipts, one for each list."""
        contents = files if isinstance(files, Mapping) else {path.name: path.read_bytes() for path in files}
        boundary = uuid.uuid4().hex
        body = b"".join(_part(boundary, name, content) for name, content in contents.items()) + f"--{boundary}--\r\n".encode()
        return self._act("/lists", body, f"multipart/form-data; boundary={boundary}", key)

    def send_rows(self, header: Mapping[str, Any], workers: Sequence[Mapping[str, Any]], *, key: str | None = None) -> list[dict]:
        """Send one list as values, by the field names of its files; `month` (140508) may stand for year and month."""
        return self._act_json("/lists/rows", {"header": dict(header), "workers": [dict(row) for row in workers]}, key)

    def say_nobody_worked(self, header: Mapping[str, Any], *, key: str | None = None) -> list[dict]:
        """Say that the workplace had no worker in the month of the header."""
        return self._act_json("/lists/rows", {"header": dict(header), "workers": [], "nobody_worked": True}, key)

    def lists(self, **filters: Any) -> Iterator[dict]:
        """Lists the key may see, newest first; filters: state, month, workplace_code."""
        return self._pages("/lists", filters)

    def one_list(self, tracking: str) -> dict:
        return self._ask(f"/lists/{quote(tracking)}")

    def findings(self, tracking: str) -> Iterator[dict]:
        """What was found in a list, errors first."""
        return self._pages(f"/lists/{quote(tracking)}/findings", {})

    def workers(self, tracking: str) -> Iterator[dict]:
        """What each worker of an assessed list came to."""
        return self._pages(f"/lists/{quote(tracking)}/workers", {})

    def amount(self, tracking: str) -> dict:
        """The amount, article by article."""
        return self._ask(f"/lists/{quote(tracking)}/amount")

    def worker_amount(self, tracking: str, row: int) -> dict:
        """One worker's part, article by article."""
        return self._ask(f"/lists/{quote(tracking)}/workers/{row}")

    def changes(self, tracking: str, *, limit: int = 100) -> dict:
        """Who is new, gone or changed against the month before; counts are full, at most `limit` (1,000) of each are named."""
        return self._ask(f"/lists/{quote(tracking)}/changes?limit={limit}")

    def wait_until_checked(self, tracking: str, *, seconds: float = 300) -> dict:
        """The list when its check is done. Raises OfficeSilent when that takes longer."""
        ends = time.monotonic() + seconds
        while (one := self.one_list(tracking))["state"] == "received":
            if time.monotonic() > ends:
                raise OfficeSilent(f"{tracking} is not checked after {seconds} seconds")
            time.sleep(1)
        return one

    def assess(self, tracking: str, *, key: str | None = None) -> dict:
        """Make an accepted list final."""
        return self._act_json(f"/lists/{quote(tracking)}/assess", {}, key)

    def withdraw(self, tracking: str, reason: str, *, key: str | None = None) -> dict:
        return self._act_json(f"/lists/{quote(tracking)}/withdraw", {"reason": reason}, key)

    def webhooks(self) -> list[dict]:
        return self._ask("/webhooks")

    def register_webhook(self, workplace_code: str, url: str, name: str = "") -> dict:
        """The webhook with its secret, which is told this once. Not tried again by itself: two would be made."""
        body = json.dumps({"workplace_code": workplace_code, "url": url, "name": name}).encode()
        return self._call(self._request("/webhooks", body, {"Content-Type": "application/json"}), tries=1)

    def end_webhook(self, webhook_id: int) -> dict:
        return self._call(self._request(f"/webhooks/{webhook_id}/end", b"", {}), tries=1)

    def _pages(self, path: str, filters: Mapping[str, Any]) -> Iterator[dict]:
        number, seen = 1, 0
        while True:
            page = self._ask(f"{path}?{urlencode({**filters, 'page': number})}")
            yield from page["items"]
            seen += len(page["items"])
            if not page["items"] or seen >= page["count"]:
                return
            number += 1

    def _ask(self, path: str) -> Any:
        return self._call(self._request(path, None, {}))

    def _act_json(self, path: str, body: Mapping[str, Any], key: str | None) -> Any:
        return self._act(path, json.dumps(body, ensure_ascii=False).encode(), "application/json", key)

    def _act(self, path: str, body: bytes, media_type: str, key: str | None) -> Any:
        return self._call(self._request(path, body, {"Content-Type": media_type, "Idempotency-Key": key or uuid.uuid4().hex}))

    def _request(self, path: str, body: bytes | None, headers: Mapping[str, str]) -> Request:
        return Request(self._address + path, body, {**self._headers, **headers}, method="GET" if body is None else "POST")  # noqa: S310

    def _call(self, request: Request, tries: int = len(WAITS_SECONDS) + 1) -> Any:
        """The answer as JSON values; tried again when the line breaks or the office asks to wait."""
        last: Exception | None = None
        for wait in (0, *WAITS_SECONDS)[:tries]:
            time.sleep(wait)
            try:
                with self._opener.open(request, timeout=self._timeout) as answer:
                    return json.loads(answer.read())
            except HTTPError as refusal:
                problem = _problem(refusal)
                if refusal.code not in AGAIN:
                    raise Refused(problem) from refusal
                last = refusal
            except (URLError, OSError, HTTPException, ValueError) as broken:
                last = broken
        raise OfficeSilent(str(last)) from last


def _part(boundary: str, name: str, content: bytes) -> bytes:
    shown = name.replace('"', "%22")
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="{shown}"\r\nContent-Type: application/octet-stream\r\n\r\n'
    return head.encode() + content + b"\r\n"


def _problem(refusal: HTTPError) -> dict[str, Any]:
    try:
        problem = json.loads(refusal.read())
    except ValueError:
        problem = {}
    return (
        problem
        if isinstance(problem, dict) and problem
        else {"status": refusal.code, "code": "unreadable", "detail": str(refusal.reason)}
    )
