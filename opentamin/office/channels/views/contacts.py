"""One's own e-mail address and phone, for news that something waits."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..actions import UnusableAddress, give_contact
from ..forms import ContactsForm
from ..models import Contact


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def contacts(request: HttpRequest) -> HttpResponse:
    held = dict(Contact.objects.filter(user=request.user).values_list("way", "address"))
    form = ContactsForm(request.POST or None, initial=held)
    if form.is_valid() and _keep(form, request.user, held):
        messages.success(request, _("نگه داشته شد. خبر رسیدن نامه به همین‌جا می‌آید؛ خود نامه هرگز."))
        return redirect("channels:contacts")
    return render(request, "channels/contacts.html", {"form": form}, status=422 if form.is_bound else 200)


def _keep(form: ContactsForm, user, held: dict[str, str]) -> bool:
    """Keep what changed; whether all of it could be kept."""
    for way, address in form.cleaned_data.items():
        if address.strip() != held.get(way, ""):
            try:
                give_contact(way, address, by=user, now=timezone.now())
            except UnusableAddress as refusal:
                form.add_error(way, str(refusal))
    return not form.errors
