"""`./run bank …`: what people do at the simulated bank."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from opentamin.banking import identifiers, write_camt, write_csv
from opentamin.office.channels.models import BankMovement
from opentamin.office.channels.simulators.bank import SimulatedBank
from opentamin.office.kit.text import fold_code


class Command(BaseCommand):
    help = "بانک شبیه‌سازی‌شده: پرداختن، صورت‌حساب گرفتن، برگرداندن بازپرداخت · The simulated bank: pay in, write a statement, send a refund back"

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        pay = acts.add_parser("pay", help="somebody pays into an account")
        pay.add_argument("iban")
        pay.add_argument("rials", type=int)
        for name in ("bill", "payment", "text", "payer", "payer-iban"):
            pay.add_argument(f"--{name}", default="")
        statement = acts.add_parser("statement", help="close what is not yet told, and write the last statement of an account")
        statement.add_argument("iban")
        statement.add_argument("--form", choices=["camt", "csv"], default="camt")
        statement.add_argument("--out", type=Path, required=True)
        acts.add_parser("send-back", help="a refund comes back, as its account is closed").add_argument("number")

    def handle(self, *, act: str, **options: Any) -> None:
        getattr(self, f"_{act.replace('-', '_')}")(SimulatedBank(), options)

    def _pay(self, bank: SimulatedBank, options: dict) -> None:
        now = timezone.now()
        if not identifiers.sheba(options["iban"]) or options["rials"] <= 0:
            raise CommandError("شبا یا مبلغ درست نیست. · The Sheba or the sum does not hold.")
        movement = bank.deposit(
            options["iban"], options["rials"], now=now, on=timezone.localdate(now), bill_id=fold_code(options["bill"]),
            payment_id=fold_code(options["payment"]), text=options["text"], payer_name=options["payer"], payer_iban=options["payer_iban"],
        )  # fmt: skip
        self.stdout.write(str(movement))

    def _statement(self, bank: SimulatedBank, options: dict) -> None:
        now = timezone.now()
        bank.close(options["iban"], now=now)
        last = BankMovement.objects.filter(iban=options["iban"]).exclude(statement_id="").order_by("-pk").first()
        if last is None:
            raise CommandError("این حساب گردشی نداشته است. · Nothing has moved on this account.")
        statement = bank.statement(options["iban"], last.statement_id)
        body = write_csv([statement]) if options["form"] == "csv" else write_camt([statement], message_id=last.statement_id, created_at=now)
        options["out"].write_bytes(body)
        self.stdout.write(f"{options['out']}  {statement.statement_id}  {len(statement.lines)}  {statement.closing}")

    def _send_back(self, bank: SimulatedBank, options: dict) -> None:
        if not BankMovement.objects.filter(end_to_end=options["number"], amount__lt=0).exists():
            raise CommandError("چنین بازپرداختی پرداخت نشده است. · No such refund was paid.")
        self.stdout.write(str(bank.send_back(options["number"], now=timezone.now())))
