"""Write a further version of the text of a letter."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import COUNTRY
from opentamin.office.records.actions import note_act

from ..letters.texts import FIELDS, KINDS, missing_facts, text_in_force, unknown_facts
from ..models import LetterText

WORDS_MAX = 2000


class UnusableText(ValueError):
    """The text cannot go out: `errors` are {field: sentence}, each saying what is wrong and how to mend it."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__("; ".join(self.errors.values()))


@transaction.atomic
def write_letter_text(kind: str, text: Mapping[str, str], *, reason: str, by, now: datetime) -> LetterText:
    """Keep a further version, which is in force at once, and return it; the same words again are the version that stands.

    Letters that went out stay the bytes they were. Raises UnusableText or gate.NotAllowed, having written nothing.
    """
    gate.require(by, "letter.write", COUNTRY)
    assert kind in KINDS, kind
    words = {field: str(text.get(field, "")).strip() for field in FIELDS}
    errors = check_text(words)
    if errors:
        raise UnusableText(errors)
    standing = text_in_force(kind)
    if standing.text == words:
        return standing
    written = LetterText.objects.create(kind=kind, version=standing.version + 1, text=words, reason=reason, written_at=now, written_by=by)
    note_act("letter.write", by=by, subject=("letter_text", written.pk), facts={"kind": kind, "version": written.version}, reason=reason, now=now)
    return written


def check_text(words: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with a text, by field; nothing when it can go out."""
    errors = {}
    for field in FIELDS:
        if not words[field]:
            errors[field] = _("این بخش نامه خالی است؛ بنویسید.")
        elif len(words[field]) > WORDS_MAX:
            errors[field] = _("این بخش بلندتر از دو هزار نویسه است؛ کوتاه‌تر بنویسید.")
        elif unknown := unknown_facts(words[field]):
            errors[field] = _("نامه چنین داده‌ای ندارد: %(names)s. نام‌های درست در کنار همین صفحه است.") % {"names": "، ".join(f"{{{name}}}" for name in unknown)}
        elif missing := missing_facts(field, words[field]):
            errors[field] = _("قانون می‌خواهد نامه این را بگوید: %(names)s را در این بخش بیاورید.") % {"names": "، ".join(f"{{{name}}}" for name in missing)}
    return errors
