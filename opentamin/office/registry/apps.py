from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "opentamin.office.registry"
    label = "registry"
    verbose_name = "اشخاص و کارگاه‌ها"
