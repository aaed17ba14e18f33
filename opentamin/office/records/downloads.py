"""A document on its way to a browser."""

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from .models import Document


def as_download(document: Document) -> StreamingHttpResponse:
    """The bytes piece by piece, as a file to keep under its own name (also a Persian one, RFC 5987), never as a page."""
    response = StreamingHttpResponse(document.chunks(), content_type=document.media_type)
    response["Content-Length"] = str(document.size)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=document.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
