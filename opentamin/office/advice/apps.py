from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "opentamin.office.advice"
