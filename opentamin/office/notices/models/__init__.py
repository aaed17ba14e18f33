from .notice import Notice
from .service import Channel, Service, ServiceState

__all__ = ["Channel", "Notice", "Service", "ServiceState"]
