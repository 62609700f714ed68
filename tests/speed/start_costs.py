"""What a start costs, in instructions, beside a Python that does nothing.

    python tests/speed/start_costs.py

Counted by valgrind over made sites, so the figures are the same on a busy machine. Without valgrind
nothing is counted, and that is said.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

if not __package__:  # run as a script, which sees only its own folder
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from speed.make_site import Wish, make
from speed.measure.counted import instructions

MOST: Mapping[str, float] = {"one page, cold": 10.0, "nothing changed": 5.8}
"""So many times a Python that does nothing is what a start may cost."""
_PAGES = 20
_LONG_AGO = 10**18


def start_costs(scratch: Path) -> Mapping[str, float] | None:
    """What each start costs beside `python -c pass`; None where there is no valgrind."""
    if shutil.which("valgrind") is None:
        return None
    one, known, cache = scratch / "one", scratch / "known", scratch / "cache"
    make(one, Wish(1))
    make(known, Wish(_PAGES))
    for path in (known, *known.rglob("*")):  # files as new as this run would be read again
        os.utime(path, ns=(_LONG_AGO, _LONG_AGO))
    nothing = instructions(["-c", "pass"], scratch)
    check = ["-m", "frontlint", "check", "-j1", "-q"]
    runs = {
        "one page, cold": [*check, str(one), "--no-cache"],
        "nothing changed": [*check, str(known), "--cache-dir", str(cache)],
    }
    return {name: instructions(arguments, scratch) / nothing for name, arguments in runs.items()}


def main() -> int:
    """Prints the table; 1 where a start costs too much."""
    with tempfile.TemporaryDirectory() as scratch:
        costs = start_costs(Path(scratch))
    if costs is None:
        print("valgrind is not installed: nothing is counted")
        return 0
    for name, times in costs.items():
        print(f"{name}: {times:.2f} x a Python that does nothing, at most {MOST[name]}")
    return int(any(times > MOST[name] for name, times in costs.items()))


if __name__ == "__main__":
    sys.exit(main())
