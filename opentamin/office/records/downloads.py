"""A document on its way to a browser."""

from django.http import StreamingHttpResponse

from opentamin.office.kit.downloads import as_file

from .models import Document


def as_download(document: Document) -> StreamingHttpResponse:
    """The bytes piece by piece, as a file to keep under its own name (also a Persian one, RFC 5987), never as a page."""
    response = StreamingHttpResponse(document.chunks(), content_type=document.media_type)
    response["Content-Length"] = str(document.size)
    return as_file(response, document.name)
