"""How much a page may ask of the database, whatever the length of the list."""

import pytest

from ..actions import assess_list
from ..intake import take_in
from .builders import NOW, files_of, worker_columns, wrong_files

WORKERS = 4000
QUERIES_MAX = 8


@pytest.fixture
def employer(client, made):
    client.force_login(made.employer)
    return client


def test_the_page_of_a_long_accepted_list_asks_little(employer, made, django_assert_max_num_queries):
    one = take_in(files_of(columns=worker_columns(WORKERS)), by=made.employer, now=NOW)[0].list
    with django_assert_max_num_queries(QUERIES_MAX):
        assert employer.get(f"/lists/{one.tracking}/").status_code == 200
    assess_list(one.id, by=made.employer, now=NOW)
    for path in ("", "?page=40", "?q=کاوه", "amount/", "workers/4000/"):
        with django_assert_max_num_queries(QUERIES_MAX):
            assert employer.get(f"/lists/{one.tracking}/{path}").status_code == 200, path


def test_the_page_of_a_long_returned_list_asks_little(employer, made, django_assert_max_num_queries):
    one = take_in(wrong_files(WORKERS, wrong=WORKERS), by=made.employer, now=NOW)[0].list
    for query in ("", "?errors=10"):
        with django_assert_max_num_queries(QUERIES_MAX):
            assert employer.get(f"/lists/{one.tracking}/{query}").status_code == 200


def test_the_lists_of_lists_ask_as_little_for_many_as_for_one(client, made, django_assert_max_num_queries):
    for number in range(1, 12):
        take_in(files_of(2, number=f"{number:04d}"), by=made.employer, now=NOW)
    for user, path in ((made.employer, "/lists/"), (made.officer, "/branch/lists/"), (made.officer, "/branch/lists/?state=accepted"), (made.employer, "/lists/new/")):
        client.force_login(user)
        with django_assert_max_num_queries(10):
            assert client.get(path).status_code == 200
