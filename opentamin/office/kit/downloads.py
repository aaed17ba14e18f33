"""A file on its way to a browser or a program: kept under its own name, never shown as a page."""

from typing import TypeVar

from django.http import HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
Response = TypeVar("Response", bound=HttpResponseBase)


def download(body: bytes, name: str, media_type: str) -> HttpResponse:
    """Return the bytes as a file of this name."""
    return as_file(HttpResponse(body, content_type=media_type), name)


def as_file(response: Response, name: str) -> Response:
    """Give an answer the headers of a file: its name (also a Persian one, RFC 5987), and that nothing in it may run or be kept by
    others on the way."""
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
