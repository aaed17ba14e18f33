"""An amount explained by the very law it was assessed with: the running one while it is the same, else the text kept that day."""

from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from opentamin import law as laws
from opentamin.law import contributions as articles
from opentamin.law.machine.archive import ArchiveDamaged
from opentamin.office.records.models import Document

from .listings import preview_of
from .models import Assessment, MonthlyList, WorkerAssessment
from .reckoning import Reckoning


class Explained(NamedTuple):
    """A trace, and how far it can be relied on.

    is_the_assessed_law: False when the text of that day cannot be had and today's had to explain.
    is_kept_text: the rules have changed since, and the text kept that day explains.
    is_digest_met: the trace is to the letter the one kept at the assessment; None where none was kept (one worker's).
    """

    node: object
    is_the_assessed_law: bool
    is_kept_text: bool
    is_digest_met: bool | None


def explain_list(assessment: Assessment) -> Explained:
    """The list's amount, article by article, held against the fingerprint of the trace it was assessed with."""
    found = _explain(assessment, "list_due", assessment.facts, "ListMonth")
    return found._replace(is_digest_met=laws.digest(found.node) == assessment.trace_digest)


def explain_worker(assessment: Assessment, worker: WorkerAssessment) -> Explained:
    """One worker's amount, article by article."""
    facts = {
        "days": worker.days,
        "days_in_month": laws.days.month_length(assessment.list.month),
        "wage_insurable": worker.wage_insurable,
        "is_unemployment_insured": int(worker.is_unemployment_insured),
        "is_hazardous": int(worker.is_hazardous),
        "is_apprentice": int(worker.is_apprentice),
    }
    return _explain(assessment, "worker_due", facts, "WorkerMonth")


class Previewed(NamedTuple):
    """What an accepted list would come to if it were assessed today: the amounts, the trace, and the law of its month."""

    preview: Reckoning
    node: object
    law: object


def explain_preview(one: MonthlyList) -> Previewed:
    """The amount of a list not assessed yet, article by article."""
    today = timezone.localdate()
    preview = preview_of(one, arrived=timezone.localdate(one.received_at), known_on=today)
    law = laws.at(laws.days.month_first_day(one.month), known_on=today)
    return Previewed(preview, laws.explain(articles.list_due, preview.facts, law), law)


class Note(NamedTuple):
    """What a reader of an explanation must know of it; a warning when it may not be the one the amount rests on."""

    sentence: str
    is_warning: bool


def note_of(explained: Explained) -> Note | None:
    """What there is to say of an explanation; None when the law is the same and so is the trace."""
    if not explained.is_the_assessed_law:
        return Note(
            _("متن برنامهٔ قانون از روز محاسبه دیگر شده است و متن آن روز خوانده نشد. مبلغ همان است که محاسبه شد؛ این توضیح با متن امروز است و شاید با آن نخواند. شعبه را باخبر کنید."),
            True,
        )
    if explained.is_digest_met is False:
        return Note(_("این توضیح با اثر انگشتی که روز محاسبه نگه داشتیم نمی‌خواند. مبلغ همان است که محاسبه شد؛ شعبه را باخبر کنید."), True)
    if explained.is_kept_text:
        return Note(_("متن برنامهٔ قانون از روز محاسبه تا امروز دیگر شده است. این توضیح با همان متن روز محاسبه ساخته شد که نگه داشته‌ایم."), False)
    return None


def _explain(assessment: Assessment, article: str, facts: dict, row_type: str) -> Explained:
    """Explain by today's sources when they are still the same law, else by the kept ones, else by today's and say so."""
    law = laws.at(assessment.law_day, known_on=assessment.known_on)
    chapter, explain = articles, laws.explain
    is_same = law.hash == assessment.law_hash
    kept = None if is_same else _kept_law(assessment.law_hash)
    if kept is not None:
        chapter, explain = kept.contributions, kept.explain
        law = kept.at(assessment.law_day, known_on=assessment.known_on)
    node = explain(getattr(chapter, article), getattr(chapter, row_type)(**facts), law)
    return Explained(node, is_same or kept is not None, kept is not None, None)


def _kept_law(law_hash: str):
    """The law module of a release as it was kept; None when its archive is gone or is not that release any more."""
    archive = Document.objects.filter(kind="law", name=f"law-{law_hash}.zip").first()
    try:
        return archive and laws.archive.load(archive.read(), law_hash)
    except (ArchiveDamaged, OSError):
        return None
