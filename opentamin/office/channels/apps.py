from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "opentamin.office.channels"
    label = "channels"
    verbose_name = "درهای بیرون"
