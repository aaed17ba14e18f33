"""Passkeys: the library's ceremonies, with our own door, words and memory."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django_otp_webauthn.exceptions import OTPWebAuthnApiError
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


class _OnlyWhenConfirmed:
    def check_can_register(self) -> None:
        if not is_confirmed(self.request):
            raise NotConfirmed(_("پانزده دقیقه از ورود شما گذشته است؛ صفحه را دوباره باز کنید و گذرواژه را بنویسید"))


class BeginRegistration(_OnlyWhenConfirmed, BeginCredentialRegistrationView):
    pass


class CompleteRegistration(_OnlyWhenConfirmed, CompleteCredentialRegistrationView):
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


class BeginAuthentication(BeginCredentialAuthenticationView):
    pass


class CompleteAuthentication(CompleteCredentialAuthenticationView):
    def post(self, *args, **kwargs):
        answer = super().post(*args, **kwargs)
        remember_language(answer, self.request.user.language)
        return answer
