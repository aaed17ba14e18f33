from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "opentamin.office.records"
    label = "records"
    verbose_name = "بایگانی"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from opentamin.office.accounts import gate

        from . import exports
        from .actions import note_reading
        from .own_sections import SECTIONS
        from .readings import register_words

        gate.on_reading(note_reading)
        register_words("export", _("همهٔ داده‌ها در یک پرونده"))
        register_words("reading", _("گزارش خواندن‌ها"))
        for section in SECTIONS:
            exports.register(section)
