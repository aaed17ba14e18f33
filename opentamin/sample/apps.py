from django.apps import AppConfig


class SampleConfig(AppConfig):
    name = "opentamin.sample"
    label = "sample"
