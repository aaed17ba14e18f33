"""`./run law …`: the law asked from the command line. A thin door; all answers are the law's."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from opentamin.law import LawError, at, report
from opentamin.law.days import date_from_text
from opentamin.law.figures import load_yaml


def jalali_day(text: str) -> date:
    return date_from_text(text)


class Command(BaseCommand):
    help = "The law: list its articles and figures, explain a case, run the written cases, name the gaps."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        shared: dict[str, Any] = {"choices": ("fa", "en"), "default": "fa"}
        acts.add_parser("list", help="articles").add_argument("--language", **shared)
        figures = acts.add_parser("figures", help="figures in force on a day")
        figures.add_argument("--on", type=jalali_day, help="Jalali day, 1405-08-01; default today")
        figures.add_argument("--language", **shared)
        explain = acts.add_parser("explain", help="one case, step by step")
        explain.add_argument("name", help="name of the article, from `law list`")
        explain.add_argument("--facts", type=Path, required=True, help="YAML or JSON file: fact: value")
        explain.add_argument("--on", type=jalali_day, help="Jalali day, 1405-08-01; default today")
        explain.add_argument("--json", action="store_true", help="the node instead of sentences")
        explain.add_argument("--language", **shared)
        acts.add_parser("cases", help="run the written cases")
        acts.add_parser("unknown", help="figures nobody has supplied").add_argument("--language", **shared)

    def handle(self, *, act: str, **options: Any) -> None:
        try:
            getattr(self, f"_{act}")(**options)
        except LawError as error:
            raise CommandError(error.sentence(options.get("language") or "fa")) from error

    def _list(self, *, language: str, **_: Any) -> None:
        self._write(report.contents(language))

    def _figures(self, *, on: date | None, language: str, **_: Any) -> None:
        self._write(report.figures(at(on or timezone.localdate()), language))

    def _explain(self, *, name: str, facts: Path, on: date | None, language: str, json: bool, **_: Any) -> None:
        node = report.explained(name, self._facts(facts), on or timezone.localdate())
        self._write([_as_json(node)] if json else report.step_lines(node, language))

    def _cases(self, **_: Any) -> None:
        results = list(report.case_lines())
        self._write(line for _, line in results)
        failed = sum(not met for met, _ in results)
        if failed:
            raise CommandError(f"{failed} of {len(results)} cases are not met.")

    def _unknown(self, *, language: str, **_: Any) -> None:
        self._write(report.unknown(language))

    def _facts(self, path: Path) -> dict[str, Any]:
        try:
            facts = load_yaml(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        if not isinstance(facts, dict):
            raise CommandError(f"{path}: write one fact a line, such as `days: 30`.")
        return facts

    def _write(self, lines: Any) -> None:
        for line in lines:
            self.stdout.write(line)


def _as_json(node: Any) -> str:
    return json.dumps(node.to_dict(), ensure_ascii=False, indent=2)
