from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "opentamin.office.ledger"
    label = "ledger"
    verbose_name = "دفترها"

    def ready(self) -> None:
        from opentamin.office.records import exports

        from .held import SECTIONS

        for section in SECTIONS:
            exports.register(section)
