"""The register out of its files; LawRefused for whatever is missing, unknown or said twice."""

from datetime import date
from typing import Any

from ..days import date_from_text
from ..machine import sources
from ..machine.faults import refused
from ..machine.figures import load_yaml
from .rows import BODIES, KINDS, PROOFS, SUBJECTS, Annulment, Carrier, Ruling

NEEDED = ("number", "body", "kind", "subject", "holding", "proof", "sources")
ALLOWED = {*NEEDED, "day", "gazetted", "is_day_rebuilt", "articles", "carries", "annuls", "see"}
NAMED = {"body": BODIES, "kind": KINDS, "proof": PROOFS, "subject": SUBJECTS}


def read_rulings(files: dict[str, str]) -> tuple[Ruling, ...]:
    """Rulings of YAML texts by file name, oldest first."""
    rulings = [_ruling(entry, file) for file, text in files.items() for entry in load_yaml(text)]
    by_key: dict[str, Ruling] = {}
    for ruling in rulings:
        if ruling.key in by_key:
            raise refused("ruling_twice", ruling=ruling.key)
        by_key[ruling.key] = ruling
    for ruling in rulings:
        for other in ruling.see:
            if other not in by_key:
                raise refused("ruling_see_unknown", ruling=ruling.key, other=other)
    return tuple(sorted(rulings, key=lambda ruling: (ruling.known_day, ruling.number)))


def registered() -> dict[str, str]:
    """The files of the register, by name."""
    return {name: sources.read(name) for name in sources.named("register")}


def _ruling(entry: dict[str, Any], file: str) -> Ruling:
    where = f"{file}: {entry.get('number', '?')}"
    _check(entry, where)
    day, gazetted = _day(entry, "day", where), _day(entry, "gazetted", where)
    if day is None and gazetted is None:
        raise refused("ruling_without", ruling=where, field="day")
    number = str(entry["number"])
    return Ruling(
        number=number,
        day=day,
        gazetted=gazetted,
        is_day_rebuilt=bool(entry.get("is_day_rebuilt", False)),
        body=entry["body"],
        kind=entry["kind"],
        subject=entry["subject"],
        holding_fa=_said(entry["holding"], "fa", where),
        holding_en=_said(entry["holding"], "en", where),
        proof=entry["proof"],
        sources=tuple(entry["sources"]),
        articles=tuple(entry.get("articles", ())),
        carries=tuple(_carrier(one, where) for one in entry.get("carries", ())),
        annuls=tuple(_annulment(one, number, where) for one in entry.get("annuls", ())),
        see=tuple(entry.get("see", ())),
    )


def _check(entry: dict[str, Any], where: str) -> None:
    for field in NEEDED:
        if not entry.get(field):
            raise refused("ruling_without", ruling=where, field=field)
    for field in entry:
        if field not in ALLOWED:
            raise refused("ruling_field_unknown", ruling=where, field=field)
    for field, names in NAMED.items():
        if entry[field] not in names:
            raise refused("ruling_name_unknown", ruling=where, field=field, name=entry[field])


def _said(said: Any, language: str, where: str) -> str:
    if not isinstance(said, dict) or not said.get(language):
        raise refused("ruling_without", ruling=where, field=language)
    return str(said[language]).strip()


def _day(entry: dict[str, Any], field: str, where: str) -> date | None:
    if field not in entry:
        return None
    try:
        return date_from_text(entry[field])
    except ValueError as error:
        raise refused("ruling_no_such_day", ruling=where, day=entry[field]) from error


def _day_needed(entry: dict[str, Any], field: str, where: str) -> date:
    day = _day(entry, field, where)
    if day is None:
        raise refused("ruling_without", ruling=where, field=field)
    return day


def _carrier(entry: dict[str, Any], where: str) -> Carrier:
    article, figure = entry.get("article", ""), entry.get("figure", "")
    if bool(article) == bool(figure):
        raise refused("ruling_without", ruling=where, field="article")
    return Carrier(article, figure, _day_needed(entry, "since", where), _day(entry, "known_from", where))


def _annulment(entry: dict[str, Any], number: str, where: str) -> Annulment:
    if not entry.get("act") or not (entry.get("number") or entry.get("clause")):
        raise refused("ruling_without", ruling=where, field="act")
    return Annulment(
        act=entry["act"],
        number=str(entry.get("number", "")),
        clause=str(entry.get("clause", "")),
        since=_day_needed(entry, "since", where),
        rule_fa=_said(entry.get("rule"), "fa", where),
        rule_en=_said(entry.get("rule"), "en", where),
        article=entry.get("article", ""),
        ruling=number,
    )
