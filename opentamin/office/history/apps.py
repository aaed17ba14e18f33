from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "opentamin.office.history"
    label = "history"
    verbose_name = "سوابق"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from opentamin.office.history.papers import may_open
        from opentamin.office.records import access

        for kind in ("record_fa", "record_en"):
            access.register(kind, may_open, words=_("سابقهٔ بیمه"))

        from opentamin.office.records import exports

        from .held import SECTIONS

        for section in SECTIONS:
            exports.register(section)
