"""A passkey from making it to signing in with it, in a real browser with a software authenticator."""

import pytest
from django.urls import reverse
from django_otp_webauthn.models import WebAuthnCredential

from .people import PASSWORD, person

pytestmark = pytest.mark.django_db(transaction=True)
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(new_page, live_server, settings):
    settings.OTP_WEBAUTHN_ALLOWED_ORIGINS = [live_server.url]
    settings.OTP_WEBAUTHN_RP_ID = "localhost"
    page = new_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def test_a_passkey_made_on_the_account_page_opens_the_door_without_a_password(page, live_server):
    user = person("maryam")
    page.goto(f"{reverse('accounts:sign_in')}?next={reverse('accounts:passkey')}")
    page.fill("[name=username]", "maryam")
    page.fill("[name=password]", PASSWORD)
    page.click("form[aria-labelledby=h-form] button")
    page.fill("#passkey-name", "گوشی خودم")
    page.click("#passkey button")
    page.wait_for_url(live_server.url + reverse("accounts:account"))
    assert "گوشی خودم" in page.inner_text("main")
    page.click(f"form[action='{reverse('accounts:sign_out')}'] button")
    page.goto(f"{reverse('accounts:sign_in')}?next={reverse('accounts:password')}")
    page.click("#passkey button")
    page.wait_for_url(live_server.url + reverse("accounts:password"))
    assert list(WebAuthnCredential.objects.values_list("user", "name")) == [(user.pk, "گوشی خودم")]
    assert list(user.means_changes.values_list("what", flat=True)) == ["passkey_added"]
