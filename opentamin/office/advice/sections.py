"""A form in parts: what is asked stands in groups with a heading, and what seldom matters is folded away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise


@dataclass(frozen=True)
class Section:
    """Fields under one heading. `rows` are fields that stand side by side, `is_folded` opens only when asked or when wrong."""

    title: str | Promise
    names: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    hint: str | Promise = ""
    is_folded: bool = False


@dataclass(frozen=True)
class ShownSection:
    """A section with its fields as the form holds them now."""

    section: Section
    fields: list[BoundField]
    rows: list[list[BoundField]]

    @property
    def is_open(self) -> bool:
        """Whether a folded part stands open: something in it is wrong, or was said."""
        fields = [*self.fields, *(field for row in self.rows for field in row)]
        return any(field.errors or (field.form.is_bound and field.field.has_changed(field.initial, field.data)) for field in fields)


class SectionedForm(forms.Form):
    """A form that says in which parts it is shown."""

    sections: ClassVar[Sequence[Section]] = ()

    def shown_sections(self) -> Iterator[ShownSection]:
        for section in self.sections:
            rows = [[self[name] for name in row] for row in section.rows]
            yield ShownSection(section, [self[name] for name in section.names], rows)
