"""A cold check in one process that ends early: `shared.py` counts what each part of a run takes.

    python tests/speed/measure/part_run.py PART SITE [ROUNDS]

PART is `before` for what comes before the pages, `pages` to go on until all of them are scanned, and `all`.
With ROUNDS the results of the pages are written (`sent`), or written once and read (`received`) so often, in
batches as workers send them.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from frontlint import __main__ as entry
from frontlint.engine import state
from frontlint.engine.page_phase import _BATCH, ScannedPage


def main() -> None:
    """The command line."""
    part, site, *rounds = sys.argv[1:]
    steps = vars(state)
    if part == "before":
        steps["scan"] = _end
    elif part == "pages":
        steps["make_site"] = _end
    elif part != "all":
        steps["make_site"] = lambda _, results, *more: _send(results, part, int(rounds[0]))
    sys.argv[1:] = ["check", site, "--no-cache", "-j1", "-q"]
    entry.main()


def _end(*_: Any) -> NoReturn:
    os._exit(0)


def _send(results: Sequence[Any], part: str, rounds: int) -> NoReturn:
    pages = [ScannedPage(result, None) for result in results]
    starts = range(0, len(pages), _BATCH)
    batches: list[object] = [(0, (pages[at : at + _BATCH], []), None, None) for at in starts]
    written = [pickle.dumps(batch, pickle.HIGHEST_PROTOCOL) for batch in batches]
    for _ in range(rounds):
        if part == "sent":
            for batch in batches:
                pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
        else:
            for data in written:
                pickle.loads(data)
    os._exit(0)


if __name__ == "__main__":
    main()
