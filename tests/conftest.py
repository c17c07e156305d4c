"""Property tests have no deadline: a busy machine is no failure. Programs that are missing are counted."""

from hypothesis import settings

pytest_plugins = ["tests.support.programs"]

settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")
