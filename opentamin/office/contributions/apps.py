from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "opentamin.office.contributions"
    label = "contributions"

    def ready(self) -> None:
        from opentamin.lists import words
        from opentamin.office.history import sources
        from opentamin.office.payments import charges

        from . import charged
        from .queries import documents_of_months

        words.add("opentamin.office.contributions.words")
        sources.register("list", documents_of_months)
        charges.register("list", describe=charged.describe, find=charged.find, total=charged.total)
