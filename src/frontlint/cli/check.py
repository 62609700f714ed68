"""`frontlint check`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint import __version__
from frontlint.base.record import NamedTuple, replace
from frontlint.base.shown import shown_path
from frontlint.base.sources import Sources
from frontlint.cli.baseline import baseline_for
from frontlint.cli.cache import cache_for
from frontlint.cli.exit import Exit, exit_of
from frontlint.cli.fix_options import FixOptions
from frontlint.cli.options import FailOn, RuleOptions, SiteOptions
from frontlint.cli.project import content_lines
from frontlint.cli.reports import ReportOptions, reports_of, write_reports
from frontlint.cli.scope import Scope, is_on_stdin, request_in, scope_notes, under_pre_commit, with_review
from frontlint.cli.streams import bug, printed, say, stdout
from frontlint.engine.cache.home import is_half_moved
from frontlint.engine.check import check, is_idle
from frontlint.engine.discover import content_files
from frontlint.engine.outcome import Outcome
from frontlint.engine.profile import Profile, phase
from frontlint.engine.request import Request, Watch
from frontlint.findings.finding import Severity
from frontlint.report.progress import Bar, bar_for, progress
from frontlint.report.terminal import ColorChoice
from frontlint.settings import COMMAND_LINE, Entry

if TYPE_CHECKING:
    from frontlint.cli.fix import Fixed


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
        request = replace(request, cache=cache.folder)
        is_half = is_half_moved(request.project)
        if is_half:
            from frontlint.cli.half_moved import tell  # hardly any site is

            tell(request.project, fix=options.fixes.makes)
        silent = options.show_files or options.fixes.diff
        found = None if silent else _checked(request, options, shown.pages)
    if found is None:
        return _show_files(request, options) if options.show_files else _diff(request, options)
    outcome, fixed = found
    if outcome.findings:
        from frontlint.engine.one_cause import one_per_cause  # a clean site needs nothing of it

        findings = one_per_cause(outcome.findings, request.config, request.tree)
        outcome = replace(outcome, findings=findings)
    if any(report.name == "json" for report in reports):
        outcome = _with_outputs(outcome, request if fixed is None else fixed.request)
    with phase(profile, "report"):
        how = ReportOptions(options.statistics, options.max_findings, options.color, options.quiet)
        sources = Sources(outcome.project, outcome.replaced, outcome.limits, request.config.outside)
        with _aside(options):
            write_reports(outcome, sources, reports, how, request.crashes)
    if not options.quiet:  # behind the findings: a hook's first line is what VS Code shows
        scoped = scope_notes(options.scope, request)
        for note in (*scoped, *outcome.notes, *cache.notes, *_review_notes(outcome, options.max_accepted)):
            say(f"note: {note}")
        for line in _fix_lines(outcome, fixed, options):
            say(line)
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
    if fixed is not None and fixed.changed and under_pre_commit():
        return Exit.FINDINGS  # as hooks do: the author looks at the changes, and stages them
    code = exit_of(outcome, fail_on, *limits, may_be_empty=empty_is_fine)
    return Exit.FINDINGS if is_half and code is Exit.OK else code


def _checked(request: Request, options: CheckOptions, watch: Watch) -> tuple[Outcome, Fixed | None]:
    """What is found; with `--fix` what is left, and what was done."""
    fixes = options.fixes
    if fixes.fix and not (request.base is not None and is_idle(request, request.base)):
        from frontlint.cli.fix import run_fix  # most runs fix nothing

        fixed = run_fix(request, fixes, options.scope, verbose=options.verbose, watch=watch)
        return replace(fixed.outcome, unsafe_fixes=fixes.unsafe_fixes), fixed
    outcome = check(request, watch)
    if not any(finding.fix for finding in outcome.findings):
        return outcome, None
    from frontlint.engine.fixing.run import with_offers

    return replace(with_offers(outcome, request), unsafe_fixes=fixes.unsafe_fixes), None


def _with_outputs(outcome: Outcome, request: Request) -> Outcome:
    """The same, with all that each fix does to published files, which only JSON tells."""
    if all(finding.fix is None or finding.fix.safe for finding in outcome.findings):
        return outcome
    from frontlint.engine.fixing.outputs import Declaring  # few sites have a problem whose fix is not safe

    return replace(outcome, findings=tuple(Declaring(request).complete(outcome.findings)))


def _diff(request: Request, options: CheckOptions) -> Exit:
    from frontlint.cli.fix import run_diff

    with progress(_bar(options), sys.stderr) as shown:
        code = run_diff(request, options.fixes, options.color, shown.pages)
    return bug(request.crashes.logs) if request.crashes.logs else code


def _aside(options: CheckOptions) -> AbstractContextManager[object]:
    """Reports go to stderr where stdout has the fixed page."""
    on_stdin = options.fixes.fix and is_on_stdin(options.scope)
    return redirect_stdout(sys.stderr) if on_stdin else nullcontext()


def _fix_lines(outcome: Outcome, fixed: Fixed | None, options: CheckOptions) -> Iterable[str]:
    if fixed is None and not any(finding.fix for finding in outcome.findings):
        return ()
    from frontlint.cli.fix import offer_lines

    return (*(fixed.lines if fixed else ()), *offer_lines(outcome, options.fixes))


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
