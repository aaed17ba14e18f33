"""Filters and tags every template has without loading: numbers, days, states, icons, the place of a page."""

from datetime import date, datetime

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from opentamin.office.kit import days, icons, numbers
from opentamin.office.kit.doors import Door, doors_to

register = template.Library()

register.filter("fa", numbers.digits)
register.filter("grouped", numbers.grouped)
register.filter("count", numbers.count)
register.filter("toman_about", numbers.toman_about)
register.filter("file_size", numbers.file_size)
register.filter("jalali", days.day_full)
register.filter("jalali_short", days.day_short)
register.filter("jalali_plain", days.day_plain)
register.filter("jalali_typed", days.day_typed)
register.filter("jmonth", days.month_words)
register.filter("hour", days.hour)


@register.filter
def rials(value: int | None) -> str:
    """Whole rials without their unit, for table cells: ۱۰۶٬۰۴۶٬۳۳۴."""
    return numbers.grouped(value)


@register.filter
def rials_full(value: int | None) -> str:
    """Whole rials with the unit, never broken apart: «۱۰۶٬۰۴۶٬۳۳۴ ریال»."""
    return "" if numbers.is_absent(value) else f"{numbers.grouped(value)}{numbers.NBSP}{gettext('ریال')}"


@register.filter
def days_left(value: date | datetime | None, today: date | None = None) -> str:
    return days.days_left(value, today)


@register.filter
def deadline(value: date | datetime | None, today: date | None = None) -> str:
    return days.deadline(value, today)


@register.simple_tag
def icon(name: str, extra_class: str = "") -> SafeString:
    """`{% icon "check" %}`: an inline drawing from the one set."""
    return mark_safe(icons.svg(name, extra_class))  # noqa: S308 - our own constants


@register.simple_tag
def tag_state(kind: str, words: str, shape: str = "") -> SafeString:
    """`{% tag_state "good" "پذیرفته شد" %}`: a state in a word, a tint and a shape; kinds good, need, bad, info or empty."""
    shape = shape or icons.STATE_ICONS.get(kind, "")
    drawn = mark_safe(icons.svg(shape)) if shape else ""  # noqa: S308 - our own constants
    return format_html('<span class="{}">{}{}</span>', f"tag {kind}".strip(), drawn, words)


@register.simple_tag
def code(value: object) -> SafeString:
    """An identifier as one left-to-right island; digits in the page's language unless Latin letters are in it."""
    text = "" if value is None else str(value)
    has_latin = any(character.isascii() and character.isalpha() for character in text)
    return format_html('<bdi class="id">{}</bdi>', text if has_latin else numbers.digits(text))


@register.simple_tag
def place(*pairs: str) -> SafeString:
    """`{% place "خانه" "/" "فهرست‌ها" url %}`: where this page stands, as pairs of words and address."""
    steps = format_html_join("", '<li><a href="{}">{}</a></li>', zip(pairs[1::2], pairs[::2], strict=True))
    return format_html('<nav class="place" aria-label="{}"><ol>{}</ol></nav>', gettext("مسیر"), steps)


@register.simple_tag(takes_context=True)
def page_link(context: template.Context, number: int, name: str = "page") -> str:
    """The query of this page with another page number, all other filters kept."""
    query = context["request"].GET.copy()
    query[name] = str(number)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def doors(context: template.Context, kind: str, *subject: object) -> list[Door]:
    """`{% doors "list_row" one worker.row as found %}`: where a room above lets this reader go from here."""
    return doors_to(kind, context["request"].user, *subject)


@register.filter
def under(path: str | None, place: int) -> str:
    """The path of a line beneath another: `"0.2"|under:1` is 0.2.1; beneath nothing it begins."""
    return f"{path}.{place}" if path else str(place)
