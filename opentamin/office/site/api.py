"""The API of the house at /api/v1/: each room's router, who may come in, and how a refusal is said."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.security import APIKeyHeader, SessionAuth

from opentamin.office.accounts.api_keys import user_of_key
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.advice.api import router as law
from opentamin.office.contributions.api import router as lists
from opentamin.office.contributions.api_uploads import router as uploads
from opentamin.office.contributions.api_webhooks import router as webhooks
from opentamin.office.debts.api import router as debts
from opentamin.office.disputes.api import router as objections
from opentamin.office.history.api import router as record
from opentamin.office.kit.problems import Problem, answer
from opentamin.office.kit.refusals import Refusal
from opentamin.office.payments.api import router as payments

from .api_parser import TextParser
from .api_problems import ApiWithProblems


class KeyAuth(APIKeyHeader):
    """A key in the header `X-API-Key`, made by its owner on the page /account/keys/."""

    param_name = "X-API-Key"

    def authenticate(self, request: HttpRequest, key: str | None):
        return user_of_key(key, timezone.now()) if key else None


class SignedInAuth(SessionAuth):
    """Whoever is signed in in this browser. A cookie comes along by itself, so acts also need the CSRF token; a key does not."""

    def __call__(self, request: HttpRequest):
        """Who is not signed in hears that, and nothing of tokens."""
        return super().__call__(request) if request.user.is_authenticated else None


api = ApiWithProblems(
    title="OpenTamin",
    version="1.0.0",
    description="Monthly lists of workplaces: send, read what was found, see how the amount was worked out. And the law itself, for anybody "
    "without a key: every article, asked with your facts, with its reasons.",
    urls_namespace="api-v1",
    auth=[KeyAuth(), SignedInAuth()],
    parser=TextParser(),
)
api.add_router("/lists", lists)
api.add_router("/debts", debts)
api.add_router("/webhooks", webhooks)
api.add_router("/payments", payments)
api.add_router("/uploads", uploads)
api.add_router("/objections", objections)
api.add_router("/record", record)
api.add_router("/law", law)


@api.exception_handler(Problem)
def _problem(request: HttpRequest, problem: Problem):
    return answer(problem)


@api.exception_handler(Refusal)
def _refused(request: HttpRequest, refusal: Refusal):
    return answer(Problem(refusal.status, refusal.code, str(refusal), **refusal.facts))


@api.exception_handler(NotAllowed)
def _not_allowed(request: HttpRequest, refusal: NotAllowed):
    """What is not there and what is somebody else's get one answer."""
    if refusal.needs_second_step:
        return answer(Problem(403, "needs_second_step", str(refusal)))
    return answer(Problem(404, "not_found", _("چنین چیزی نیست، یا شما اجازهٔ دیدن یا انجام آن را ندارید.")))


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, absent: Http404):
    return answer(Problem(404, "not_found", _("چنین چیزی نیست، یا شما اجازهٔ دیدن یا انجام آن را ندارید.")))


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, refusal: AuthenticationError):
    response = answer(Problem(401, "not_signed_in", _("کلید برنامه در سربرگ X-API-Key نیست یا درست نیست. کلید را در صفحهٔ حساب خود بسازید.")))
    response["WWW-Authenticate"] = "ApiKey"
    return response


@api.exception_handler(ValidationError)
def _misshapen(request: HttpRequest, refusal: ValidationError):
    return answer(Problem(422, "misshapen", _("درخواست به شکلی نیست که می‌خوانیم؛ جای هر ایراد در errors است."), errors=refusal.errors))


@api.exception_handler(Throttled)
def _too_many(request: HttpRequest, refusal: Throttled):
    return answer(Problem(429, "too_many", _("از این نشانی درخواست‌های بسیاری رسیده است؛ اندکی بعد دوباره بفرستید.")))


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, refusal: HttpError):
    if isinstance(refusal.__cause__, Problem):  # said by our reader of bodies
        return answer(refusal.__cause__)
    if isinstance(refusal.__cause__, ValueError):
        return answer(Problem(400, "unreadable", _("بدنهٔ درخواست JSON درستی نیست؛ آن را دوباره بسازید و بفرستید.")))
    return answer(Problem(refusal.status_code, "refused", str(refusal)))
