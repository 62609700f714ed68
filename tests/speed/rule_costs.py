"""What every rule costs on a clean page, in instructions; fails where one costs more than its `budget`.

    python tests/speed/rule_costs.py
    python tests/speed/rule_costs.py --languages

Counted by valgrind over a small made site, so the figures are the same on a busy machine. Without valgrind
nothing is counted, and that is said. What rules share are rows that begin with `page.`, without a budget.
With `--languages` pages in other languages are compared with English ones, all stages of a check counted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

if not __package__:  # run as a script, which sees only its own folder
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from speed.make_site import Wish, make
from speed.measure.counted import instructions_of_check, total
from speed.site.abroad import LANGUAGES, abroad

ASKED = Path(__file__).parent / "measure" / "ask_rules.py"
PAGES = 40
MOST_ABROAD = 2.0
"""So many times the cost of an English page is what one in another language may cost."""
ROUNDS = 2


def count(scratch: Path, pages: int = PAGES) -> Mapping[str, int] | None:
    """Instructions a page by rule, on a made site of so many pages; None where there is no valgrind."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    site, counts = scratch / "site", scratch / "counts"
    make(site, Wish(pages))
    counts.mkdir()
    command = [
        *(valgrind, "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={counts}/%p"),
        *(sys.executable, str(ASKED), str(site), str(ROUNDS)),
    ]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    totals: dict[str, list[int]] = {}
    for line in done.stdout.splitlines():
        pid, name, _ = line.split()
        totals.setdefault(name, []).append(total(counts / pid))
    return {name: (asked - idle) // (ROUNDS * pages) for name, (idle, asked) in totals.items()}


def languages(scratch: Path) -> Mapping[str, float] | None:
    """What a page in each language costs beside an English one; None where there is no valgrind."""
    if shutil.which("valgrind") is None:
        return None
    costs: dict[str, int] = {}
    for language in LANGUAGES:
        counts: list[int] = []
        for pages in (PAGES, 3 * PAGES):
            site = scratch / language / str(pages)
            make(site, Wish(pages))
            abroad(site / "content", language)
            counts.append(instructions_of_check(site, scratch))
        costs[language] = (counts[1] - counts[0]) // (2 * PAGES)
    return {language: cost / costs["English"] for language, cost in costs.items()}


def too_dear(costs: Mapping[str, int]) -> dict[str, str]:
    """The rules over their budget, each with a sentence."""
    from frontlint.lint.registry import Registry

    registry = Registry()
    budgets = {name: registry.load(name).budget for name in registry.names}
    return {
        name: f"{name} costs {cost:,} instructions a page, and its budget is {budgets[name]:,}"
        for name, cost in costs.items()
        if cost > budgets.get(name, cost)
    }


def main() -> int:
    """The command line: a table, dearest first."""
    with tempfile.TemporaryDirectory() as scratch:
        if "--languages" in sys.argv[1:]:
            return _tell_languages(languages(Path(scratch)))
        costs = count(Path(scratch))
    if costs is None:
        print("nothing was counted: valgrind is not installed")
        return 0
    for name, cost in sorted(costs.items(), key=lambda item: -item[1]):
        print(f"{cost:>9,} {name}")
    dear = too_dear(costs)
    for sentence in dear.values():
        print(sentence)
    return 1 if dear else 0


def _tell_languages(ratios: Mapping[str, float] | None) -> int:
    if ratios is None:
        print("nothing was counted: valgrind is not installed")
        return 0
    for language, ratio in ratios.items():
        print(f"{ratio:5.2f} {language}")
    return 1 if max(ratios.values()) > MOST_ABROAD else 0


if __name__ == "__main__":
    sys.exit(main())
