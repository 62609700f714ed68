"""Links and pipes in tests: marks for platforms that have none. No test needs special rights."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest


def _can_link() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            (Path(folder) / "link").symlink_to("nowhere")
        except (OSError, NotImplementedError):
            return False
    return True


links = pytest.mark.skipif(not _can_link(), reason="this Windows makes no links")
pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
