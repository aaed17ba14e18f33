from django.apps import AppConfig


class EservicesConfig(AppConfig):
    name = "opentamin.office.eservices"
    label = "eservices"
