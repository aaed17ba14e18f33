from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "opentamin.office.notices"
    label = "notices"
    verbose_name = "آگهی‌ها"

    def ready(self) -> None:
        from opentamin.office.records import exports

        from .held import SECTIONS

        for section in SECTIONS:
            exports.register(section)
