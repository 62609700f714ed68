"""Rows in instructions, which are the same on a busy machine: valgrind counts them, where it is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from speed.measure.bench import Bench
from speed.measure.samples import Spread
from speed.measure.shared import parts_of
from speed.measure.table import Row

_FEW, _MORE = 600, 1200
"""Pages of two sites: what the larger one costs more is what its pages cost."""
_MILLION = 1_000_000


def counted(bench: Bench) -> None:
    """What a page costs in a cold run, a run over one page beside a Python that does nothing, and what of a
    run two processes share.
    """
    page, small, one = "a page of 13.5 KB, cold", "a page of 1.1 KB, cold", "frontlint check, one page"
    both = "pages, cold, 2 processes against 1"
    if shutil.which("valgrind") is None:
        for what in (page, small, f"{one}, against python -c pass", f"{bench.pages:,} {both}"):
            bench.skip(f"{what}: instructions", "valgrind is not installed")
        return
    _add(bench, page, "M", _of_a_page(bench, small=False) / _MILLION, 3.5, 2.6)
    _add(bench, small, "M", _of_a_page(bench, small=True) / _MILLION, 1.7, 1.2)
    times = _check(bench, bench.site(1)) / instructions(["-c", "pass"], bench.scratch)
    _add(bench, f"{one}, against python -c pass", "x", times, 10, 8)
    sites = bench.site(_FEW), bench.site(_MORE)
    parts = parts_of(*sites, (_FEW, _MORE), partial(instructions, scratch=bench.scratch))
    shared = parts.against_one(bench.pages)
    _add(bench, f"{bench.pages:,} {both}", "x", shared, 0.62, 0.55)


def _add(bench: Bench, what: str, unit: str, value: float, must: float, goal: float) -> None:
    bench.rows.append(Row(f"{what}: instructions", unit, Spread.of([value]), must, goal))


def _of_a_page(bench: Bench, *, small: bool) -> float:
    few, more = (_check(bench, bench.site(count, small=small)) for count in (_FEW, _MORE))
    return (more - few) / (_MORE - _FEW)


def _check(bench: Bench, site: Path) -> int:
    return instructions_of_check(site, bench.scratch)


def instructions_of_check(site: Path, scratch: Path) -> int:
    """Instructions of a whole check with no cache and one process; the site has to be clean."""
    return instructions(["-m", "frontlint", "check", str(site), "--no-cache", "-j1", "-q"], scratch)


def instructions(arguments: list[str], scratch: Path) -> int:
    """What a Python with these arguments takes until it ends, the second time.

    The first one compiles modules, and fills caches. Raises CalledProcessError where it fails.
    """
    out = scratch / "counted.out"
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={out}"]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment = {**kept, "PYTHONHASHSEED": "0"}
    for before in ([], tool):
        command = [*before, sys.executable, *arguments]
        subprocess.run(command, env=environment, cwd=scratch, capture_output=True, check=True)
    return total(out)


def total(file: Path) -> int:
    """What cachegrind counted in one process: the last line says it."""
    return int(file.read_text().rpartition("summary:")[2])
