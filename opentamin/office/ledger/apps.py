from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "opentamin.office.ledger"
    label = "ledger"
    verbose_name = "دفترها"
