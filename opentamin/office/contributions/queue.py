"""The queue of sendings that were received and wait to be read: how long it is, how fast it goes, and one's place in it."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from opentamin.office.accounts import gate
from opentamin.office.kit.statements import ask

from .models import Upload, UploadState

MEASURED_OVER: Final = timedelta(minutes=5)  # the speed told is that of the last minutes, not an average of better days


class Queue(NamedTuple):
    """`waiting` sendings of `waiting_bytes`, the `oldest` come at that moment; in the last minutes `done` sendings of
    `done_bytes` left it within `busy_seconds`."""

    waiting: int
    waiting_bytes: int
    oldest: datetime | None
    done: int
    done_bytes: int
    busy_seconds: float

    @property
    def per_minute(self) -> int | None:
        """Sendings a minute, as measured; None where too little was done to tell."""
        return round(self.done * 60 / self.busy_seconds) if self.busy_seconds else None

    def seconds_for(self, size: int) -> int | None:
        """How long the worker takes for so many bytes at the measured speed; None where none could be measured."""
        return round(size * self.busy_seconds / self.done_bytes) if self.busy_seconds and self.done_bytes else None

    @property
    def seconds(self) -> int | None:
        """Expected time until what waits now is worked off."""
        return self.seconds_for(self.waiting_bytes)

    @property
    def minutes(self) -> int:
        """The same in whole minutes, rounded up."""
        return _minutes(self.seconds)


class Place(NamedTuple):
    """`ahead` sendings come before this one; its turn is over in about `seconds`, None where nothing could be measured."""

    ahead: int
    seconds: int | None

    @property
    def minutes(self) -> int:
        """The same in whole minutes, rounded up."""
        return _minutes(self.seconds)


def _minutes(seconds: int | None) -> int:
    return -(-(seconds or 0) // 60)


_QUEUE = """
SELECT (SELECT count(*) FROM contributions_upload WHERE state = 'waiting'),
       (SELECT coalesce(sum(size), 0) FROM contributions_upload WHERE state = 'waiting'),
       (SELECT min(received_at) FROM contributions_upload WHERE state = 'waiting'),
       count(*), coalesce(sum(size), 0), min(received_at)
FROM contributions_upload WHERE done_at >= %(begun)s
"""


def queue(now: datetime) -> Queue:
    """The queue as it is, in one statement."""
    begun = now - MEASURED_OVER
    [(waiting, size, oldest, done, done_size, first_came)] = ask(_QUEUE, {"begun": begun})
    # Measured from when there was something to do: a quiet hour before the crowd says nothing of the speed.
    busy = (now - max(begun, first_came)).total_seconds() if done else 0.0
    return Queue(waiting, int(size), oldest, done, int(done_size), busy)


_AHEAD = "SELECT count(*), coalesce(sum(size), 0) FROM contributions_upload WHERE state = 'waiting' AND id < %(id)s"


def place_of(upload: Upload, *, now: datetime) -> Place:
    """Where a waiting sending stands: first come, first read. Two short statements."""
    [(ahead, size)] = ask(_AHEAD, {"id": upload.pk})
    return Place(ahead, queue(now).seconds_for(int(size) + upload.size))


_LISTS = Upload.lists.through.objects.filter(upload=OuterRef("pk"))


def upload_seen_by(user, tracking: str) -> Upload:
    """The sending with this number, for its sender and for those who may read lists everywhere. An unknown number and
    another's get one answer: `accounts.gate.NotAllowed`."""
    upload = Upload.objects.filter(tracking=tracking).annotate(has_lists=Exists(_LISTS)).first()
    if upload is None or not (upload.received_by_id == user.pk or gate.may_everywhere(user, "branch.lists.read")):
        raise gate.NotAllowed("list.read")
    return upload


def unread_of(user) -> QuerySet[Upload]:
    """What the user sent that waits, or was handed back unread; latest first."""
    return Upload.objects.filter(received_by=user, state__in=[UploadState.WAITING, UploadState.RETURNED]).order_by("-id")
