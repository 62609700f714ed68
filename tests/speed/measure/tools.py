"""The command lines of frontlint, Hugo and Python that are measured: their options stand here alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from conformance import hugo_binary
from speed.measure.rounds import Job

ANY_FINDINGS = frozenset({0, 1})
_READ = Path(__file__).with_name("read_all.py")


@dataclass(frozen=True, slots=True)
class Tools:
    """What is there to be measured; `hugo` is None where it is not installed."""

    frontlint: tuple[str, ...]
    python: str
    hugo: str | None
    folder: Path
    """Where commands run, so that none finds a configuration of ours."""

    @classmethod
    def installed(cls, folder: Path) -> Tools:
        """Those of the Python that runs this: frontlint by the command that users type."""
        script = Path(sys.executable).with_name("frontlint")
        hugo = hugo_binary.binary()
        frontlint = (str(script),) if script.exists() else (sys.executable, "-m", "frontlint")
        return cls(frontlint, sys.executable, str(hugo) if hugo else None, folder)

    def check(
        self, name: str, site: Path, *options: str, jobs: int | None = None, cache: Path | None = None
    ) -> Job:
        """`frontlint check` of a site: cold without `cache`, as many processes as it likes without `jobs`.

        The report goes into a file, as everything does here.
        """
        caching = ("--no-cache",) if cache is None else ("--cache-dir", str(cache))
        processes = () if jobs is None else ("-j", str(jobs))
        command = (*self.frontlint, "check", str(site), *processes, *caching, *options)
        return Job(name, command, self.folder, ANY_FINDINGS)

    def read(self, name: str, site: Path) -> Job:
        """The limit: reading the bytes of all pages."""
        return Job(name, (self.python, str(_READ), str(site / "content")), self.folder)

    def list_all(self, name: str, site: Path) -> Job:
        """What Hugo needs to read all front matter, and assemble the pages."""
        return Job(name, (self.hugo or "hugo", "list", "all", "--source", str(site)), self.folder)

    def nothing(self, name: str) -> Job:
        """A Python that does nothing."""
        return Job(name, (self.python, "-c", "pass"), self.folder)

    def frontlint_alone(self, *options: str) -> Job:
        """frontlint without a site."""
        return Job(f"frontlint {' '.join(options)}", (*self.frontlint, *options), self.folder)


def first_line(command: Sequence[str]) -> str:
    """What a command says first, for versions; says so where it is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return "not installed"
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0].strip() if lines else "says nothing"
