"""DATABASE_URL and the socket of our own cluster become Django's settings."""

import pytest

from opentamin.launch.database import database_from_environment
from opentamin.launch.errors import CannotStart


def test_a_server_with_a_password_and_tls():
    database = database_from_environment({"DATABASE_URL": "postgres://u%40x:p%3Ass@db:6432/tamin?sslmode=verify-full"})
    assert database == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "tamin",
        "USER": "u@x",
        "PASSWORD": "p:ss",
        "HOST": "db",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "verify-full"},
    }


@pytest.mark.parametrize("url", ["postgresql:///tamin?host=/run/postgresql", "postgres://%2Frun%2Fpostgresql/tamin"])
def test_a_socket_may_be_written_both_ways(url):
    database = database_from_environment({"DATABASE_URL": url})
    assert (database["HOST"], database["NAME"]) == ("/run/postgresql", "tamin")


@pytest.mark.parametrize("url", ["mysql://u:secret@db/tamin", "postgres://u:secret@db:port/x?nonsense=1"])
def test_an_unreadable_address_is_refused_without_showing_its_password(url):
    with pytest.raises(CannotStart) as refused:
        database_from_environment({"DATABASE_URL": url})
    assert "DATABASE_URL" in refused.value.english
    assert "secret" not in str(refused.value)


def test_a_server_wins_over_our_own_cluster():
    database = database_from_environment({"DATABASE_URL": "postgres://db/tamin", "OPENTAMIN_DB_HOST": "/somewhere"})
    assert database["HOST"] == "db"


def test_without_a_database_a_query_reaches_no_server_of_this_machine():
    assert database_from_environment({})["HOST"] == "/nonexistent"


def test_only_the_served_process_pools_its_connections():
    own = {"OPENTAMIN_DB_HOST": "/somewhere", "OPENTAMIN_DB_NAME": "tamin"}
    assert "pool" not in database_from_environment(own)["OPTIONS"]
    assert database_from_environment(own | {"OPENTAMIN_POOL": "1"})["OPTIONS"]["pool"]["max_size"] > 1
