from .deliver_notices import deliver_notices
from .mark_read import mark_read
from .open_paper import open_paper
from .prove_service import CannotProve, prove_service
from .register_webhook import TooManyWebhooks, end_webhook, register_webhook
from .serve import AlreadyServed, CannotServe, serve
from .tell import tell

__all__ = [
    "AlreadyServed",
    "CannotProve",
    "CannotServe",
    "TooManyWebhooks",
    "deliver_notices",
    "end_webhook",
    "mark_read",
    "open_paper",
    "prove_service",
    "register_webhook",
    "serve",
    "tell",
]
