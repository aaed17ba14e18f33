from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "opentamin.office.records"
    label = "records"
    verbose_name = "بایگانی"
