from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "opentamin.office.contributions"
    label = "contributions"

    def ready(self) -> None:
        from opentamin.lists import words

        words.add("opentamin.office.contributions.words")
