"""Passwords of these people guard nothing: a quick hash lets the tests ask more."""

import pytest


@pytest.fixture(autouse=True)
def _quick_hash(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
