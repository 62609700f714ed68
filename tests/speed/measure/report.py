"""The report of a benchmark: where it ran, the command, the tables; and its place in the documentation."""

from __future__ import annotations

import os
import platform
import re
import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from speed.measure.bench import Bench
from speed.measure.table import comparison, processes
from speed.measure.tools import first_line

BEGIN = "<!-- measured: tests/speed/bench.py --write puts its report here -->"
END = "<!-- end of what was measured -->"
_CPU_MODEL = re.compile(r"^model name\s*: (.+)$", re.MULTILINE)


def report(bench: Bench, arguments: Sequence[str], load: Sequence[float]) -> str:
    """All of it; `arguments` are those of the command line, `load` the machine's before the first run."""
    return "\n".join(_lines(bench, arguments, load)) + "\n"


def _lines(bench: Bench, arguments: Sequence[str], load: Sequence[float]) -> Iterator[str]:
    yield f"Measured on {date.today().isoformat()} with"
    yield ""
    yield "```console"
    yield shlex.join(["python", "tests/speed/bench.py", *arguments])
    yield "```"
    yield ""
    hugo = first_line([bench.tools.hugo, "version"]).split("+")[0] if bench.tools.hugo else "no Hugo"
    yield (
        f"frontlint {version('frontlint')}, {platform.python_implementation()} {platform.python_version()}, "
        f"{hugo}; {_machine()}, load before the first run {load[0]:.1f}. Medians of {bench.rounds} rounds in "
        f"turn, of {bench.large_rounds} where there are {bench.large:,} pages."
    )
    yield ""
    yield from comparison(bench.rows)
    yield ""
    yield "What each process took:"
    yield ""
    yield from processes(bench.samples)


def _machine() -> str:
    """The system, the processor by its name if the system tells it, and the number of processors."""
    info = Path("/proc/cpuinfo")
    model = _CPU_MODEL.search(info.read_text(encoding="utf-8")) if info.exists() else None
    name = model[1] if model else platform.machine()
    return f"{platform.system()}, {name}, {os.cpu_count()} processors"


def has_place(page: Path) -> bool:
    """Whether the page has both marks between which a report is put."""
    return BEGIN in (text := page.read_text(encoding="utf-8")) and END in text.partition(BEGIN)[2]


def put(page: Path, text: str) -> None:
    """Replaces what stands between the marks of a page that has a place for it."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8", newline="\n")
