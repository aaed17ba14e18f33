from .grant import Grant
from .user import User

__all__ = ["Grant", "User"]
