from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "opentamin.office.registry"
    label = "registry"
    verbose_name = "اشخاص و کارگاه‌ها"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from opentamin.office.accounts import scopes
        from opentamin.office.notices import recipients
        from opentamin.office.records import readings

        from .papers import WORDS, obstacle_to_workplace
        from .scopes import (
            branch_names,
            branch_of_workplace,
            find_scope_of_person,
            find_scope_of_workplace,
            merged_people,
            person_names,
            workplace_names,
        )

        scopes.register("workplace", names=workplace_names, within=branch_of_workplace)
        scopes.register("branch", names=branch_names)
        scopes.register("person", names=person_names)
        recipients.register("workplace", obstacle_to_workplace, words=WORDS)
        readings.register_holder("person", merged_people)
        readings.register_finder("person", find_scope_of_person)
        readings.register_finder("workplace", find_scope_of_workplace)
        readings.register_words("person", _("سابقهٔ بیمه و مشخصات"))
        readings.register_words("workplace", _("پروندهٔ کارگاه"))

        from opentamin.office.records import exports

        from .held import SECTIONS

        for section in SECTIONS:
            exports.register(section)
