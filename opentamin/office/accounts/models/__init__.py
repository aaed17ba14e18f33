from .api_key import ApiKey
from .change import MeansChange, What
from .grant import Grant
from .user import User

__all__ = ["ApiKey", "Grant", "MeansChange", "User", "What"]
