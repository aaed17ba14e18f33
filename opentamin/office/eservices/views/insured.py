"""The home of an insured person, or of someone who looks after their affairs."""

from datetime import date

from django.http import HttpRequest

from ..audience import Audience
from ..catalogue import services_for
from ..letters import latest


def home(request: HttpRequest, audience: Audience, today: date) -> tuple[str, dict]:
    return "eservices/insured.html", {**latest(request.user), "services": services_for(audience.name)}
