"""`{% notice_sentence notice %}` in a page that lists notices."""

from django import template

from ..sentences import sentence

register = template.Library()
register.simple_tag(sentence, name="notice_sentence")
