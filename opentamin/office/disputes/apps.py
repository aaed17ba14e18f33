from django.apps import AppConfig


class DisputesConfig(AppConfig):
    name = "opentamin.office.disputes"
    label = "disputes"
    verbose_name = "اعتراض‌ها"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from opentamin.office.kit import doors
        from opentamin.office.records import access

        from . import opening
        from .keeping import DOCUMENT_KIND
        from .queries import may_open_document, may_open_receipt
        from .receipts import KIND

        access.register(DOCUMENT_KIND, may_open_document, words=_("پیوست اعتراض"))
        for language in ("fa", "en"):
            access.register(f"{KIND}_{language}", may_open_receipt, words=_("رسید اعتراض"))
        doors.register("debts", opening.door_of_debts)
        doors.register("debt", opening.door_of_debt)
        doors.register("debt_line", opening.door_of_line)
        doors.register("list_row", opening.door_of_row)
        doors.register("month", opening.door_of_month)

        from opentamin.office.records import exports

        from .held import SECTIONS

        for section in SECTIONS:
            exports.register(section)
