"""Which reports a run writes and where: `--output-format FMT[=PATH]`, as often as it is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.base.sources import Sources
from frontlint.cli.streams import say, stdout, write_file
from frontlint.engine.internal_error import Crashes
from frontlint.engine.outcome import Outcome
from frontlint.report import formats
from frontlint.report.reader import Reader
from frontlint.report.tally import verdict
from frontlint.report.terminal import ColorChoice
from frontlint.report.workflow import without_commands


class Report(NamedTuple):
    """A format and the file that it goes to, None for stdout."""

    name: str
    path: Path | None = None


_SHORT = Report("short")
MOST_IN_FULL = 20
"""Problems above which the report is short."""


class ReportOptions(NamedTuple):
    """What the command line says of all reports."""

    statistics: bool = False
    max_findings: int | None = None
    color: ColorChoice = ColorChoice.AUTO
    quiet: bool = False


def reports_of(wishes: Sequence[str]) -> list[Report]:
    """The reports that are asked for, each `FMT` or `FMT=PATH` as typed.

    Raises UsageError for a format that does not exist, and for two reports that would spoil each other.
    """
    reports = [_report(wish) for wish in wishes]
    for report in reports:
        formats.load(report.name)
    printed = [report.name for report in reports if report.path is None]
    documents = [name for name in printed if formats.reader(name) is Reader.PROGRAM]
    if documents and len(printed) > 1:
        raise UsageError(
            f"{documents[0]} is one document and cannot share stdout: give it a file,"
            f" as in --output-format {documents[0]}=PATH"
        )
    files = [report.path.absolute() for report in reports if report.path is not None]
    twice = next((path for at, path in enumerate(files) if path in files[:at]), None)
    if twice is not None:
        raise UsageError("two reports cannot go to one file: name another file", str(twice))
    return reports


def _report(wish: str) -> Report:
    name, _, path = wish.partition("=")
    return Report(name.strip(), Path(path) if path else None)


def write_reports(
    outcome: Outcome, sources: Sources, reports: Sequence[Report], options: ReportOptions, crashes: Crashes
) -> None:
    """Writes the reports; without any that of `_usual`.

    A format that fails is noted in `crashes`, and the others are written.
    """
    to = stdout(outcome.project, options.color, options.max_findings)
    if options.statistics:
        from frontlint.report import statistics  # few runs ask for them

        with _guarded(crashes, "--statistics"), without_commands(to) as fenced:
            statistics.render(outcome, sources, fenced)
        # They replace what else would be printed; annotations can appear beside them.
        beside = Reader.SERVICE
        reports = [report for report in reports if report.path or formats.reader(report.name) is beside]
    elif not reports:
        reports = [_usual(outcome, options)]
    for report in reports:
        with _guarded(crashes, f"the format {report.name}"):
            if report is _SHORT:
                from frontlint.report import short  # most runs find little

                with without_commands(to) as fenced:
                    short.render(outcome, sources, fenced)
            elif report.path is None:
                formats.show(report.name, outcome, sources, to)
            else:
                write_file(report.path, outcome.project, partial(formats.load(report.name), outcome, sources))
    for error in sources.failures:
        crashes.log("the fingerprint of a finding", error)
    to.stream.flush()
    summed_up = options.statistics or Report("full") in reports or _SHORT in reports
    if not summed_up and not options.quiet:
        with _guarded(crashes, "the verdict"):
            say(verdict(outcome, to))


def _usual(outcome: Outcome, options: ReportOptions) -> Report:
    """The report if none is named: for a person on a terminal, else for a pipe.

    pre-commit gives its hooks a terminal that it made, and shows what many of them say.
    """
    if options.quiet or not sys.stdout.isatty():
        return Report("concise")
    listed = len(outcome.listed())
    if listed > MOST_IN_FULL or (listed and os.environ.get("PRE_COMMIT")):
        return _SHORT
    return Report("full")


@contextmanager
def _guarded(crashes: Crashes, what: str) -> Iterator[None]:
    """Notes what fails because of us. What the system refuses, as a full disk, is the caller's to say."""
    try:
        yield
    except (UsageError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - one format must not take the others
        crashes.log(what, error)
