"""Addresses of signing in and of one's own account."""

from django.urls import path

from .views import account, grants, keys, means, passkeys, sign_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", sign_in.second_step, name="second_step"),
    path("sign-in/passkey/begin/", passkeys.BeginAuthentication.as_view(), name="passkey_sign_in_begin"),
    path("sign-in/passkey/complete/", passkeys.CompleteAuthentication.as_view(), name="passkey_sign_in_complete"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("account/", account.account, name="account"),
    path("account/confirm/", sign_in.confirm_password, name="confirm"),
    path("account/language/", account.language, name="language"),
    path("account/password/", means.password, name="password"),
    path("account/codes/", means.codes, name="codes"),
    path("account/codes/off/", means.codes_off, name="codes_off"),
    path("account/codes/recovery/", means.recovery, name="recovery"),
    path("account/passkeys/new/", means.passkey, name="passkey"),
    path("account/passkeys/<int:passkey_id>/off/", means.passkey_off, name="passkey_off"),
    path("account/passkeys/begin/", passkeys.BeginRegistration.as_view(), name="passkey_begin"),
    path("account/passkeys/complete/", passkeys.CompleteRegistration.as_view(), name="passkey_complete"),
    path("account/keys/", keys.keys, name="keys"),
    path("account/keys/<int:key_id>/revoke/", keys.revoke, name="key_revoke"),
    path("account/grants/new/", grants.give, name="give"),
    path("account/grants/<int:grant_id>/end/", grants.revoke, name="revoke"),
]
