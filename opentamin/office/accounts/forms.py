"""What people fill in to sign in, to strengthen their sign-in, and to give others a right."""

from django import forms
from django.contrib.auth import authenticate, password_validation
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fields import CodeField, FoldedField, JalaliDayField
from .models.user import normal_username
from .permissions import Role
from .policy import GRANT_YEARS_MAX
from .queries import find_user

USERNAME_MAX = 100  # what the note of a wrong password has room for, whatever letters it grows by
_PASSWORD = {"autocomplete": "current-password", "class": "ltr"}
_NEW_PASSWORD = {"autocomplete": "new-password", "class": "ltr"}


class PlainForm(forms.Form):
    """The server checks and says what is wrong in the words of the page; the browser's own bubbles stay out of it."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class SignInForm(PlainForm):
    username = FoldedField(
        label=_("نام کاربری"),
        max_length=USERNAME_MAX,
        error_messages={"required": _("نام کاربری را بنویسید"), "max_length": _("نام کاربری به این درازی نداریم؛ آن را دوباره بنویسید")},
        widget=forms.TextInput(
            attrs={"class": "ltr", "autocomplete": "username webauthn", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("گذرواژه"),
        strip=False,
        error_messages={"required": _("گذرواژه را بنویسید")},
        widget=forms.PasswordInput(attrs=_PASSWORD),
    )

    def __init__(self, request, *args, **kwargs) -> None:
        self.request, self.user = request, None
        super().__init__(*args, **kwargs)

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        self.user = authenticate(self.request, username=normal_username(cleaned["username"]), password=cleaned["password"])
        if self.user is None:
            # Which of the two is wrong is not said: that would tell strangers who has an account.
            raise forms.ValidationError(
                _("نام کاربری یا گذرواژه درست نیست. زبان صفحه‌کلید را ببینید و دوباره بنویسید."), code="wrong"
            )
        return cleaned


class CodeForm(PlainForm):
    code = CodeField(
        label=_("رمز یک‌بارمصرف"),
        error_messages={"required": _("رمز شش‌رقمی برنامهٔ رمزساز را بنویسید")},
        widget=forms.TextInput(attrs={"class": "ltr", "autocomplete": "one-time-code", "inputmode": "text", "spellcheck": "false"}),
    )


class ConfirmForm(PlainForm):
    password = forms.CharField(
        label=_("گذرواژه"),
        strip=False,
        error_messages={"required": _("گذرواژه را بنویسید")},
        widget=forms.PasswordInput(attrs=_PASSWORD),
    )

    def __init__(self, request, *args, **kwargs) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if authenticate(self.request, username=self.request.user.username, password=password) != self.request.user:
            raise forms.ValidationError(_("این گذرواژهٔ شما نیست؛ زبان صفحه‌کلید را ببینید و دوباره بنویسید"), code="wrong")
        return password


class PasswordForm(ConfirmForm):
    new_password = forms.CharField(
        label=_("گذرواژهٔ تازه"),
        strip=False,
        help_text=_("دست‌کم ۱۰ نویسه. چند واژهٔ بی‌ربط کنار هم، هم یادتان می‌ماند و هم حدس‌زدنی نیست."),
        error_messages={"required": _("گذرواژهٔ تازه را بنویسید")},
        widget=forms.PasswordInput(attrs=_NEW_PASSWORD),
    )
    repeated = forms.CharField(
        label=_("گذرواژهٔ تازه، بار دوم"),
        strip=False,
        error_messages={"required": _("گذرواژهٔ تازه را بار دوم هم بنویسید")},
        widget=forms.PasswordInput(attrs=_NEW_PASSWORD),
    )

    def clean_new_password(self) -> str:
        password = self.cleaned_data["new_password"]
        password_validation.validate_password(password, self.request.user)
        return password

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("new_password") and cleaned.get("repeated") and cleaned["new_password"] != cleaned["repeated"]:
            self.add_error("repeated", _("دو گذرواژهٔ تازه یکی نیستند؛ هر دو را دوباره بنویسید"))
        return cleaned


class LanguageForm(PlainForm):
    language = forms.ChoiceField(label=_("زبان"), choices=[("fa", "فارسی"), ("en", "English")], widget=forms.RadioSelect)


class GrantForm(PlainForm):
    """`choices` are (value, words) of what this giver can give; the value is "<own grant id>:<role>"."""

    what = forms.ChoiceField(label=_("چه دسترسی‌ای؟"), error_messages={"required": _("بگویید چه دسترسی‌ای می‌دهید")})
    to = FoldedField(
        label=_("به چه کسی؟"),
        help_text=_("نام کاربری یا شمارهٔ ملی او. باید در این سامانه حساب داشته باشد."),
        error_messages={"required": _("نام کاربری یا شمارهٔ ملی کسی را بنویسید که دسترسی می‌گیرد")},
    )
    last_day = JalaliDayField(
        label=_("تا چه روزی؟"),
        help_text=_("مانند ۱۴۰۵/۱۲/۲۹. همان روز هم کار می‌کند."),
        error_messages={"required": _("آخرین روز دسترسی را بنویسید")},
    )
    reason = forms.CharField(
        label=_("برای چه کاری؟"),
        max_length=200,
        help_text=_("یک جمله بس است. او هم این جمله را می‌بیند."),
        error_messages={"required": _("بنویسید این دسترسی برای چه کاری است")},
    )

    def __init__(self, choices, user, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["what"].choices = choices
        # A single possibility is no question.
        if len(choices) == 1:
            self.fields["what"].initial = choices[0][0]

    def clean_to(self):
        to = find_user(self.cleaned_data["to"])
        if to is None:
            raise forms.ValidationError(
                _("کسی با این نام یا شماره در سامانه حساب ندارد. از او بخواهید نام کاربری‌اش را به شما بگوید."), code="unknown"
            )
        if to.pk == self.user.pk:
            raise forms.ValidationError(_("این خود شما هستید؛ نام کاربری شخص دیگری را بنویسید"), code="self")
        return to

    def clean_last_day(self):
        last_day = self.cleaned_data["last_day"]
        if last_day < timezone.localdate():
            raise forms.ValidationError(_("این روز گذشته است؛ امروز یا روزی پس از آن را بنویسید"), code="past")
        return last_day

    @property
    def chosen(self) -> tuple[int, Role]:
        """(own grant id, role to give)."""
        grant_id, role = self.cleaned_data["what"].split(":")
        return int(grant_id), Role(role)

    years_max = GRANT_YEARS_MAX


class RevokeForm(PlainForm):
    reason = forms.CharField(
        label=_("چرا؟"),
        max_length=200,
        help_text=_("دارندهٔ دسترسی هم این جمله را می‌بیند."),
        error_messages={"required": _("بنویسید چرا این دسترسی پایان می‌یابد")},
    )
