"""The answers all calculators share: the law lacks a figure, the facts go to a person, the law refuses."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opentamin.law.ask import Decision, Status, tell

from .estimate import Estimate


def unanswered(decision: Decision, refusing: str) -> Estimate | None:
    """The answer where there is nothing to pay out, `refusing` heads a refusal; None where the law grants."""
    told = tell(decision, get_language() or "fa")
    if decision.status is not Status.DECIDED:
        return troubled(decision)
    if decision.is_for_a_person:
        return Estimate(_("پاسخ این پرسش را کارشناس باید بدهد"), told.answer, decisions=[decision], refused=decision)
    if decision.entitled is False:
        return Estimate(refusing, _("%(reason)s.") % {"reason": told.answer.rstrip(".")}, decisions=[decision], refused=decision)
    return None


def troubled(*decisions: Decision) -> Estimate:
    """The answer where the law of the day lacks a figure, or the article did not hold; the reason is shown beneath."""
    return Estimate(_("این را هنوز نمی‌توانیم حساب کنیم"), _("چیزی از قانون آن روز که برای پاسخ لازم است نزد ما نیست."), decisions=decisions)


def said(decision: Decision) -> str:
    """The outcome as a sentence."""
    return _("%(reason)s.") % {"reason": tell(decision, get_language() or "fa").answer.rstrip(".")}
