from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "opentamin.office.payments"
    label = "payments"
    verbose_name = "پرداخت‌ها"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from opentamin.lists import words
        from opentamin.office.records import access

        from .rights import may_open_slip

        words.add("opentamin.office.payments.words")
        for kind in ("slip_fa", "slip_en"):
            access.register(kind, may_open_slip, words=_("برگ پرداخت"))
