from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "opentamin.office.contributions"
    label = "contributions"
