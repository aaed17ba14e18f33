"""Passkeys: the library's ceremonies, with our own door, words and memory."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django_otp_webauthn.exceptions import MalformedRequest, OTPWebAuthnApiError
from django_otp_webauthn.models import WebAuthnCredential
from django_otp_webauthn.views import (
    BeginCredentialAuthenticationView,
    BeginCredentialRegistrationView,
    CompleteCredentialAuthenticationView,
    CompleteCredentialRegistrationView,
)

from ..models import MeansChange, What
from .session import is_confirmed, remember_language

NAME_MAX = 40


class NotConfirmed(OTPWebAuthnApiError):
    status_code = 403
    default_code = "not_confirmed"


class _OnlyObjects:
    """Our script sends one JSON object; whatever else comes is malformed and nothing more."""

    def _parse_request_data(self, request) -> dict:
        try:
            data = super()._parse_request_data(request)
        except (ValueError, RecursionError) as broken:
            raise MalformedRequest from broken
        if not isinstance(data, dict):
            raise MalformedRequest
        return dict(data)


class _OnlyWhenConfirmed:
    def check_can_register(self) -> None:
        if not is_confirmed(self.request):
            raise NotConfirmed(_("پانزده دقیقه از ورود شما گذشته است؛ صفحه را دوباره باز کنید و گذرواژه را بنویسید"))


class BeginRegistration(_OnlyObjects, _OnlyWhenConfirmed, BeginCredentialRegistrationView):
    pass


class CompleteRegistration(_OnlyObjects, _OnlyWhenConfirmed, CompleteCredentialRegistrationView):
    def post(self, *args, **kwargs):
        name = str(self.request.data.pop("name", ""))[:NAME_MAX]
        known = set(self._passkeys())
        answer = super().post(*args, **kwargs)
        for added in set(self._passkeys()) - known:
            MeansChange.objects.create(user_id=self.request.user.pk, what=What.PASSKEY_ADDED, at=timezone.now())
            WebAuthnCredential.objects.filter(pk=added).update(name=name)
        self.request.session.cycle_key()
        return answer

    def _passkeys(self):
        return WebAuthnCredential.objects.filter(user_id=self.request.user.pk).values_list("pk", flat=True)


class BeginAuthentication(_OnlyObjects, BeginCredentialAuthenticationView):
    pass


class CompleteAuthentication(_OnlyObjects, CompleteCredentialAuthenticationView):
    def post(self, *args, **kwargs):
        answer = super().post(*args, **kwargs)
        remember_language(answer, self.request.user.language)
        return answer
