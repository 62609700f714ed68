"""What holds for all tests.

Properties look for new cases on a developer's machine; in CI the same code always meets the same cases. A run
under GitHub Actions writes for GitHub's runner: a test that wants that says so. What frontlint keeps in the
user's cache folder goes to a temporary one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("dev", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))

for variable in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(variable, None)


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder for all tests, also for the processes that they start; pip keeps its own."""
    pip = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pip"
    with pytest.MonkeyPatch.context() as patch:
        if "PIP_CACHE_DIR" not in os.environ:
            patch.setenv("PIP_CACHE_DIR", str(pip))
        for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(variable, str(tmp_path_factory.mktemp("user")))
        yield
