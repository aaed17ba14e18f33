"""The catalogue names only what works, for somebody, in both languages."""

import pytest
from django.urls import reverse

from opentamin.office.eservices.audience import AUDIENCES
from opentamin.office.eservices.catalogue import Service, services, services_for


def test_there_are_services_and_each_code_stands_once():
    codes = [service.code for service in services()]
    assert codes and len(codes) == len(set(codes))


@pytest.mark.parametrize("service", services(), ids=lambda service: service.code)
def test_a_service_leads_to_a_page_that_exists(service: Service):
    assert reverse(service.url_name).startswith("/")


@pytest.mark.parametrize("service", services(), ids=lambda service: service.code)
def test_a_service_is_for_known_audiences_and_told_in_both_languages(service: Service):
    assert service.audiences and service.audiences <= {"guest", *AUDIENCES}
    for text in (service.names, service.whats, service.needs, service.gives):
        assert set(text) == {"fa", "en"} and all(text.values())


def test_every_audience_has_something_to_do():
    assert all(services_for(audience) for audience in ("guest", *AUDIENCES))
