"""`frontlint check`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint import __version__
from frontlint.base.record import NamedTuple, replace
from frontlint.base.shown import shown_path
from frontlint.base.sources import Sources
from frontlint.cli.baseline import baseline_for, check_given
from frontlint.cli.cache import Cache, cache_for
from frontlint.cli.check_options import CheckOptions
from frontlint.cli.each import Sites
from frontlint.cli.exit import Exit
from frontlint.cli.options import RuleOptions, SiteOptions
from frontlint.cli.places import Place
from frontlint.cli.project import content_lines
from frontlint.cli.reports import Report, ReportOptions, reports_of, write_reports
from frontlint.cli.scope import Asking, is_on_stdin, places_in, with_review
from frontlint.cli.streams import printed, say
from frontlint.cli.verdict import Checked, exit_code, said
from frontlint.engine.cache.home import is_half_moved
from frontlint.engine.check import Seen, check, is_idle
from frontlint.engine.discover import content_files
from frontlint.engine.outcome import Outcome
from frontlint.engine.profile import Profile, phase
from frontlint.engine.request import Request, Watch
from frontlint.report.progress import Bar, bar_for, progress
from frontlint.settings import COMMAND_LINE, Entry

if TYPE_CHECKING:
    from frontlint.cli.fix import Fixed


class Asked(NamedTuple):
    """What is to be checked of one site; `notes` are about its cache.

    `seen` is what is known of the last run, if the disk was looked at already.
    """

    request: Request
    notes: tuple[str, ...]
    seen: Seen | None


class _Run(NamedTuple):
    """A command line; `apart` tells that it is about several sites."""

    asking: Asking
    site: SiteOptions
    options: CheckOptions
    profile: Profile | None
    apart: bool


def run_check(paths: Sequence[Path], site: SiteOptions, rules: RuleOptions, options: CheckOptions) -> Exit:
    """Checks the sites that the paths belong to and reports on the paths."""
    reports = reports_of(options.output_formats)
    profile = Profile() if options.profile else None
    with progress(_bar(options), sys.stderr) as shown:
        sites = Sites(places_in(paths, site, options.scope))
        check_given(options.baseline, sites)
        fixes = options.fixes.makes
        asking = Asking(site, rules, options.scope, fixes=fixes)
        run = _Run(asking, site, options, profile, sites.several)
        asked = sites.each(lambda place: _asked(place, run))
        silent = options.show_files or options.fixes.diff
        by_folder = [(one.request.project, one) for one in asked]
        outputs = any(report.name == "json" for report in reports)
        look = partial(_look, options=options, watch=shown.pages, outputs=outputs)
        checked = [] if silent else sites.each_of(by_folder, look)
    if silent:
        show = _show_files if options.show_files else _diff
        codes = sites.each_of(by_folder, lambda one: show(one.request, options))
        return sites.over(codes, [one.request.crashes for one in asked])
    return _reported(checked, sites, options, reports, profile) if checked else sites.over(())


def _reported(
    checked: Sequence[Checked],
    sites: Sites,
    options: CheckOptions,
    reports: Sequence[Report],
    profile: Profile | None,
) -> Exit:
    """Writes the reports, says on stderr what else there is to say, and gives the exit code."""
    requests = [one.request for one in checked]
    outcome = _whole(checked, sites)
    crashes = sites.crashes if sites.several else requests[0].crashes
    with phase(profile, "report"):
        how = ReportOptions(options.statistics, options.max_findings, options.color, options.quiet)
        outside = [name for one in requests for name in sites.lifted(one.project, one.config.outside)]
        sources = Sources(outcome.project, outcome.replaced, outcome.limits, outside)
        with _aside(options):
            write_reports(outcome, sources, reports, how, crashes)
    if not options.quiet:  # after the findings: a hook's first line is what VS Code shows
        for line in said(checked, outcome, sites, options):
            say(line)
    if profile is not None:
        from frontlint.report.timetable import timetable

        for row in timetable(profile):
            say(row)
    code = exit_code(checked, outcome, options)
    if code is Exit.OK and any(is_half_moved(one.project) for one in requests):
        code = Exit.FINDINGS  # what is left of a `mv` that was killed must not pass a gate
    return sites.over([code], [one.crashes for one in requests])


def _whole(checked: Sequence[Checked], sites: Sites) -> Outcome:
    """The outcome of the run: that of its site, or those of all as one."""
    if sites.root is None:
        return checked[0].outcome
    from frontlint.engine.joined import joined  # most repositories have one site

    changes = [one.request.base.changes if one.request.base else () for one in checked]
    outcomes = [one.outcome for one in checked]
    return joined(outcomes, sites.root, changes, sites.unchecked(), whole=sites.whole)


def _asked(place: Place, run: _Run) -> Asked:
    """What is to be checked of one site."""
    options = run.options
    with phase(run.profile, "settings"):
        request = with_review(
            run.asking.about(place, partial(_complete, run=run)), place, run.site, options.baseline
        )
        cache = _cache(request, run)
    if options.verbose and not options.show_files:
        _tell(request)
    if is_half_moved(request.project):
        from frontlint.cli.half_moved import tell  # hardly any site is

        tell(request.project, fix=options.fixes.makes)
    return Asked(request, cache.notes, run.asking.seen(request))


def _look(asked: Asked, options: CheckOptions, watch: Watch, *, outputs: bool) -> Checked:
    """Checks one site; with all that fixes do to published files, if somebody reads these `outputs`."""
    outcome, fixed = _checked(asked, options, watch)
    if outcome.findings:
        from frontlint.engine.one_cause import one_per_cause  # a clean site needs nothing of it

        findings = one_per_cause(outcome.findings, asked.request.config, asked.request.tree)
        outcome = replace(outcome, findings=findings)
    if outputs:
        outcome = _with_outputs(outcome, asked.request if fixed is None else fixed.request)
    return Checked(asked.request, asked.notes, outcome, fixed)


def _checked(asked: Asked, options: CheckOptions, watch: Watch) -> tuple[Outcome, Fixed | None]:
    """What is found; with `--fix` what is left, and what was done."""
    request, fixes = asked.request, options.fixes
    if fixes.fix and not (request.base is not None and is_idle(request, request.base)):
        from frontlint.cli.fix import run_fix  # most runs fix nothing

        fixed = run_fix(request, fixes, options.scope, verbose=options.verbose, watch=watch)
        return replace(fixed.outcome, unsafe_fixes=fixes.unsafe_fixes), fixed
    outcome = check(request, watch, asked.seen)
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
        return run_diff(request, options.fixes, options.color, shown.pages)


def _aside(options: CheckOptions) -> AbstractContextManager[object]:
    """Reports go to stderr where stdout has the fixed page."""
    on_stdin = options.fixes.fix and is_on_stdin(options.scope)
    return redirect_stdout(sys.stderr) if on_stdin else nullcontext()


def _complete(request: Request, run: _Run) -> Request:
    """The request with what the options of `check` say."""
    options = run.options
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
        profile=run.profile,
    )
    return replace(request, cache=_cache(request, run).folder)


def _cache(request: Request, run: _Run) -> Cache:
    options = run.options
    return cache_for(request, run.site, use=options.cache, given=options.cache_dir, apart=run.apart)


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
