"""The door of the web server."""

import gc
import os
import threading

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opentamin.office.site.settings")
gc.disable()  # what is loaded stays for good, and need not be looked through for garbage, now or later
application = get_wsgi_application()
_ = get_resolver().url_patterns  # every page's code, before the first asks for it
gc.freeze()
gc.enable()

from opentamin.office.advice.opened import open_book  # noqa: E402  the rooms must be set up first

threading.Thread(target=open_book, name="open the book of the law", daemon=True).start()

if settings.ORIGIN.startswith("https://"):
    # Behind a proxy that speaks TLS: the visitor's address, for the limit on sign-in attempts, and the scheme come from its
    # headers, believed only when the connection itself comes from this machine.
    from granian.utils.proxies import wrap_wsgi_with_proxy_headers

    application = wrap_wsgi_with_proxy_headers(application, trusted_hosts=["127.0.0.1", "::1"])
