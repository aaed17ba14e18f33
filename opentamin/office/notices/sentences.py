"""Notices in words: one small template per kind, in the room the news comes from."""

from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.safestring import SafeString

from .models import Notice

PLAIN = "notices/kinds/plain.html"


def sentence(notice: Notice) -> SafeString:
    """The sentence in the language of the page. Facts are escaped; a kind without words of its own gets a plain one."""
    facts = notice.facts if isinstance(notice.facts, dict) else {}
    try:
        template = get_template(f"notices/kinds/{notice.kind}.html")
    except TemplateDoesNotExist:
        template = get_template(PLAIN)
    return template.render({**facts, "facts": facts, "notice": notice}).strip()
