"""An objection in sentences, in the language of the page: to what, whether in time and by which article, what follows."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from opentamin.law import words
from opentamin.law.procedure.rows import FORUMS, NONE, ORGANISATION
from opentamin.office.accounts import scopes
from opentamin.office.kit import days, numbers

from .models import Objection, State, SubjectKind, Timeliness
from .queries import answer_of, holds_collection, missing_of, traces_of
from .reckoning import months_of_enforcement_review, weigh_answer
from .subjects import NoSuchLine, Subject, line_at


def title_of(objection: Objection) -> str:
    """What is objected to, in a few words."""
    month = days.month_words(objection.month)
    if objection.debt is not None:
        debt = _("%(kind)s، %(month)s") % {"kind": objection.debt.get_kind_display(), "month": month}
        line = line_title(objection)
        return f"{line}؛ {debt}" if line else debt
    if objection.subject_kind == SubjectKind.ROW:
        said = {"row": numbers.grouped(objection.row), "month": month, "name": str(objection.person or "")}
        return _("ردیف %(row)s فهرست %(month)s، %(name)s") % said if said["name"] else _("ردیف %(row)s فهرست %(month)s") % said
    return _("سابقهٔ %(month)s، %(name)s") % {"month": month, "name": objection.person}


def subject_words(subject: Subject) -> str:
    """The same of something nobody has objected to yet."""
    shown = Objection(debt=subject.debt, line_path=subject.line_path, line_article=subject.line_article, subject_kind=subject.kind, row=subject.row, person=subject.person, month=subject.month)
    return title_of(shown)


def line_title(objection: Objection) -> str:
    """The article a line objected to belongs to, by its title; nothing where it is the whole."""
    articles = words.words_of(get_language()).data["articles"]
    return articles.get(objection.line_article, {}).get("title", "") if objection.line_path else ""


def line_words(debt, path: str) -> str:
    """A line of the kept trace of a debt, by its path, in words."""
    try:
        node, line = line_at(debt, path)
    except NoSuchLine:  # kept as it was when somebody objected
        return path
    step = words.render(node, get_language())
    said = dict(words.line_words(node, get_language())).get(line) if line is not None else None
    return f"{step.title}: {said}" if said else f"{step.title}: {step.value}"


def line_cite(debt, path: str) -> str:
    """The article of a line of the kept trace, as it is cited."""
    try:
        node, _line = line_at(debt, path)
    except NoSuchLine:
        return path
    return words.render(node, get_language()).cite


def subject_url(objection: Objection) -> str:
    """The page of what is objected to, for its party and the branch."""
    if objection.debt is not None:
        return f"/debts/{objection.debt.tracking}/"
    if objection.party_kind == "person":
        return f"/record/{objection.month}/?person={objection.party_id}"
    return f"/lists/{objection.list.tracking}/workers/{objection.row}/"


def party_name(objection: Objection) -> str:
    """Who objects, and who signs for them."""
    name = scopes.names([objection.party]).get(objection.party, "")
    if objection.representative_name:
        said = {"name": name, "who": objection.representative_name, "kind": objection.get_representative_kind_display()}
        return _("%(name)s، با نمایندگی %(who)s (%(kind)s)") % said
    return name


def party_names(objections: Iterable[Objection]) -> dict[tuple[str, int], str]:
    """Names of many parties, one query for each kind."""
    return scopes.names({one.party for one in objections})


def cite(objection: Objection, article: str) -> str:
    """The article asked under this name, as it is cited; nothing where it was not asked."""
    asked = (node for trace in traces_of(objection) for node in trace.walk() if node.article == article)
    node = next(asked, None)
    return words.render(node, get_language()).cite if node else ""


def timeliness_words(objection: Objection) -> list[str]:
    """Whether it came in time, in whole sentences with the article."""
    said = {
        "served": days.day_full(objection.service_day),
        "last": days.day_full(objection.last_day),
        "doubt": days.day_full(objection.doubt_until),
        "begins": days.day_full(objection.begins_on),
        "cite": cite(objection, "objection_last_day") or cite(objection, "history_claim_taken"),
    }
    if objection.timeliness == Timeliness.IN_TIME:
        return [_("به‌موقع است. نامه در %(served)s ابلاغ شد و آخرین روز اعتراض %(last)s است (%(cite)s).") % said]
    if objection.timeliness == Timeliness.LATE:
        return [_late(objection), _("نامه در %(served)s ابلاغ شد و آخرین روز اعتراض %(last)s بود (%(cite)s).") % said]
    if objection.timeliness == Timeliness.IN_DOUBT:
        return [
            _("به یک خوانش قانون به‌موقع است و به خوانشی دیگر نه: آخرین روز %(last)s یا %(doubt)s است (%(cite)s).") % said,
            _("کارشناس شعبه در این باره به نام خود داوری می‌کند؛ تا آن هنگام با آن مانند اعتراض به‌موقع رفتار می‌شود."),
        ]
    if objection.timeliness == Timeliness.EARLY:
        return [_early(objection, said), _("اعتراض شما می‌ماند؛ لازم نیست آن را دوباره بفرستید.")]
    return [_("برای این اعتراض مهلتی نیست که گذشته باشد.")]


def _late(objection: Objection) -> str:
    late = (objection.act_day - objection.last_day).days
    return ngettext("%(n)s روز پس از مهلت رسید؛ با این همه دریافت شد.", "%(n)s روز پس از مهلت رسید؛ با این همه دریافت شد.", late) % {"n": numbers.grouped(late)}


def _early(objection: Objection, said: dict[str, str]) -> str:
    if objection.subject_kind == SubjectKind.ROW:
        return _("درخواست اصلاح این ماه از %(begins)s رسیدگی می‌شود (%(cite)s).") % said
    if objection.debt_id is None:
        return _("فهرست این ماه تا %(begins)s فرصت رسیدن دارد؛ رسیدگی از آن روز آغاز می‌شود (%(cite)s).") % said
    if objection.service_day is None:
        return _("نامهٔ این بدهی هنوز ابلاغ نشده و مهلت اعتراض هنوز آغاز نشده است.")
    return _("پیش از ابلاغ نامه در %(served)s آمده است؛ مهلت از آن روز آغاز شد و آخرین روز آن %(last)s است (%(cite)s).") % said


def what_follows(objection: Objection) -> list[str]:
    """Who looks at it, until when, and what is held meanwhile; of what has gone on from the branch, where it is now."""
    if not objection.is_waiting:
        return _gone_on(objection)
    said = {"review": days.day_full(objection.review_last_day), "answer": days.day_full(objection.answer_last_day)}
    sentences = []
    if objection.debt_id and objection.timeliness == Timeliness.LATE:
        said["cite"] = cite(objection, "answer_last_day")
        sentences += [
            _("این اعتراض به هیئت بدوی نمی‌رود. شعبه آن را می‌خواند و تا %(answer)s پاسخ کتبی می‌دهد (%(cite)s)؛ اگر خود خطا کرده باشد، بدهی را دوباره حساب می‌کند.") % said,
            remaining_door(objection),
        ]
    elif objection.debt_id:
        said |= {"practice": cite(objection, "branch_review_last_day"), "cite": cite(objection, "board_referral_last_day"), "forum": "، ".join(forum_names(objection))}
        if holds_collection(objection):
            sentences.append(hold_words())
        sentences.append(_("شعبه تا %(review)s رقم‌ها را دوباره می‌بیند (%(practice)s) و تا %(answer)s آن را به %(forum)s می‌برد (%(cite)s).") % said)
    else:
        said |= {"cite": cite(objection, "answer_last_day"), "forum": "، ".join(forum_names(objection))}
        sentences += [_("مرجع رسیدگی: %(forum)s.") % said, _("سازمان تا %(answer)s پاسخ کتبی می‌دهد (%(cite)s).") % said]
    return sentences + missing_words(objection)


def hold_words() -> str:
    """That nobody presses for the debt meanwhile."""
    return _("تا رسیدگی به این اعتراض، این بدهی گرفته نمی‌شود.")


def _gone_on(objection: Objection) -> list[str]:
    if objection.state == State.ANSWERED:
        return _answered(objection)
    said = {"forum": "، ".join(forum_names(objection))}
    return {
        State.REFERRED: [_("پرونده نزد %(forum)s است. تا رأی آن، این بدهی گرفته نمی‌شود.") % said],
        State.ACCEPTED: [_("آنچه نادرست بود درست شد؛ کاری از شما خواسته نیست.")],
        State.WITHDRAWN: [_("رسیدگی پایان یافت. تا مهلت نگذشته است، می‌توان دوباره اعتراض کرد.")],
    }[State(objection.state)]


def _answered(objection: Objection) -> list[str]:
    """Where an answer leaves its party: with whoever else hears it, and with what the law gives against an answer."""
    answered_on = days.local_day(answer_of(objection).at)
    named = dict(zip(objection.forums, forum_names(objection), strict=True))
    is_ours = named.pop(FORUMS[ORGANISATION], "") or objection.debt_id
    named.pop(FORUMS[NONE], "")
    sentences = [_("شعبه در %(day)s پاسخ داد و رسیدگی آن پایان یافت.") % {"day": days.day_full(answered_on)}]
    if objection.debt_id:
        sentences.append(remaining_door(objection))
    elif named:
        sentences.append(_("مرجع رسیدگی: %(forum)s.") % {"forum": "، ".join(named.values())})
    return [*sentences, *(_against_answer(answered_on) if is_ours else [])]


def _against_answer(answered_on: date) -> list[str]:
    """Where one may take an answer of the organisation, and in which time; nothing where the law of that day does not say."""
    way = weigh_answer(answered_on)
    if way is None:
        return []
    said = {
        "months": numbers.grouped(way.months),
        "abroad": numbers.grouped(way.months_abroad),
        "forum": words.render(way.forum, get_language()).value,
        "cite": words.render(way.last_day, get_language()).cite,
    }
    return [_("اگر این پاسخ را درست نمی‌دانید، تا %(months)s ماه پس از ابلاغ آن (مقیم خارج: %(abroad)s ماه) می‌توانید به %(forum)s شکایت کنید (%(cite)s).") % said]


def remaining_door(objection: Objection) -> str:
    """The door that remains when the time to object is over, in words of the law."""
    node = next((one for one in traces_of(objection) if one.article == "next_forum"), None)
    forum = words.render(node, get_language()).value if node else ""
    said = {"forum": forum, "months": numbers.grouped(months_of_enforcement_review(objection.act_day))}
    return _("دری که باز می‌ماند: اگر اجراییه صادر شود (ماده ۵۰)، تا %(months)s ماه پس از ابلاغ آن می‌توانید از %(forum)s بخواهید بدهی را بازبینی کند.") % said


def missing_words(objection: Objection) -> list[str]:
    """What is still to be brought before a board takes it."""
    missing, sentences = missing_of(objection), []
    if missing.signature:
        sentences.append(_("برگهٔ اعتراض امضا ندارد؛ برگهٔ امضاشده را بیاورید یا بفرستید."))
    if missing.authority:
        sentences.append(_("وکالت‌نامهٔ نماینده نرسیده است؛ آن را بیاورید یا بفرستید."))
    return sentences


def forum_names(objection: Objection) -> list[str]:
    """Who hears it, in words."""
    names = words.words_of(get_language()).data["options"]["forum"]
    return [names[code] for code in objection.forums]

