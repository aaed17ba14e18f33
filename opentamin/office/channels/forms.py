"""Where one wants to be told."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ContactsForm(forms.Form):
    mail = forms.CharField(label=_("ایمیل"), required=False, max_length=200, widget=forms.TextInput(attrs={"class": "ltr", "autocomplete": "email", "inputmode": "email"}))
    sms = forms.CharField(label=_("شمارهٔ همراه"), required=False, max_length=30, help_text=_("مانند ۰۹۱۲۳۴۵۶۷۸۹؛ شب‌ها پیامک نمی‌فرستیم"), widget=forms.TextInput(attrs={"class": "ltr", "autocomplete": "tel", "inputmode": "tel"}))
