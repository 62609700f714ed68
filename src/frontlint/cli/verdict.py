"""What a run of `check` says besides its reports, and the exit code that it ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from frontlint.base.record import NamedTuple, replace
from frontlint.base.shown import shown_path
from frontlint.cli.check_options import CheckOptions
from frontlint.cli.each import Sites, worst
from frontlint.cli.exit import Exit, exit_of, exit_of_limits
from frontlint.cli.scope import Scope, scope_notes, under_pre_commit
from frontlint.cli.streams import safe, say, stdout
from frontlint.engine.discover import content_files
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.findings.finding import Severity
from frontlint.report.terminal import ColorChoice
from frontlint.settings import COMMAND_LINE

if TYPE_CHECKING:
    from frontlint.cli.fix import Fixed


class Checked(NamedTuple):
    """What became of one site; `notes` are about its cache."""

    request: Request
    notes: tuple[str, ...]
    outcome: Outcome
    fixed: Fixed | None = None


def said(checked: Sequence[Checked], outcome: Outcome, sites: Sites, options: CheckOptions) -> Iterator[str]:
    """The notes of the run, and what is fixed or can be; `outcome` is that of all sites."""
    scoped = (note for one in checked for note in scope_notes(options.scope, one.request))
    kept = (note for one in checked for note in one.notes)
    for note in (
        *dict.fromkeys(scoped),
        *outcome.notes,
        *dict.fromkeys(kept),
        *_review_notes(outcome, options.max_accepted),
    ):
        yield f"note: {note}"
    for one in checked:
        yield from (sites.name(one.request.project) + line for line in (one.fixed.lines if one.fixed else ()))
    if any(one.fixed for one in checked) or any(finding.fix for finding in outcome.findings):
        from frontlint.cli.fix import offer_lines

        yield from offer_lines(outcome, options.fixes)


def _review_notes(outcome: Outcome, max_accepted: int | None) -> Iterable[str]:
    if outcome.changed is None and max_accepted is None:
        return ()
    from frontlint.report.accepted import review_notes  # most runs know of no change

    return review_notes(outcome, stdout(outcome.project, ColorChoice.NEVER), max_accepted)


def exit_code(checked: Sequence[Checked], outcome: Outcome, options: CheckOptions) -> Exit:
    """The exit code of the findings of all sites, which are those of `outcome`; of several that of the worst.

    Each site has its own settings. Limits of the command line are about all of them together.
    """
    if under_pre_commit() and any(one.fixed.changed for one in checked if one.fixed):
        return Exit.FINDINGS  # as hooks do: the author looks at the changes, and stages them
    empty = [one.request for one in checked if not one.outcome.pages and _counts(one.request, outcome)]
    fine = [_may_be_empty(request, options) for request in empty]
    for request, may_be in zip(empty, fine, strict=True):
        _say_nothing(request, may_be, apart=bool(outcome.sites))
    codes = [exit_of(one.outcome, _fail_on(one.request, options)) for one in checked]
    over_limits = exit_of_limits(outcome, options.max_warnings, options.max_accepted)
    return worst((*codes, over_limits, Exit.OK if all(fine) else Exit.USAGE))


def _counts(request: Request, outcome: Outcome) -> bool:
    """Whether no page in a site means that something is wrong: not where another has some of the paths."""
    return not request.targets.prefixes or not outcome.pages


def _fail_on(request: Request, options: CheckOptions) -> Severity | None:
    return options.fail_on.severity if options.fail_on else request.settings.fail_on


def _may_be_empty(request: Request, options: CheckOptions) -> bool:
    """Whether nothing to check is normal: a hook passes what is excluded, an editor any file, a change need
    not touch a page, and the user may have typed that these pages are excluded."""
    if options.allow_empty or options.force_exclude or options.scope != Scope():
        return True
    typed = frozenset(options.exclude)
    left = tuple(e for e in request.settings.exclude if e.origin != COMMAND_LINE or e.selector not in typed)
    without = replace(request, settings=replace(request.settings, exclude=left))
    return bool(typed) and any(map(without.wants, content_files(request.project, request.config)))


def _say_nothing(request: Request, fine: bool, *, apart: bool) -> None:
    which = f"the Hugo project `{safe(shown_path(request.project))}`" if apart else "this Hugo project"
    where = "below the given paths" if request.targets.prefixes else f"in {which}"
    if fine:
        say(f"warning: no page was checked: there is no content file {where}")
    else:
        say(f"frontlint: there is no page {where}: name other paths, or add `--allow-empty`")
