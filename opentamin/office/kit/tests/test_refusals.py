"""A refusal says the same to everybody: a code for programs, a sentence for people with its facts in it."""

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from opentamin.office.kit.refusals import Refusal


class TooDear(Refusal):
    code = "too_dear"
    sentence = _("%(there)s ریال آزاد است؛ بیش از آن را نمی‌شود پس داد.")


@pytest.mark.parametrize(
    ("language", "said"),
    [("fa", "۱٬۲۰۰ ریال آزاد است؛ بیش از آن را نمی‌شود پس داد."), ("en", "1,200 rials are free; more than that cannot be given back.")],
)
def test_it_is_told_in_the_language_of_who_asks_and_its_numbers_too(language, said):
    with translation.override(language):
        assert str(TooDear(there=1200)) == said


def test_without_facts_a_percent_sign_is_only_a_percent_sign():
    class Plain(Refusal):
        sentence = "۱۰% است"

    assert str(Plain()) == "۱۰% است" and Plain().facts == {}


def test_what_a_program_reads_is_its_code_and_facts():
    refusal = TooDear(there=1200)
    assert (refusal.code, refusal.status, refusal.facts) == ("too_dear", 409, {"there": 1200})
