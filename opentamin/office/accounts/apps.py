from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "opentamin.office.accounts"
    label = "accounts"
