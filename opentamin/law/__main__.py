"""`./run law …`: the law asked from the command line, without Django and without a database.

A thin door: all answers are the law's. The clock is read here and nowhere below."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from . import LawError, at, report
from .ask import commands
from .ask.commands import Unusable
from .ask.facts import FactsRefused
from .ask.texts import TEXT_MAX
from .book.telling import article_lines, not_official_lines
from .days import date_from_text


def main(arguments: list[str] | None = None) -> int:
    """Answer one question; return 0, or 1 where what was given cannot be used."""
    asked = vars(_parser().parse_args(arguments))
    language = asked.get("language") or "fa"
    try:
        for line in ACTS[asked.pop("act")](**asked):
            print(line)
    except FactsRefused as error:
        return _fail("\n".join(f"{one.name}: {one.sentence(language)}" if one.name else one.sentence(language) for one in error.faults))
    except LawError as error:
        return _fail(error.sentence(language))
    except Unusable as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader, such as `head`, had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def contents(language: str) -> Iterable[str]:
    return report.contents(language)


def figures(language: str, on: date | None) -> Iterable[str]:
    return report.figures(at(on or today()), language)


def explain(name: str, facts: str, on: date | None, json: bool, language: str) -> Iterable[str]:
    return commands.explain(name, _text(facts), on or today(), json, language)


def schema(name: str, answer: bool, language: str) -> Iterable[str]:
    return commands.schema(name, answer, language)


def decide(name: str, facts: str, on: date | None, known: date | None, json: bool, language: str) -> Iterable[str]:
    return commands.decide(name, _text(facts), on or today(), known, json, language)


def compare(
    name: str, facts: str, before: date | None, after: date | None, reform: str | None, json: bool, language: str
) -> Iterable[str]:
    days = (before or after or today(), after or today())
    if reform is not None:
        days = (days[0], after or days[0])
    return commands.compare(name, _text(facts), days, _text(reform) if reform is not None else None, json, language)


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
    "schema": schema,
    "decide": decide,
    "compare": compare,
    "cases": cases,
    "unknown": unknown,
    "article": article_lines,
    "not-official": not_official_lines,
}


ASKED = {
    "explain": "یک مورد، گام به گام · one case, step by step",
    "decide": "پاسخ، دلیل، و آن‌چه پاسخ را دگرگون می‌کند · the answer, why, and what would change it",
    "compare": "یک مورد در دو روز یا با یک طرح · one case on two days, or under a reform",
    "schema": "داده‌هایی که یک ماده می‌پرسد · the facts an article asks for",
}
# Four bytes a sign at the most, and one more to be seen as too many.
TEXT_BYTES_MAX = 4 * TEXT_MAX + 1


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
    for act, told in ASKED.items():
        one = acts.add_parser(act, help=told)
        one.add_argument("name", help="نام ماده از `law list` · name of the article")
        one.add_argument("--language", **words)
        if act == "schema":
            one.add_argument("--answer", action="store_true", help="شکل پاسخ به جای داده‌ها · of the answer, not the facts")
            continue
        one.add_argument("--facts", required=True, metavar="FILE", help="پروندهٔ YAML یا JSON، یا - · YAML or JSON file, or -")
        one.add_argument("--json", action="store_true", help="داده به جای جمله · data instead of sentences")
        if act == "compare":
            one.add_argument("--from", dest="before", **day)
            one.add_argument("--to", dest="after", **day)
            one.add_argument("--reform", metavar="FILE", help="پروندهٔ طرح اصلاح · file of a reform")
        else:
            one.add_argument("--on", **day)
        if act == "decide":
            one.add_argument("--known", **{**day, "help": "قانون چنان‌که در این روز دانسته بود · the law as known on a day"})
    acts.add_parser("cases", help="آزمون موردهای نوشته‌شده · run the written cases")
    one = acts.add_parser("article", help="یک ماده با فرمول، رقم‌ها و موردهایش · one article: formula, figures, cases")
    one.add_argument("name", help="نام ماده از `law list` · name of the article")
    one.add_argument("--language", **words)
    doubts = "رقم‌هایی که از متن رسمی نیست و وابسته‌های آن‌ها · figures not from an official text, and what rests on each"
    acts.add_parser("not-official", help=doubts).add_argument("--language", **words)
    acts.add_parser("unknown", help="رقم‌هایی که دانسته نیست · figures nobody has supplied").add_argument("--language", **words)
    return parser


def _day(text: str) -> date:
    try:
        return date_from_text("".join(str(int(sign)) if sign.isdecimal() else sign for sign in text).replace("/", "-"))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text}: روزی مانند ۱۴۰۵/۸/۱ بنویسید · write a day such as 1405/8/1") from error


def _text(path: str) -> bytes:
    """The file, or standard input, no more of it than a text may have."""
    try:
        with sys.stdin.buffer if path == "-" else Path(path).open("rb") as file:
            return file.read(TEXT_BYTES_MAX)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
