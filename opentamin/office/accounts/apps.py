from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "opentamin.office.accounts"
    label = "accounts"
    verbose_name = "حساب‌های کاربری"
