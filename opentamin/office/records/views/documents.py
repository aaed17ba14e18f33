"""Documents for those who may have them."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from ..access import may_open
from ..downloads import as_download
from ..models import Document


@login_required
@require_safe
def document(request: HttpRequest, document_id: int) -> HttpResponseBase:
    """The file. One that is not there and one that is not yours get the same answer."""
    found = Document.objects.filter(pk=document_id).first()
    if found is None or not may_open(request.user, found):
        raise Http404
    return as_download(found)
