from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "opentamin.office.history"
    label = "history"
    verbose_name = "سوابق"
