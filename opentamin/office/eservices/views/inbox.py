"""What we told the reader, newest first, and what of it is still unread."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from opentamin.office.notices.actions import mark_read
from opentamin.office.notices.queries import inbox

from ..letters import letters_of

PAGE_SIZE = 30


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def inbox_page(request: HttpRequest) -> HttpResponse:
    """A page of notices; POST marks those of one page as read."""
    page = Paginator(inbox(request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    if request.method == "POST":
        mark_read((notice.pk for notice in page), by=request.user, now=timezone.now())
        return redirect(request.get_full_path())
    context = {"page": page, "letters": letters_of(page), "unread_count": inbox(request.user).unread().count()}
    return render(request, "eservices/inbox.html", context)


@login_required
@require_POST
def open_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Go to the thing a notice is about, and note that it was read."""
    notice = inbox(request.user).filter(pk=notice_id).first()
    if notice is None:
        raise Http404
    mark_read([notice.pk], by=request.user, now=timezone.now())
    return redirect(notice.url)
