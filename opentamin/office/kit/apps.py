from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "opentamin.office.kit"
    label = "kit"
