from .notice import Notice
from .service import Channel, Service, ServiceState
from .webhook import Delivery, DeliveryState, Webhook

__all__ = ["Channel", "Delivery", "DeliveryState", "Notice", "Service", "ServiceState", "Webhook"]
