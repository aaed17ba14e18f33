"""Every page and every role, from one table. What is not written as open is closed, and closed is said in one way."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ..models import ListState, MonthlyList
from .builders import files_of

OPEN = {
    "employer": {"lists", "send", "list", "findings", "file", "receipt", "receipt_pdf", "amount", "worker", "withdraw", "assess"},
    "clerk": {"lists", "send", "list", "findings", "file", "receipt", "receipt_pdf", "amount", "worker", "withdraw", "assess"},
    "officer": {"list", "findings", "file", "receipt", "receipt_pdf", "amount", "worker", "assess", "branch_lists"},
    "branch_head": {"list", "findings", "file", "receipt", "receipt_pdf", "amount", "worker", "assess", "branch_lists"},
    "headquarters": {"list", "findings", "file", "receipt", "receipt_pdf", "amount", "worker", "branch_lists"},
    "auditor": {"list", "findings", "file", "receipt", "receipt_pdf", "amount", "worker", "branch_lists"},
    "neighbour": {"lists", "send"},
    "far_officer": {"branch_lists"},
    "stranger": set(),
}
PAGES = ["lists", "send", "branch_lists", "list", "findings", "file", "receipt", "receipt_pdf", "withdraw", "assess"]
AFTER = ["amount", "worker"]
POSTED = {"assess"}
WHOLE_HOUSE = {"lists", "send", "branch_lists"}


def _ask(client, page: str, tracking: str, document_id: int):
    arguments = [] if page in WHOLE_HOUSE else [tracking]
    arguments += {"worker": [1], "file": [document_id]}.get(page, [])
    address = reverse(f"contributions:{page}", args=arguments)
    return client.post(address) if page in POSTED else client.get(address)


@pytest.mark.parametrize("role", OPEN)
def test_a_page_opens_to_those_whose_work_it_is_and_to_nobody_else(client, made, accepted, role):
    client.force_login(getattr(made, role))
    document_id = accepted.documents.first().document_id
    said = {page: _ask(client, page, accepted.tracking, document_id).status_code for page in PAGES}
    assert said == {page: (302 if page in POSTED else 200) if page in OPEN[role] else 403 for page in PAGES}
    accepted.refresh_from_db()
    assert (accepted.state == ListState.ASSESSED) == ("assess" in OPEN[role])


@pytest.mark.parametrize("role", OPEN)
def test_an_amount_opens_to_those_whose_work_it_is_and_to_nobody_else(client, made, assessed, role):
    client.force_login(getattr(made, role))
    said = {page: _ask(client, page, assessed.tracking, 0).status_code for page in AFTER}
    assert said == {page: 200 if page in OPEN[role] else 403 for page in AFTER}


def test_whoever_is_not_signed_in_is_asked_to_sign_in(client, accepted):
    for page in [*PAGES, *AFTER]:
        answer = _ask(client, page, accepted.tracking, accepted.documents.first().document_id)
        assert answer.status_code == 302, page
        assert answer["Location"].startswith(reverse("accounts:sign_in"))
    assert MonthlyList.objects.get().state == ListState.ACCEPTED


def test_an_unknown_number_and_a_list_of_others_get_one_answer(client, made, accepted):
    client.force_login(made.neighbour)
    document_id = accepted.documents.first().document_id
    for page in [*PAGES, *AFTER]:
        if page in WHOLE_HOUSE:
            continue
        others, unknown = (_ask(client, page, tracking, document_id) for tracking in (accepted.tracking, "1405-0901-999999"))
        assert others.status_code == unknown.status_code == 403
        assert _body(others, accepted.tracking) == _body(unknown, "1405-0901-999999")


def _body(answer, tracking: str) -> str:
    """The page without what differs by address and by request."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode().replace(tracking, ""))


def test_an_officer_may_not_send_for_an_employer(client, made):
    client.force_login(made.officer)
    answer = client.post(reverse("contributions:send"), {"files": _uploads(files_of())})
    assert answer.status_code == 403
    assert not MonthlyList.objects.exists()


def _uploads(files):
    return [SimpleUploadedFile(name, body) for name, body in files]
