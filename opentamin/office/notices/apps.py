from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "opentamin.office.notices"
    label = "notices"
    verbose_name = "آگهی‌ها"
