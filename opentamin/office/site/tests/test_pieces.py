"""The shared pieces of pages say what the guide asks of them."""

from datetime import date
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from opentamin.office.kit.fields import JalaliDateField


class Form(forms.Form):
    day = JalaliDateField(label="روز آغاز", help_text="مانند ۱۴۰۵/۹/۱")
    how = forms.ChoiceField(label="چگونه؟", choices=[("a", "همین‌جا"), ("b", "با پست")], widget=forms.RadioSelect)
    note = forms.CharField(label="یادداشت", required=False)


def rendered(piece: str, **context) -> str:
    with override("fa"):
        return render_to_string(f"site/pieces/{piece}.html", context)


def test_a_wrong_field_keeps_what_was_typed_and_ties_its_error_to_itself():
    form = Form({"day": "۱۴۰۵/۸/۳۱<b>", "how": "a"})
    form.is_valid()
    field = rendered("field", field=form["day"])
    assert 'value="۱۴۰۵/۸/۳۱&lt;b&gt;"' in field and 'aria-invalid="true"' in field
    described = field.split('aria-describedby="')[1].split('"')[0].split()
    assert len(described) == 2 and all(f'id="{name}"' in field for name in described)


def test_the_summary_of_errors_leads_to_each_wrong_field_and_takes_the_focus():
    form = Form({})
    form.is_valid()
    summary = rendered("errsum", form=form)
    assert 'href="#id_day"' in summary and 'role="alert"' in summary and "autofocus" in summary
    assert 'id="id_how"' in rendered("field", field=form["how"]) or 'href="#id_how_0"' in summary


def test_choices_stand_in_a_group_with_a_legend():
    field = rendered("field", field=Form()["how"])
    assert "<fieldset" in field and "<legend>چگونه؟</legend>" in field and field.count('type="radio"') == 2


def test_a_field_that_may_stay_empty_says_so():
    assert "اگر دارید" in rendered("field", field=Form()["note"])
    assert "اگر دارید" not in rendered("field", field=Form()["day"])


def test_leaves_of_a_list_keep_the_filters():
    page = Paginator(range(90), 30).page(2)
    html = rendered("pagination", page=page, request=RequestFactory().get("/lists/?q=نان&page=2"))
    assert "برگهٔ ۲ از ۳" in html and "page=3" in html and html.count("q=%D9%86%D8%A7%D9%86") == 2


def test_one_leaf_has_no_pagination():
    assert rendered("pagination", page=Paginator(range(3), 30).page(1)).strip() == ""


def test_what_is_overdue_is_red_and_the_first_need_has_the_main_button():
    needs = [
        SimpleNamespace(title="یک", reason="", until=date(2026, 11, 20), url="/a/", action="رفتن", is_late=True),
        SimpleNamespace(title="دو", reason="چون", until=date(2026, 11, 30), url="/b/", action="دیدن", is_late=False),
    ]
    html = rendered("needs", needs=needs, today=date(2026, 11, 22))
    assert html.count('class="late"') == 1 and html.count("btn-main") == 1 and html.count("btn-line") == 1
    assert "۲ روز گذشته" in html and "۸ روز مانده" in html


def test_an_empty_place_says_what_is_absent_and_what_to_do():
    html = rendered("empty", title="نامه‌ای نیست.", url="/lists/", words="همهٔ فهرست‌ها")
    assert "<b>نامه‌ای نیست.</b>" in html and '<a href="/lists/">همهٔ فهرست‌ها</a>' in html


def test_a_reasoning_is_drawn_step_in_step_with_the_deciding_one_open():
    from opentamin import law
    from opentamin.law import words
    from opentamin.law.contributions import ListMonth, list_due

    names = ListMonth._fields
    facts = ListMonth(**{name: 1_000_000_000 if name.endswith("total") else 1 for name in names})
    node = law.explain(list_due, facts, law.of_month(140507))
    step = words.render(node, "fa")
    html = rendered("tree", steps=[step])
    assert html.count("<details open>") == 1
    assert html.count('class="tree"') == 1 + sum(bool(part.children) for part in _walk(step))
    assert all(part.title in html and part.cite in html for part in _walk(step))


def _walk(step):
    yield step
    for child in step.children:
        yield from _walk(child)
