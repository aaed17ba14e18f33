from .change import MeansChange, What
from .grant import Grant
from .user import User

__all__ = ["Grant", "MeansChange", "User", "What"]
