"""The icons of the house: one set of strokes on a 24-unit square. Names say what is drawn or what it stands for."""

from typing import Final

ICONS: Final = {
    "check": '<path d="M4 12.5l5 5L20 6.5"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "cross": '<circle cx="12" cy="12" r="9"/><path d="M9 9l6 6M15 9l-6 6"/>',
    "warn": '<path d="M12 4 2.8 19.5h18.4z"/><path d="M12 10v4.5M12 17v.01"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.01"/>',
    "upload": '<path d="M12 16V5M7 9.5l5-5 5 5M5 20h14"/>',
    "download": '<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>',
    "pencil": '<path d="M4 20l1-4L16 5l3 3L8 19z"/>',
    "chevron": '<path d="M6 9l6 6 6-6"/>',
    "forward": '<path d="M9 6l6 6-6 6"/>',
    "file": '<path d="M6 3.5h8l4 4v13H6z"/><path d="M14 3.5v4h4"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3"/><path d="M7 14h10v6H7z"/>',
    "search": '<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6"/>',
    "key": '<circle cx="8" cy="15.5" r="4"/><path d="M11 12.5 19.5 4M16 7.5l3 3"/>',
    "shield": '<path d="M12 3.5l7.5 2.5v6c0 4.5-3 7-7.5 8.5-4.5-1.5-7.5-4-7.5-8.5V6z"/>',
}

# Which way is forward differs by the direction of writing; the rest never turns round.
MIRRORED: Final = {"forward"}

# The shape that says the same as the colour of a state.
STATE_ICONS: Final = {"good": "check", "need": "warn", "bad": "cross", "info": "clock"}


def svg(name: str, extra_class: str = "") -> str:
    """Inline drawing, hidden from screen readers: the word beside it speaks. KeyError for a name we do not draw."""
    classes = " ".join(filter(None, ["ico", "ico-fwd" if name in MIRRORED else "", extra_class]))
    return f'<svg class="{classes}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{ICONS[name]}</svg>'
