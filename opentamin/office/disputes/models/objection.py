"""An objection: to what, by whom, on which grounds, when it came, and what the law made of its day."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SubjectKind(models.TextChoices):
    DEBT = "debt", _("همهٔ یک بدهی")
    LINE = "line", _("یک سطر از محاسبهٔ بدهی")
    ROW = "row", _("یک ردیف از فهرست ماهانه")
    MONTH = "month", _("یک ماه از سابقه")


class State(models.TextChoices):
    RECEIVED = "received", _("رسید")
    IN_REVIEW = "in_review", _("در دست بازبینی شعبه")
    REFERRED = "referred", _("به هیئت بدوی فرستاده شد")
    ACCEPTED = "accepted", _("شعبه پذیرفت")
    ANSWERED = "answered", _("شعبه پاسخ داد")
    WITHDRAWN = "withdrawn", _("پس گرفته شد")


OPEN = [State.RECEIVED, State.IN_REVIEW, State.REFERRED]
# The only ways from state to state. What a board decides will lead on from REFERRED, and from nowhere else.
WAYS = {
    State.RECEIVED: {State.IN_REVIEW, State.REFERRED, State.ACCEPTED, State.ANSWERED, State.WITHDRAWN},
    State.IN_REVIEW: {State.REFERRED, State.ACCEPTED, State.ANSWERED, State.WITHDRAWN},
    State.REFERRED: {State.WITHDRAWN},
    State.ACCEPTED: set(),
    State.ANSWERED: set(),
    State.WITHDRAWN: set(),
}


class Timeliness(models.TextChoices):
    """How the day of the objection stands to its time. Only LATE is late by every reading."""

    IN_TIME = "in_time", _("به‌موقع")
    IN_DOUBT = "in_doubt", _("به یک خوانش قانون به‌موقع")
    EARLY = "early", _("پیش از آغاز مهلت")
    LATE = "late", _("پس از مهلت")
    NO_LIMIT = "no_limit", _("بی‌مهلت")


class Way(models.TextChoices):
    ONLINE = "online", _("در سامانه")
    PAPER = "paper", _("روی کاغذ")


class Representative(models.TextChoices):
    LAWYER = "lawyer", _("وکیل")
    RELATIVE = "relative", _("خویشاوند")
    OTHER = "other", _("دیگری")


class Objection(models.Model):
    """One objection of one party to one thing. What was said and reckoned when it came never changes; only its state goes on.

    `line_path` is the place in the kept trace of the debt, such as "0.2" or "0.2#4" for the fifth line of that article.
    `act_day` is the day the law counts (of sending or of entry), `arrived_on` the day from which our own times run.
    `traces` are the articles asked (whose matter it is, and whether it is in time), as nodes of the law's machine.
    """

    tracking = models.CharField(max_length=24, unique=True)
    subject_kind = models.TextField(choices=SubjectKind)
    subject_key = models.TextField()
    debt = models.ForeignKey("debts.Debt", models.PROTECT, null=True, related_name="objections")
    line_path = models.TextField(blank=True, default="")
    line_article = models.TextField(blank=True, default="")
    list = models.ForeignKey("contributions.MonthlyList", models.PROTECT, null=True, related_name="+")
    row = models.IntegerField(null=True)
    person = models.ForeignKey("registry.Person", models.PROTECT, null=True, related_name="+")
    month = models.IntegerField()
    party_kind = models.TextField()
    party_id = models.BigIntegerField()
    branch = models.ForeignKey("registry.Branch", models.PROTECT, related_name="+")

    grounds = models.JSONField()
    words = models.TextField()
    content_sha256 = models.CharField(max_length=64)
    way = models.TextField(choices=Way)
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    arrived_on = models.DateField()
    act_day = models.DateField()
    is_signed = models.BooleanField(default=True)
    is_authorised = models.BooleanField(default=True)
    representative_kind = models.TextField(choices=Representative, blank=True, default="")
    representative_name = models.TextField(blank=True, default="")

    forums = models.JSONField()
    timeliness = models.TextField(choices=Timeliness)
    is_referable = models.BooleanField(null=True)  # none: no board hears it, or an officer judges
    service_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    doubt_until = models.DateField(null=True)
    begins_on = models.DateField(null=True)  # the first day, where it came before it
    review_last_day = models.DateField(null=True)
    answer_last_day = models.DateField()
    traces = models.JSONField()
    law_hash = models.CharField(max_length=64)
    law_day = models.DateField()
    trace_digest = models.CharField(max_length=64)

    state = models.TextField(choices=State, default=State.RECEIVED)

    class Meta:
        indexes = [
            models.Index(fields=["party_kind", "party_id", "-filed_at"], name="objection_of_party"),
            models.Index(fields=["branch", "answer_last_day"], condition=Q(state__in=["received", "in_review"]), name="objection_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_key", "party_kind", "party_id"], condition=Q(state__in=["received", "in_review", "referred"]), name="objection_open_once"
            ),
            models.CheckConstraint(
                name="objection_names_its_subject",
                condition=Q(subject_kind="debt", debt__isnull=False, line_path="", list__isnull=True)
                | Q(subject_kind="line", debt__isnull=False, list__isnull=True) & ~Q(line_path="")
                | Q(subject_kind="row", debt__isnull=True, list__isnull=False, row__isnull=False, line_path="")
                | Q(subject_kind="month", debt__isnull=True, list__isnull=True, person__isnull=False, line_path=""),
            ),
            models.CheckConstraint(name="objection_party_is_a_workplace_or_person", condition=Q(party_kind__in=["workplace", "person"])),
            models.CheckConstraint(name="objection_sent_before_it_arrived", condition=Q(act_day__lte=F("arrived_on"))),
            models.CheckConstraint(name="objection_timeliness_is_known", condition=Q(timeliness__in=Timeliness.values)),
            models.CheckConstraint(name="objection_judged_by_a_day", condition=~Q(timeliness__in=["in_time", "in_doubt", "late"]) | Q(last_day__isnull=False)),
            models.CheckConstraint(name="objection_answered_is_of_no_board", condition=~Q(state="answered") | Q(debt__isnull=True) | Q(timeliness="late")),
            models.CheckConstraint(name="objection_online_is_signed", condition=~Q(way="online") | Q(is_signed=True, is_authorised=True)),
        ]
        triggers = [
            pgtrigger.Protect(name="objection_stays", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="objection_as_it_came", exclude=["state"]),
            pgtrigger.FSM(name="objection_goes_its_ways", field="state", transitions=[(str(one), str(next)) for one, ways in WAYS.items() for next in sorted(ways)]),
        ]

    def __str__(self) -> str:
        return self.tracking

    @property
    def party(self) -> tuple[str, int]:
        return self.party_kind, self.party_id

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_waiting(self) -> bool:
        """Whether the branch has something to do."""
        return self.state in (State.RECEIVED, State.IN_REVIEW)

    def move(self, to: str, *, by, at, reason: str = "") -> "ObjectionStep":
        """Go on to another state, with whoever did it and why; the row is locked by the caller."""
        assert to in WAYS[State(self.state)], f"{self.state} does not lead to {to}"
        self.state = to
        self.save(update_fields=["state"])
        return ObjectionStep.objects.create(objection=self, state=to, at=at, by=by, reason=reason)

    @property
    def next_day(self):
        """The last day of what the branch has to do next."""
        return self.review_last_day if self.state == State.RECEIVED and self.review_last_day else self.answer_last_day


class ObjectionStep(models.Model):
    """One step of an objection from state to state. Append-only."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="steps")
    state = models.TextField(choices=State)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(name="objection_step_says_why", condition=Q(state__in=["received", "in_review"]) | ~Q(reason="")),
        ]
        triggers = [pgtrigger.Protect(name="objection_step_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.objection_id} {self.state}"
