from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "opentamin.office.site"
    label = "site"
