"""The options of `check` alone."""

from __future__ import annotations

from pathlib import Path

from frontlint.base.record import NamedTuple
from frontlint.cli.fix_options import FixOptions
from frontlint.cli.options import FailOn
from frontlint.cli.scope import Scope
from frontlint.findings.finding import Severity
from frontlint.report.terminal import ColorChoice


class CheckOptions(NamedTuple):
    """The options of `check` alone; `output_formats` are `FMT` or `FMT=PATH` as typed."""

    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    show: Severity = Severity.WARNING
    output_formats: tuple[str, ...] = ()
    statistics: bool = False
    max_findings: int | None = None
    color: ColorChoice = ColorChoice.AUTO
    progress: bool = True
    quiet: bool = False
    verbose: bool = False
    fail_on: FailOn | None = None
    max_warnings: int | None = None
    max_accepted: int | None = None
    inline_ignores: bool = True
    allow_empty: bool = False
    show_files: bool = False
    cache: bool = True
    cache_dir: Path | None = None
    jobs: int | None = None
    scope: Scope = Scope()
    baseline: Path | None = None
    use_baseline: bool = True
    profile: bool = False
    fixes: FixOptions = FixOptions()
