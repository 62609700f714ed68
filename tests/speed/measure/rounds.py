"""Runs commands in turn, A B C A B C, so that a busy minute of the machine hits all of them alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from speed.measure.samples import Samples

_LAUNCH = Path(__file__).with_name("launch.py")
_FOREIGN = ("PYTHON", "HUGO", "FRONTLINT", "NODE", "GITHUB_")
_TOLD = 600
_MB = 1000 * 1000


@dataclass(frozen=True, slots=True)
class Job:
    """A command to be measured. `before` runs ahead of each round and is not measured.

    `good` are the exit codes of a run that worked; a linter may well say 1. Stdin is the file `given`.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    good: frozenset[int] = frozenset({0})
    before: Callable[[], object] | None = None
    given: str = os.devnull


def in_turn(jobs: Sequence[Job], rounds: int, scratch: Path) -> dict[str, Samples]:
    """So many rounds of all commands, after one that does not count: it fills caches of files and bytecode.

    A command that fails is not run again.
    """
    found = {job.name: Samples() for job in jobs}
    for number in range(rounds + 1):
        for job in jobs:
            samples = found[job.name]
            if not samples.failure:
                say(f"{job.name}, round {number} of {rounds}")
                _run(job, samples, scratch, counts=number > 0)
    return found


def environment() -> dict[str, str]:
    """What the user has set for tools does not count here."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    return {**kept, "NO_COLOR": "1"}


def say(text: str) -> None:
    """Says what is going on, beside the tables."""
    print(text, file=sys.stderr)


def _run(job: Job, samples: Samples, scratch: Path, *, counts: bool) -> None:
    if job.before is not None:
        job.before()
    out, err = scratch / "out", scratch / "err"
    command = [sys.executable, "-I", "-S", str(_LAUNCH), str(job.folder), job.given, str(out), str(err)]
    command += job.command
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    if done.returncode:
        samples.failure = done.stderr.strip()[-_TOLD:]
        return
    code, cpu, wall, peak = done.stdout.split()
    if int(code) not in job.good:
        said = (out.read_bytes() + err.read_bytes()).decode(errors="replace").strip()
        samples.failure = f"exit code {code}: {said[-_TOLD:]}"
    elif counts:
        samples.cpu.append(float(cpu))
        samples.wall.append(float(wall))
        samples.peak.append(int(peak) / _MB)
