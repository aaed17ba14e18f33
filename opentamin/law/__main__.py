"""`./run law …`: the law asked from the command line, without Django and without a database.

A thin door: all answers are the law's. The clock is read here and nowhere below."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from . import LawError, at, report
from .days import date_from_text
from .machine.figures import load_yaml


class Unusable(Exception):
    """What was asked cannot be read; the message says what and how to mend it."""


def main(arguments: list[str] | None = None) -> int:
    """Answer one question; return 0, or 1 when there is no answer."""
    asked = vars(_parser().parse_args(arguments))
    try:
        for line in ACTS[asked.pop("act")](**asked):
            print(line)
    except LawError as error:
        return _fail(error.sentence(asked.get("language") or "fa"))
    except Unusable as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader, such as `head`, had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def contents(language: str) -> Iterable[str]:
    return report.contents(language)


def figures(language: str, on: date | None) -> Iterable[str]:
    return report.figures(at(on or today()), language)


def explain(name: str, facts: Path, on: date | None, json: bool, language: str) -> Iterable[str]:
    node = report.explained(name, _facts(facts), on or today())
    return [_as_json(node)] if json else report.step_lines(node, language)


def cases() -> Iterable[str]:
    """Each written case, met or not; refused at the end when one is not."""
    missed = 0
    for is_met, line in report.case_lines():
        missed += not is_met
        yield line
    if missed:
        raise Unusable(f"{missed} cases are not met.")


def unknown(language: str) -> Iterable[str]:
    return report.unknown(language)


ACTS: dict[str, Callable[..., Iterable[str]]] = {
    "list": contents,
    "figures": figures,
    "explain": explain,
    "cases": cases,
    "unknown": unknown,
}


def today() -> date:
    """Today where the law is in force."""
    return datetime.now(ZoneInfo("Asia/Tehran")).date()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./run law",
        description="قانون: ماده‌ها و رقم‌ها، دلیل یک مورد، آزمون موردها · the law: articles, figures, reasons, cases",
    )
    acts = parser.add_subparsers(dest="act", required=True)
    words: dict[str, Any] = {"choices": ("fa", "en"), "default": "fa", "help": "زبان · language"}
    day: dict[str, Any] = {"type": _day, "help": "روز، مانند ۱۴۰۵/۸/۱؛ اگر نگویید امروز · Jalali day; today if left out"}
    acts.add_parser("list", help="ماده‌ها · articles").add_argument("--language", **words)
    one = acts.add_parser("figures", help="رقم‌های یک روز · figures in force on a day")
    one.add_argument("--on", **day)
    one.add_argument("--language", **words)
    one = acts.add_parser("explain", help="یک مورد، گام به گام · one case, step by step")
    one.add_argument("name", help="نام ماده از `law list` · name of the article")
    one.add_argument("--facts", type=Path, required=True, help="پروندهٔ YAML یا JSON · YAML or JSON file, fact: value")
    one.add_argument("--on", **day)
    one.add_argument("--json", action="store_true", help="داده به جای جمله · the node instead of sentences")
    one.add_argument("--language", **words)
    acts.add_parser("cases", help="آزمون موردهای نوشته‌شده · run the written cases")
    acts.add_parser("unknown", help="رقم‌هایی که دانسته نیست · figures nobody has supplied").add_argument("--language", **words)
    return parser


def _day(text: str) -> date:
    try:
        return date_from_text("".join(str(int(sign)) if sign.isdecimal() else sign for sign in text).replace("/", "-"))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text}: روزی مانند ۱۴۰۵/۸/۱ بنویسید · write a day such as 1405/8/1") from error


def _facts(path: Path) -> dict[str, Any]:
    try:
        facts = load_yaml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error
    if not isinstance(facts, dict):
        raise Unusable(f"{path}: در هر سطر یک دانسته بنویسید، مانند days: 30 · write one fact a line, such as days: 30")
    return facts


def _as_json(node: Any) -> str:
    return json.dumps(node.to_dict(), ensure_ascii=False, indent=2)


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
