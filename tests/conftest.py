"""What holds for all tests.

Properties look for new cases on a developer's machine; in CI the same code always meets the same cases. A run
under GitHub Actions writes for GitHub's runner: a test that wants that says so.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("dev", deadline=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

for variable in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(variable, None)
