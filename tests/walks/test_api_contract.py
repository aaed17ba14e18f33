"""The API answers nothing it has not announced: whatever a program sends, no fault of ours and no undocumented answer.

The requests are made from the API's own description, right ones and wrong ones. Every request is undone before the next.
"""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings, strategies
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from opentamin.office.accounts.actions.give_api_key import give_api_key
from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.actions import assess_list, receive_upload
from opentamin.office.contributions.intake import take_in
from opentamin.office.debts.actions import prepare_debts
from opentamin.office.site.api import api
from opentamin.office.site.wsgi import application
from tests.cast import NOW

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

EXAMPLES = 12
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
SCHEMA = schemathesis.openapi.from_dict(api.get_openapi_schema())
SCHEMA.app = application
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]


@pytest.fixture(autouse=True)
def _one_connection():
    """A request served as the web server does it would end the connection, and with it the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def headers(cast, operation):
    """A program of the clerk, who may do most; a record is asked for by whose it is."""
    user = cast.insured_user if room_of(operation) == "record" else cast.clerk
    return {"X-API-Key": give_api_key(user, name="حقوق و دستمزد", now=NOW)[1]}


def room_of(operation) -> str:
    return operation.path.split("/")[3]


@pytest.fixture
def numbers(cast) -> dict[str, dict[str, list[str]]]:
    """Numbers of things that are there, by the room they are asked of and the name they go under; others are invented."""
    [mehr] = take_in(cast.list_files(cast.honest, month=140507), by=cast.clerk, now=NOW)
    assess_list(mehr.list.pk, by=cast.clerk, now=NOW)
    [aban] = take_in(cast.list_files(cast.honest), by=cast.clerk, now=NOW)
    queued = receive_upload(cast.list_files(cast.honest, number=3), by=cast.clerk, now=NOW).upload
    debts = [debt.tracking for debt in prepare_debts(NOW.date(), by=system_user(), now=NOW)]
    return {
        "lists": {"tracking": [mehr.list.tracking, aban.list.tracking], "row": [1, 2]},
        "uploads": {"tracking": [queued.tracking]},
        "debts": {"tracking": debts},
        "record": {"month": [140507, 140508]},
        "law": {"name": ["worker_due", "list_due"]},
    }


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
def test_every_answer_is_announced_and_none_is_a_fault_of_ours(operation, headers, numbers):
    known = numbers.get(room_of(operation), {})

    @given(case=operation.as_strategy(), real=strategies.data())
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def holds(case, real):
        for name in set(case.path_parameters or {}) & set(known):
            case.path_parameters[name] = real.draw(strategies.sampled_from([case.path_parameters[name], *known[name]]))
        with transaction.atomic():
            answer = case.call(headers=headers)
            case.validate_response(answer, checks=list(CHECKS))
            transaction.set_rollback(True)

    holds()


def test_every_operation_of_the_house_is_asked():
    assert len(OPERATIONS) == sum(len(acts) for acts in api.get_openapi_schema()["paths"].values()) > 0
