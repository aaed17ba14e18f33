from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "opentamin.office.contributions"
    label = "contributions"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from opentamin.lists import words
        from opentamin.office.history import sources
        from opentamin.office.payments import charges
        from opentamin.office.records import readings

        from . import charged
        from .queries import documents_of_months, lists_naming

        words.add("opentamin.office.contributions.words")
        sources.register("list", documents_of_months)
        charges.register("list", describe=charged.describe, find=charged.find, total=charged.total)
        readings.register_holder("person", lists_naming)
        readings.register_words("list", _("فهرست ماهانهٔ کارگاه"))

        from opentamin.office.records import exports

        from .held import SECTIONS

        for section in SECTIONS:
            exports.register(section)
