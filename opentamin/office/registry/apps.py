from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "opentamin.office.registry"
    label = "registry"
    verbose_name = "اشخاص و کارگاه‌ها"

    def ready(self) -> None:
        from opentamin.office.accounts import scopes
        from opentamin.office.notices import recipients

        from .papers import WORDS, obstacle_to_workplace
        from .scopes import branch_names, branch_of_workplace, person_names, workplace_names

        scopes.register("workplace", names=workplace_names, within=branch_of_workplace)
        scopes.register("branch", names=branch_names)
        scopes.register("person", names=person_names)
        recipients.register("workplace", obstacle_to_workplace, words=WORDS)
