from .mark_read import mark_read
from .open_paper import open_paper
from .prove_service import CannotProve, prove_service
from .serve import AlreadyServed, CannotServe, serve
from .tell import tell

__all__ = ["AlreadyServed", "CannotProve", "CannotServe", "mark_read", "open_paper", "prove_service", "serve", "tell"]
