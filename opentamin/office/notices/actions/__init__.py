from .mark_read import mark_read
from .tell import tell

__all__ = ["mark_read", "tell"]
