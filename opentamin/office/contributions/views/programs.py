"""Programs of a workplace that want to be told: see their addresses, add one, end one."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from opentamin.office.accounts import gate
from opentamin.office.kit.fields import FoldedCharField
from opentamin.office.notices.actions import TooManyWebhooks, end_webhook, register_webhook
from opentamin.office.notices.models import Delivery
from opentamin.office.notices.outgoing import URL_LENGTH_MAX, NotOpenNet

from ..queries import webhooks_of, workplaces_of

SHOWN_MAX = 20


class WebhookForm(forms.Form):
    workplace = forms.ModelChoiceField(queryset=None, empty_label=None, label=gettext_lazy("کارگاه"))
    url = forms.CharField(
        label=gettext_lazy("نشانی برنامه"),
        help_text=gettext_lazy("با https آغاز می‌شود و در اینترنت باز است."),
        max_length=URL_LENGTH_MAX,
        widget=forms.TextInput(attrs={"class": "ltr", "autocomplete": "off", "inputmode": "url"}),
        error_messages={"required": gettext_lazy("نشانی را بنویسید"), "max_length": gettext_lazy("نشانی را کوتاه‌تر کنید")},
    )
    name = FoldedCharField(
        label=gettext_lazy("نام برنامه"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("برنامه را نام ببرید"),
            "max_length": gettext_lazy("نام را کوتاه‌تر کنید؛ تا ۶۰ نویسه جا دارد"),
        },
    )

    def __init__(self, *args, workplaces, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["workplace"].queryset = workplaces
        self.fields["workplace"].label_from_instance = lambda workplace: workplace.name


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def webhooks(request):
    """The list and the form; a new secret is shown this once."""
    workplaces = workplaces_of(request.user, "webhook.manage")
    if not workplaces:
        raise gate.NotAllowed("webhook.manage")
    form, secret = WebhookForm(request.POST or None, workplaces=workplaces), ""
    if request.method == "POST" and form.is_valid():
        secret = _register(request, form)
        form = form if form.errors else WebhookForm(workplaces=workplaces)
    held = webhooks_of(request.user)
    latest = (
        Delivery.objects.filter(webhook__in=[one for one, _name in held])
        .select_related("notice", "webhook")
        .order_by("-pk")[:SHOWN_MAX]
    )
    context = {"form": form, "secret": secret, "webhooks": held, "deliveries": latest}
    return render(request, "contributions/webhooks.html", context, status=422 if form.errors else 200)


def _register(request, form: WebhookForm) -> str:
    """The secret of a new webhook, or nothing and the form says why."""
    wanted = form.cleaned_data
    try:
        scope = ("workplace", wanted["workplace"].pk)
        return register_webhook(scope, wanted["url"], name=wanted["name"], by=request.user, now=timezone.now()).secret
    except NotOpenNet as refusal:
        form.add_error("url", str(refusal))
    except TooManyWebhooks as refusal:
        form.add_error("workplace", str(refusal))
    return ""


@login_required
@require_POST
def end(request, webhook_id: int):
    end_webhook(webhook_id, by=request.user, now=timezone.now())
    messages.success(request, _("از این پس چیزی به آن نشانی فرستاده نمی‌شود."))
    return redirect("contributions:webhooks")
