from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "opentamin.office.payments"
    label = "payments"
    verbose_name = "پرداخت‌ها"

    def ready(self) -> None:
        from opentamin.lists import words

        words.add("opentamin.office.payments.words")
