"""Settings of the whole house. Everything that differs between machines comes from the environment; nothing secret stands here."""

import os
import secrets
from pathlib import Path

from django.utils.translation import gettext_lazy as _

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
VAR = Path(os.environ.get("OPENTAMIN_VAR", ROOT / "var"))

DEBUG = os.environ.get("OPENTAMIN_DEBUG") == "1"
# A key made at start keeps nobody signed in across restarts: `./run` and production give a lasting one.
SECRET_KEY = os.environ.get("OPENTAMIN_SECRET_KEY") or secrets.token_urlsafe(48)
ALLOWED_HOSTS = os.environ.get("OPENTAMIN_HOSTS", "localhost,127.0.0.1").split(",")
HOST = ALLOWED_HOSTS[0]
PORT = os.environ.get("OPENTAMIN_PORT", "8000")
ORIGIN = os.environ.get("OPENTAMIN_ORIGIN", f"http://localhost:{PORT}")

ROOT_URLCONF = "opentamin.office.site.urls"
WSGI_APPLICATION = "opentamin.office.site.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOMS = ["kit", "accounts", "records", "channels", "ledger", "notices", "registry", "history", "payments", "contributions", "advice", "debts", "disputes", "eservices", "site"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_otp_webauthn",
    "axes",
    "csp",
    "django_htmx",
    "ninja",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    *[f"opentamin.office.{room}" for room in ROOMS],
    "opentamin.sample",
]

MIDDLEWARE = [
    "opentamin.office.kit.arrival.noted_arrival",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "opentamin.office.site.language.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["opentamin.office.kit.templatetags.opentamin_tags"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "opentamin.office.site.face.face",
            ],
        },
    }
]

# `./run` starts PostgreSQL itself and names its socket; a server is given by DATABASE_URL.
from opentamin.launch.database import database_from_environment  # noqa: E402

DATABASES = {"default": database_from_environment(os.environ)}

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "django_otp_webauthn.backends.WebAuthnBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# Officers act only after a second step (a code or a passkey); a demonstration on one machine may waive it.
STAFF_SECOND_STEP = os.environ.get("OPENTAMIN_DEMO") != "1"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "/"
OTP_TOTP_ISSUER = "OpenTamin"
OTP_WEBAUTHN_RP_NAME = "OpenTamin"
OTP_WEBAUTHN_RP_ID = HOST
OTP_WEBAUTHN_ALLOWED_ORIGINS = [ORIGIN]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_VERBOSE = False
AXES_RESET_ON_SUCCESS = True
# The hour we name on the page stays true: trying earlier does not move it.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "opentamin.office.accounts.views.sign_in.locked_out"

LANGUAGE_CODE = "fa"
LANGUAGES = [("fa", _("فارسی")), ("en", _("انگلیسی"))]
LOCALE_PATHS = []
TIME_ZONE = "Asia/Tehran"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "opentamin.office.site.views.form_grew_old"
SESSION_COOKIE_AGE = 8 * 3600
if ORIGIN.startswith("https://"):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31536000

# One ZIP of the largest legal list is under 100 MB; larger bodies are refused before they are read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2**20
# Programs of workplaces are told at addresses of the open net only; a developer's own machine may be let through.
WEBHOOK_LOOPBACK = os.environ.get("OPENTAMIN_WEBHOOK_LOOPBACK") == "1"
LIST_UPLOAD_BYTES_MAX = 100 * 2**20
DOCUMENT_BYTES_MAX = 100 * 2**20
# On one machine the background worker leaves the processors to those at the door; on a machine of its own it need not.
WORKER_GIVES_WAY = os.environ.get("OPENTAMIN_WORKER_GIVES_WAY") == "1"

# Who answers at the doors to the outside (office/channels). By default the simulators, which ask nobody.
BANK = os.environ.get("OPENTAMIN_BANK", "opentamin.office.channels.simulators.bank.SimulatedBank")
# The bank network gives a company its three digits and its service in a bill identifier. Until they are told these are placeholders,
# and every slip says so.
BILL_IS_TRIAL = "OPENTAMIN_BILL_COMPANY" not in os.environ
BILL_COMPANY = os.environ.get("OPENTAMIN_BILL_COMPANY", "001")
BILL_SERVICE = os.environ.get("OPENTAMIN_BILL_SERVICE", "7")
STATEMENT_UPLOAD_BYTES_MAX = 50 * 2**20
# E-mail and short messages say that something waits, never what. Without a server named nothing leaves the house.
MAIL_SERVER = {
    "host": os.environ.get("OPENTAMIN_MAIL_HOST", ""),
    "port": int(os.environ.get("OPENTAMIN_MAIL_PORT", "25")),
    "user": os.environ.get("OPENTAMIN_MAIL_USER", ""),
    "password": os.environ.get("OPENTAMIN_MAIL_PASSWORD", ""),
    "security": os.environ.get("OPENTAMIN_MAIL_SECURITY", ""),  # "", starttls or tls
    "seconds": 20,
}
MAIL_FROM = os.environ.get("OPENTAMIN_MAIL_FROM", f"no-reply@{HOST}")
MAIL = os.environ.get("OPENTAMIN_MAIL", "opentamin.office.channels.mail.SmtpMail" if MAIL_SERVER["host"] else "opentamin.office.channels.simulators.post.SimulatedMail")
SMS = os.environ.get("OPENTAMIN_SMS", "opentamin.office.channels.simulators.post.SimulatedSms")
SMS_QUIET = tuple(int(hour) for hour in os.environ.get("OPENTAMIN_SMS_QUIET", "21-8").split("-"))  # no phone rings from and until these hours

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["err"], "level": os.environ.get("OPENTAMIN_LOG", "WARNING")},
}
