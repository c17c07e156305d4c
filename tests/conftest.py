"""Property tests have no deadline: a busy machine is no failure. What takes long to make is made once.

What builds remember is sealed with a key of the tests, so that none is made in the home of who runs them.
"""

import os

from hypothesis import settings

pytest_plugins = ["tests.support.programs", "tests.support.sites", "tests.support.browsers"]

settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")

os.environ.setdefault("BRIEFING_CACHE_KEY", "the tests")
