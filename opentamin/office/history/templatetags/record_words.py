"""Filters of the pages of a record: its short sentences."""

from django import template

from opentamin.office.history import sentences

register = template.Library()
register.filter("document_words", sentences.document_words)
register.filter("gap_words", sentences.gap_words)
register.filter("record_span", sentences.span_words)
