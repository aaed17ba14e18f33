"""The catalogue of services: what can really be done here, read once from services.yaml."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

_FILE = Path(__file__).with_name("services.yaml")


class Service(NamedTuple):
    """Texts by language code; `url_name` is the page where the service begins."""

    code: str
    url_name: str
    audiences: frozenset[str]
    names: dict[str, str]
    whats: dict[str, str]
    needs: dict[str, str]
    gives: dict[str, str]

    def shown(self) -> dict[str, str]:
        """Texts in the language of the page, and the address. NoReverseMatch if there is no such page."""
        language = get_language() or "fa"
        texts = {"name": self.names, "what": self.whats, "needs": self.needs, "gives": self.gives}
        said = {key: text.get(language, text["fa"]) for key, text in texts.items()}
        return {**said, "code": self.code, "url": reverse(self.url_name)}


@cache
def services() -> tuple[Service, ...]:
    """All services in the order of the file."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Service(row["code"], row["url"], frozenset(row["for"]), row["name"], row["what"], row["needs"], row["gives"])
        for row in rows
    )


def services_for(audience: str) -> list[dict[str, str]]:
    """Services of one audience, as shown; one whose page is not there is left out."""
    found = []
    for service in services():
        if audience in service.audiences:
            try:
                found.append(service.shown())
            except NoReverseMatch:
                continue
    return found
