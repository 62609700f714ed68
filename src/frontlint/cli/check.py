"""`frontlint check`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from frontlint import __version__
from frontlint.base.record import NamedTuple, replace
from frontlint.base.shown import shown_path
from frontlint.base.sources import Sources
from frontlint.cli.baseline import baseline_for
from frontlint.cli.cache import cache_for
from frontlint.cli.exit import Exit, exit_of
from frontlint.cli.options import FailOn, RuleOptions, SiteOptions
from frontlint.cli.project import content_lines
from frontlint.cli.reports import ReportOptions, reports_of, write_reports
from frontlint.cli.scope import Scope, request_in, scope_notes, with_review
from frontlint.cli.streams import bug, printed, say, stdout
from frontlint.engine.check import check
from frontlint.engine.discover import content_files
from frontlint.engine.outcome import Outcome
from frontlint.engine.profile import Profile, phase
from frontlint.engine.request import Request
from frontlint.findings.finding import Severity
from frontlint.report.progress import Bar, bar_for, progress
from frontlint.report.terminal import ColorChoice
from frontlint.settings import COMMAND_LINE, Entry


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


def run_check(paths: Sequence[Path], site: SiteOptions, rules: RuleOptions, options: CheckOptions) -> Exit:
    """Checks the site that the paths belong to and reports on the paths."""
    reports = reports_of(options.output_formats)
    profile = Profile() if options.profile else None
    with progress(_bar(options), sys.stderr) as shown:
        with phase(profile, "settings"):
            request = replace(_request(paths, site, rules, options), profile=profile)
            cache = cache_for(request, site, use=options.cache, given=options.cache_dir)
        if options.verbose and not options.show_files:
            _tell(request)
        outcome = None if options.show_files else check(replace(request, cache=cache.folder), shown.pages)
    if outcome is None:
        return _show_files(request, options)
    if outcome.findings:
        from frontlint.engine.one_cause import one_per_cause  # a clean site needs nothing of it

        findings = one_per_cause(outcome.findings, request.config, request.tree)
        outcome = replace(outcome, findings=findings)
    with phase(profile, "report"):
        how = ReportOptions(options.statistics, options.max_findings, options.color, options.quiet)
        sources = Sources(outcome.project, outcome.replaced, outcome.limits, request.config.outside)
        write_reports(outcome, sources, reports, how, request.crashes)
    if not options.quiet:  # behind the findings: a hook's first line is what VS Code shows
        scoped = scope_notes(options.scope, request)
        for note in (*scoped, *outcome.notes, *cache.notes, *_review_notes(outcome, options.max_accepted)):
            say(f"note: {note}")
    if profile is not None:
        from frontlint.report.timetable import timetable

        for row in timetable(profile):
            say(row)
    if request.crashes.logs:
        return bug(request.crashes.logs)
    empty_is_fine = bool(outcome.pages) or _may_be_empty(request, options)
    if not outcome.pages:
        _say_nothing(request, empty_is_fine)
    fail_on = options.fail_on.severity if options.fail_on else request.settings.fail_on
    limits = options.max_warnings, options.max_accepted
    return exit_of(outcome, fail_on, *limits, may_be_empty=empty_is_fine)


def _review_notes(outcome: Outcome, max_accepted: int | None) -> Iterable[str]:
    if outcome.changed is None and max_accepted is None:
        return ()
    from frontlint.report.accepted import review_notes  # most runs know of no change

    return review_notes(outcome, stdout(outcome.project, ColorChoice.NEVER), max_accepted)


def _may_be_empty(request: Request, options: CheckOptions) -> bool:
    """Whether nothing to check is normal: a hook passes what is excluded, an editor any file, a change need
    not touch a page, and the user may have typed that these pages are excluded."""
    if options.allow_empty or options.force_exclude or options.scope != Scope():
        return True
    typed = frozenset(options.exclude)
    left = tuple(e for e in request.settings.exclude if e.origin != COMMAND_LINE or e.selector not in typed)
    without = replace(request, settings=replace(request.settings, exclude=left))
    return bool(typed) and any(map(without.wants, content_files(request.project, request.config)))


def _say_nothing(request: Request, fine: bool) -> None:
    where = "below the given paths" if request.targets.prefixes else "in this Hugo project"
    if fine:
        say(f"warning: no page was checked: there is no content file {where}")
    else:
        say(f"frontlint: nothing was checked: there is no page {where} (--allow-empty permits that)")


def _request(paths: Sequence[Path], site: SiteOptions, rules: RuleOptions, options: CheckOptions) -> Request:
    request = request_in(paths, site, rules, options.scope)
    extra = (Entry(pattern, COMMAND_LINE) for pattern in options.exclude)
    settings = replace(request.settings, exclude=(*request.settings.exclude, *extra))
    named = frozenset() if options.force_exclude else frozenset(request.targets.prefixes)
    request = replace(
        request,
        settings=settings,
        targets=request.targets._replace(named=named),
        shown=options.show,
        jobs=options.jobs,
        baseline=baseline_for(settings, options.baseline) if options.use_baseline else None,
        inline_ignores=options.inline_ignores,
    )
    return with_review(request, paths, site, options.baseline)


def _bar(options: CheckOptions) -> Bar:
    """Whether to show what a run is doing: somebody looks, and does not type a page at the same time."""
    allowed = options.progress and not options.quiet and options.scope.stdin_filename is None
    return bar_for(sys.stderr, os.environ) if allowed else Bar.FORBIDDEN


def _show_files(request: Request, options: CheckOptions) -> Exit:
    with printed(request.project, options.color) as to:
        for path in content_files(request.project, request.config):
            if request.wants(path) and (request.base is None or path in request.base.changed):
                to.write(to.shown(path) + "\n")
    return Exit.OK


def _tell(request: Request) -> None:
    """`-v`: what the run is based on."""
    config = request.config
    say(f"frontlint {__version__}")
    say(f"Hugo project: {shown_path(request.project)}")
    say(f"Hugo configuration: {', '.join(config.files) or 'none'}, environment {config.environment}")
    say(f"frontlint configuration: {', '.join(request.settings.files) or 'none'}")
    if request.base is not None:
        say(f"changed: {', '.join(map(str, request.base.changes)) or 'nothing'}")
    for line in content_lines(config):
        say(f"content {line}")
