"""Pages are Persian until the reader chooses; programmes choose by their header."""

import pytest

from opentamin.office.kit.numbers import is_persian
from opentamin.office.site.language import chosen_language


def language_of(rf, path: str, *, header: str = "", cookie: str = "") -> str:
    request = rf.get(path, HTTP_ACCEPT_LANGUAGE=header)
    if cookie:
        request.COOKIES["django_language"] = cookie
    seen = []

    def view(request):
        from django.http import HttpResponse

        seen.append("fa" if is_persian() else "en")
        return HttpResponse()

    response = chosen_language(view)(request)
    assert response["Content-Language"] == seen[0]
    return seen[0]


@pytest.mark.parametrize(
    ("path", "header", "cookie", "language"),
    [
        ("/", "", "", "fa"),
        ("/", "en-US,en;q=0.9", "", "fa"),
        ("/", "", "en", "en"),
        ("/", "en", "fa", "fa"),
        ("/", "", "xx", "fa"),
        ("/api/v1/lists", "en", "", "en"),
        ("/api/v1/lists", "", "", "fa"),
    ],
)
def test_the_language_is_the_readers_choice_and_a_programmes_header(rf, path, header, cookie, language):
    assert language_of(rf, path, header=header, cookie=cookie) == language


def test_the_switch_of_language_comes_back_to_the_same_page(client, db):
    response = client.post("/i18n/setlang/", {"language": "en", "next": "/services/"})
    assert response["Location"] == "/services/"
    assert '<html lang="en" dir="ltr">' in client.get("/services/").content.decode()


def test_the_policy_of_content_lets_nothing_in_from_elsewhere(client, db):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy and "http" not in policy
