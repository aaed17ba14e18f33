"""The branch's objections in the order of their last days, with the reasons to hurry."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from .models import Objection, State, SubjectKind, Timeliness
from .queries import is_of_board, waiting
from .telling import party_names, title_of

GROUP_MAX = 50
SOON_DAYS, WEEK_DAYS = 3, 7


class Tag(NamedTuple):
    """A reason to hurry or to look twice: kind of tag, words."""

    kind: str
    words: str


def groups_of(seen: QuerySet[Objection], today: date) -> dict[str, Any]:
    """Past their day, today, this week, later; and how many wait in all."""
    open_ones, week = waiting(seen), today + timedelta(days=WEEK_DAYS)
    late = open_ones.filter(next_last_day__lt=today)
    due_today = open_ones.filter(next_last_day=today)
    this_week = open_ones.filter(next_last_day__gt=today, next_last_day__lte=week)
    later = open_ones.filter(next_last_day__gt=week)
    groups = [
        (_("گذشته از مهلت"), "late", late),
        (_("امروز"), "today", due_today),
        (_("این هفته"), "week", this_week),
        (_("پس از آن"), "later", later),
    ]
    shown = [{"title": title, "key": key, "rows": rows_of(found[:GROUP_MAX], today), "count": found.count()} for title, key, found in groups]
    return {"groups": shown, "counts": {group["key"]: group["count"] for group in shown}, "all_count": sum(group["count"] for group in shown), "group_max": GROUP_MAX}


def rows_of(objections: Iterable[Objection], today: date) -> list[dict[str, Any]]:
    """Objections as rows of the list."""
    found = list(objections)
    names = party_names(found)
    return [
        {
            "one": one,
            "title": title_of(one),
            "party": names.get(one.party, ""),
            "day": one.next_day,
            "due": "bad" if one.is_waiting and one.next_day <= today else "need" if one.is_waiting and one.next_day <= today + timedelta(days=SOON_DAYS) else "",
            "tags": tags_of(one, today),
            "next_step": next_step(one),
            "age": (today - one.arrived_on).days,
        }
        for one in found
    ]


def tags_of(one: Objection, today: date) -> list[Tag]:
    """What to know before opening it."""
    tags = []
    if one.is_waiting and is_of_board(one) and (one.answer_last_day - today).days <= SOON_DAYS:
        tags.append(Tag("bad", _("پایان یک ماه ماده ۴۲")))
    if one.timeliness in (Timeliness.LATE, Timeliness.IN_DOUBT, Timeliness.EARLY):
        tags.append(Tag("need", str(Timeliness(one.timeliness).label)))
    if not one.is_signed:
        tags.append(Tag("need", _("بی‌امضا رسید")))
    if not one.is_authorised:
        tags.append(Tag("need", _("بی‌وکالت‌نامه رسید")))
    if one.subject_kind == SubjectKind.LINE:
        tags.append(Tag("", _("تنها یک سطر")))
    return tags


def next_step(one: Objection) -> str:
    """What the branch does next."""
    if one.state == State.RECEIVED:
        return _("بازبینی رقم‌ها")
    if one.state == State.IN_REVIEW:
        return _("پذیرفتن، یا فرستادن به هیئت بدوی") if is_of_board(one) else _("پاسخ نوشتن")
    return str(State(one.state).label)
