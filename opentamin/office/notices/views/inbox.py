"""Opening notices."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ..actions import mark_read
from ..queries import inbox


@login_required
@require_POST
def open_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Note the reading and go to what it is about. A notice of others is not there."""
    notice = get_object_or_404(inbox(request.user), pk=notice_id)
    mark_read([notice.pk], by=request.user, now=timezone.now())
    return redirect(notice.url)


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Note that everything in the inbox was read."""
    mark_read(inbox(request.user).unread().values_list("pk", flat=True), by=request.user, now=timezone.now())
    back = request.POST.get("next", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()) else "/")
