"""Walking through pages as a reader does: sending files, reading what stands there, and counting what the house has kept."""

import html
import re
from types import SimpleNamespace

import numpy as np
from django.core.files.uploadedfile import SimpleUploadedFile
from procrastinate.contrib.django.models import ProcrastinateJob

from opentamin.office.contributions.models import Assessment, ListDocument, ListFinding, ListRow, MonthlyList, WorkerAssessment
from opentamin.office.history.models import MonthCurrent, MonthEntry
from opentamin.office.ledger.models import Journal
from opentamin.office.notices.models import Notice
from opentamin.office.records.models import Audit, Document
from opentamin.office.registry.models import Person
from opentamin.sample.faults import FAULTS, Making
from tests.cast import NOW, Cast, write

SEND = "/lists/new/"
EVERYTHING = (
    MonthlyList, ListDocument, ListFinding, ListRow, Assessment, WorkerAssessment, MonthEntry, MonthCurrent,
    Journal, Notice, Audit, Document, Person, ProcrastinateJob,
)  # fmt: skip
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def send(client, files, **more):
    """Post the form of sending as a browser does: real multipart, every file under its own name. Follows to the next page."""
    return client.post(SEND, {"files": [SimpleUploadedFile(name, body) for name, body in files]}, follow=True, **more)


def text_of(answer) -> str:
    """What a reader sees of the page's own part, in one line: no marks, entities resolved, single spaces."""
    body = answer.content.decode()
    body = body.partition("<main")[2].partition("</main>")[0] or body
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))


def fa(text) -> str:
    return str(text).translate(PERSIAN)


def rials(amount: int) -> str:
    """1234567 as a page writes it: ۱٬۲۳۴٬۵۶۷."""
    return fa(f"{amount:,}".replace(",", "٬"))


def kept() -> dict[str, int]:
    """How many rows of everything a list can leave behind."""
    return {model.__name__: model.objects.count() for model in EVERYTHING}


def planted(cast: Cast, *names: str, draft=None, layout: str = "v6", encoding: str = "iransystem", form: str = "dbf"):
    """The honest workplace's list with these faults of `opentamin.sample.faults`: files, and where each fault stands."""
    faults = [FAULTS[name] for name in names]
    draft = draft or cast.draft(cast.honest)
    codes = np.array([cast.codes[cast.honest.pk], cast.codes[cast.late.pk]])
    country = SimpleNamespace(today=NOW.date(), workplaces=SimpleNamespace(code=codes))
    making = Making(country, 0, draft, layout, encoding, form, np.random.default_rng(1405), {})
    places = [one for fault in faults if fault.stage == "list" for one in fault.plant(making)]
    making.files = dict(write(making.draft, layout=making.layout, encoding=encoding, form=form))
    places += [one for fault in faults if fault.stage != "list" for one in fault.plant(making)]
    return list(making.files.items()), places
