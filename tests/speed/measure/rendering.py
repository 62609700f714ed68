"""The row about rendering: within a process, since the difference of two long runs is mostly noise."""

from __future__ import annotations

import subprocess
from pathlib import Path

from speed.measure.bench import Bench
from speed.measure.rounds import environment
from speed.measure.samples import Spread
from speed.measure.table import Row

_SCRIPT = Path(__file__).with_name("render_once.py")


def render(bench: Bench) -> None:
    """Microseconds of CPU for each finding of a site in which every page has one."""
    pages = bench.peer_pages
    command = [bench.tools.python, str(_SCRIPT), str(bench.site(pages, 100)), str(bench.scratch / "report")]
    values, why = [], ""
    for _ in range(bench.rounds):
        done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
        if done.returncode:
            why = done.stderr.strip().rpartition("\n")[2]
            break
        seconds, findings = done.stdout.split()
        values.append(float(seconds) / max(int(findings), 1) * 1e6)
    value = Spread.of(values) if values else None
    bench.rows.append(Row(f"rendering, concise, {pages:,} pages: per finding", "us", value, 10, 6, why=why))
