"""One benchmark: its options, the sites it has made, and what it found."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from speed.make_site import Wish, make
from speed.measure.rounds import Job, in_turn, say
from speed.measure.samples import Measure, Samples, ratio
from speed.measure.table import Row
from speed.measure.tools import Tools

_AGE_SECONDS = 60


def age(paths: Iterable[Path]) -> None:
    """Makes files and folders look as if they had been changed a minute ago, as on the disk of an author.

    What was changed in the very moment of a run is read again by the next: nothing can be told from its time.
    """
    moment = time.time() - _AGE_SECONDS
    for path in paths:
        os.utime(path, (moment, moment))


@dataclass(slots=True)
class Bench:
    """What the groups of rows share. Sites are made when they are first asked for, in the folder `scratch`.

    `pages`, `large` and `peer_pages` are numbers of pages; `peers` is the folder with other linters, `docs` a
    real site.
    """

    tools: Tools
    scratch: Path
    pages: int
    rounds: int
    large: int
    large_rounds: int
    peer_pages: int
    peers: Path
    docs: Path | None
    rows: list[Row] = field(default_factory=list)
    samples: dict[str, Samples] = field(default_factory=dict)

    def site(self, pages: int, bad: float = 0, *, small: bool = False) -> Path:
        """The folder of such a site."""
        folder = self.scratch / f"site-{pages}-{bad:g}{'-small' if small else ''}"
        if not folder.exists():
            say(f"making {folder.name}")
            begun = folder.with_name(f"{folder.name}.part")
            shutil.rmtree(begun, ignore_errors=True)
            make(begun, Wish(pages, bad, small=small))
            age(begun.rglob("*"))
            begun.rename(folder)
        return folder

    def run(self, jobs: Sequence[Job], rounds: int | None = None) -> None:
        """Runs the jobs in turn and keeps what they took."""
        self.samples.update(in_turn(jobs, rounds or self.rounds, self.scratch))

    def compare(
        self,
        what: str,
        ours: str,
        theirs: str,
        measure: Measure,
        must: float | None = None,
        goal: float | None = None,
        *,
        at_least: bool = False,
    ) -> None:
        """Adds a row: what `ours` took in units of what `theirs` took."""
        one, other = (self.samples.get(name, Samples(failure="did not run")) for name in (ours, theirs))
        value = ratio(one, other, measure)
        why = "; ".join(
            f"`{name}` failed: {found.failure}"
            for name, found in ((ours, one), (theirs, other))
            if found.failure
        )
        self.rows.append(Row(f"{what}: {measure}", "x", value, must, goal, at_least, why))

    def skip(self, what: str, why: str) -> None:
        """Adds a row that could not be measured."""
        self.rows.append(Row(what, "x", None, why=why))
