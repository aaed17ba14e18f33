from django.apps import AppConfig


class DebtsConfig(AppConfig):
    name = "opentamin.office.debts"
    label = "debts"
    verbose_name = "بدهی‌ها"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from opentamin.office.payments import charges
        from opentamin.office.records import access

        from . import charged
        from .queries import may_open_evidence, may_open_letter

        access.register("debt_notice", may_open_letter, words=_("اعلامیهٔ بدهی"))
        access.register("evidence", may_open_evidence, words=_("سند بدهی"))
        charges.register("debt", describe=charged.describe, find=charged.find, total=charged.total)

        from opentamin.office.records import exports

        from .held import SECTIONS

        for section in SECTIONS:
            exports.register(section)
