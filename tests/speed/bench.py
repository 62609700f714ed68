"""How fast frontlint is, beside reading the same bytes, beside Hugo, and beside other linters.

    python tests/speed/bench.py --scratch /tmp/bench --docs ../hugoDocs --install-peers --write docs/speed.md

Every command is a process of its own, all are run in turn, and they are compared round by round: the ratios
say something on a busy machine, too. docs/speed.md tells what the rows mean. Linux and macOS.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

if not __package__:  # run as a script, which sees only its own folder
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from speed.measure.bench import Bench
from speed.measure.counted import counted
from speed.measure.docs_site import docs
from speed.measure.groups import cold, findings, scale, small, startup, warm
from speed.measure.hook import hook
from speed.measure.install import install
from speed.measure.peers import peers
from speed.measure.rendering import render
from speed.measure.report import has_place, put, report
from speed.measure.tools import Tools

GROUPS: Mapping[str, Callable[[Bench], None]] = {
    "cold": cold,
    "docs": docs,
    "findings": findings,
    "render": render,
    "warm": warm,
    "hook": hook,
    "scale": scale,
    "startup": startup,
    "peers": peers,
    "small": small,
    "counted": counted,
}


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--only", metavar="GROUPS", help=f"some groups of rows: {','.join(GROUPS)}")
    add("--rounds", type=_count, default=5, help="rounds that count, after one that does not (default: 5)")
    add("--large-rounds", type=_count, default=3, help="the same for the largest site (default: 3)")
    add("--pages", type=_count, default=10_000, help="pages of most sites (default: 10000)")
    add("--large", type=_count, default=100_000, help="pages of the largest site (default: 100000)")
    add("--peer-pages", type=_count, default=1_000, help="pages that peers have to read (default: 1000)")
    add("--docs", type=Path, metavar="DIR", help="a real site, such as a checkout of hugoDocs; it is copied")
    add("--scratch", type=Path, metavar="DIR", help="a folder for sites and peers that is kept")
    add("--peers", type=Path, metavar="DIR", help="where peers are (default: peers in the scratch folder)")
    add("--install-peers", action="store_true", help="install what is missing of them, from PyPI and npm")
    add("--write", type=Path, metavar="PAGE", help="also put the report between the marks of this page")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def main() -> int:
    """The command line."""
    parser = _options()
    options = parser.parse_args()
    chosen = options.only.split(",") if options.only else list(GROUPS)
    if unknown := [name for name in chosen if name not in GROUPS]:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    if options.write and not (options.write.is_file() and has_place(options.write)):
        parser.error(f"{options.write} has no marks for a report")
    if options.docs and not options.docs.is_dir():
        parser.error(f"{options.docs} is not a folder")
    if not hasattr(os, "wait4"):
        parser.error("this system does not tell what a process took; Linux and macOS do")
    with tempfile.TemporaryDirectory(prefix="frontlint-bench-") as folder:
        text = _measure(options, chosen, (options.scratch or Path(folder)).resolve())
    print(text, end="")
    if options.write:
        put(options.write, text)
    return 0


def _measure(options: argparse.Namespace, chosen: list[str], scratch: Path) -> str:
    """Runs the chosen groups; the report."""
    elsewhere = scratch / "empty"
    elsewhere.mkdir(parents=True, exist_ok=True)
    bench = Bench(
        tools=Tools.installed(elsewhere),
        scratch=scratch,
        pages=options.pages,
        rounds=options.rounds,
        large=options.large,
        large_rounds=options.large_rounds,
        peer_pages=options.peer_pages,
        peers=(options.peers or scratch / "peers").resolve(),
        docs=options.docs.resolve() if options.docs else None,
    )
    if options.install_peers:
        install(bench.peers)
    load = os.getloadavg()
    for name in chosen:
        GROUPS[name](bench)
    return report(bench, sys.argv[1:], load)


if __name__ == "__main__":
    sys.exit(main())
