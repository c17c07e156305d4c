"""Property tests have no deadline: a busy machine is no failure. What takes long to make is made once."""

from hypothesis import settings

pytest_plugins = ["tests.support.programs", "tests.support.sites", "tests.support.browsers"]

settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")
