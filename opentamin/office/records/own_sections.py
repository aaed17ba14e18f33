"""What accounts and this room hold about a person."""

from axes.models import AccessLog
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts.models import ApiKey, Grant, MeansChange, User

from .exports import Row, Section, Whom
from .models import Audit, Document, Paper
from .readings import lines_of, readings_about, told


def _accounts(whom: Whom) -> list[Row]:
    fields = ("id", "username", "full_name", "national_id", "language", "is_active", "last_login")
    return list(User.objects.filter(pk__in=whom.users).values(*fields))


def _grants(whom: Whom) -> list[Row]:
    """Rights these accounts hold, and rights others hold over these people."""
    held = Grant.objects.filter(user__in=whom.users) | Grant.objects.filter(scope_kind="person", scope_id__in=whom.people)
    return [
        {
            "holder": grant.user.full_name,
            "role": str(grant.get_role_display()),
            "scope_kind": grant.scope_kind,
            "scope_id": grant.scope_id,
            "first_day": grant.valid.lower,
            "last_day": grant.last_day,
            "reason": grant.reason,
            "revoked_at": grant.revoked_at,
            "revoked_reason": grant.revoked_reason,
        }
        for grant in held.select_related("user").order_by("pk")
    ]


def _means(whom: Whom) -> list[Row]:
    changes = MeansChange.objects.filter(user__in=whom.users).order_by("at")
    return [{"what": str(change.get_what_display()), "at": change.at} for change in changes]


def _keys(whom: Whom) -> list[Row]:
    return list(ApiKey.objects.filter(user__in=whom.users).values("name", "start", "made_at", "ends_at", "used_at", "revoked_at").order_by("pk"))


def _sign_ins(whom: Whom) -> list[Row]:
    names = User.objects.filter(pk__in=whom.users).values("username")
    rows = AccessLog.objects.filter(username__in=names).order_by("attempt_time")
    return [{"at": row.attempt_time, "address": row.ip_address or "", "program": row.user_agent, "left_at": row.logout_time} for row in rows]


def _documents(whom: Whom) -> list[Row]:
    """Files these accounts sent in: what they are, not their bytes, which are had on the page of each."""
    sent = Document.objects.filter(created_by__in=whom.users).exclude(kind__in=("law", "opening"))
    return list(sent.values("name", "kind", "media_type", "size", "sha256", "created_at").order_by("pk"))


def _papers(whom: Whom) -> list[Row]:
    papers = Paper.objects.filter(subject_kind="person", subject_id__in=whom.people)
    return list(papers.values("code", "kind", "issued_at").order_by("pk"))


def _acts(whom: Whom) -> list[Row]:
    """Acts of these accounts, and acts upon these people."""
    acts = Audit.objects.filter(by__in=whom.users) | Audit.objects.filter(subject_kind="person", subject_id__in=whom.people)
    return list(acts.values("act", "at", "subject_kind", "subject_id", "reason").order_by("at", "pk"))


def _readings(whom: Whom) -> list[Row]:
    """Who read the record: as on the page of readings, the organisation's people by role, unit and number."""
    readings = readings_about([("person", one) for one in whom.people]).exclude(reader__in=whom.users)
    return [
        {
            "day": line.day,
            "reader": f"{line.role}، {line.unit} ({line.reader.pk})" if line.is_staff else line.reader.full_name,
            "what": line.thing,
            "count": line.count,
        }
        for line in told(lines_of(readings))
    ]


_AT, _DAY, _REASON = _("زمان"), _("روز"), _("دلیل")
SECTIONS = (
    Section("accounts", _("حساب کاربری"), {"username": _("نام کاربری"), "full_name": _("نام"), "national_id": _("شمارهٔ ملی"), "last_login": _("آخرین ورود")}, _accounts),
    Section("grants", _("دسترسی‌ها"), {"holder": _("دارنده"), "role": _("نقش"), "first_day": _("از روز"), "last_day": _("تا روز"), "reason": _REASON}, _grants),
    Section("means", _("تغییر راه‌های ورود"), {"what": _("چه شد"), "at": _AT}, _means),
    Section("keys", _("کلید برنامه‌ها"), {"name": _("برنامه"), "made_at": _("ساخته شد"), "ends_at": _("تا")}, _keys),
    Section("sign_ins", _("ورودها"), {"at": _AT, "address": _("نشانی شبکه")}, _sign_ins),
    Section("documents", _("پرونده‌هایی که فرستاده‌اید"), {"name": _("نام پرونده"), "size": _("بایت"), "created_at": _AT}, _documents),
    Section("papers", _("برگه‌های صادرشده"), {"code": _("کد روی برگه"), "kind": _("گونه"), "issued_at": _AT}, _papers),
    Section("acts", _("کارهای انجام‌شده"), {"act": _("کار"), "at": _AT, "reason": _REASON}, _acts),
    Section("readings", _("چه کسانی پرونده را خوانده‌اند"), {"day": _DAY, "reader": _("چه کسی"), "what": _("چه چیزی را"), "count": _("چند بار")}, _readings),
)
