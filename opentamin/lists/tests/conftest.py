"""Property tests here judge answers, not the speed of a busy machine."""

from hypothesis import settings

settings.register_profile("lists", deadline=None)
settings.load_profile("lists")
