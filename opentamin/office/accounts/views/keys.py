"""Keys of a person's own programs: see them, make one, take one back."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ..actions.give_api_key import TooManyKeys, give_api_key
from ..actions.revoke_api_key import revoke_api_key
from ..fields import FoldedField
from ..forms import PlainForm
from ..models import ApiKey
from .session import freshly_confirmed

SHOWN_MAX = 50


class KeyForm(PlainForm):
    name = FoldedField(
        label=gettext_lazy("نام برنامه"),
        help_text=gettext_lazy("نامی که بعدها با آن کلید را بشناسید، مانند «حقوق و دستمزد»."),
        max_length=60,
        error_messages={"required": gettext_lazy("برنامه را نام ببرید"), "max_length": gettext_lazy("نام را کوتاه‌تر کنید؛ تا ۶۰ نویسه جا دارد")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


@never_cache
@login_required
@freshly_confirmed
@require_http_methods(["GET", "POST"])
def keys(request: HttpRequest) -> HttpResponse:
    """My keys; a new one is shown this once."""
    form, secret = KeyForm(request.POST or None), ""
    now = timezone.now()
    if request.method == "POST" and form.is_valid():
        try:
            _key, secret = give_api_key(request.user, name=form.cleaned_data["name"], now=now)
            form = KeyForm()
        except TooManyKeys:
            form.add_error("name", _("به اندازهٔ کافی کلید زنده دارید؛ نخست یکی را باطل کنید"))
    held = list(ApiKey.objects.filter(user=request.user).order_by("-made_at")[:SHOWN_MAX])
    for key in held:
        key.live = key.is_live(now)
    return render(request, "accounts/keys.html", {"form": form, "secret": secret, "keys": held}, status=422 if form.errors else 200)


@login_required
@freshly_confirmed
@require_POST
def revoke(request: HttpRequest, key_id: int) -> HttpResponse:
    if not revoke_api_key(request.user, key_id, now=timezone.now()):
        raise Http404
    messages.success(request, _("کلید باطل شد؛ برنامه‌ای که آن را دارد دیگر راه ندارد."))
    return redirect("accounts:keys")
