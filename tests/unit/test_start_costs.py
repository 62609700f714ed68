"""A start stays as cheap as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from speed.start_costs import MOST, start_costs


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("valgrind") is None, reason="valgrind counts instructions")
def test_no_start_costs_more_than_it_may(tmp_path: Path) -> None:
    costs = start_costs(tmp_path)
    assert costs is not None
    assert {name: times for name, times in costs.items() if times > MOST[name]} == {}
