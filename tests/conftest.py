"""Settings of all tests: property tests never judge time, and in CI they try the same examples every time."""

import os

from hypothesis import settings

settings.register_profile("house", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")
