"""`check --fix`, `--unsafe-fixes` and `--diff`: what is written or shown, and what is said of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from frontlint.base.phrases import listing
from frontlint.base.record import NamedTuple
from frontlint.cli.exit import Exit
from frontlint.cli.fix_options import FixOptions
from frontlint.cli.scope import Scope, is_on_stdin, under_pre_commit
from frontlint.cli.streams import printed, say, stdout
from frontlint.engine.fixing.choice import Unmade
from frontlint.engine.fixing.rounds import Page
from frontlint.engine.fixing.run import FixedSite, fix_site
from frontlint.engine.fixing.write import Aim, Written, write
from frontlint.engine.outcome import Outcome
from frontlint.engine.profile import phase
from frontlint.engine.request import Request, Watch
from frontlint.findings.finding import Finding
from frontlint.report.output import Output
from frontlint.report.tally import plural
from frontlint.report.terminal import ColorChoice

_MOST = 20
"""Fixes that are named one by one without `--verbose`."""
_MOST_FILES = 8


class Fixed(NamedTuple):
    """A run that fixed: what is left, what was made of the pages, and lines about it for stderr.

    `request` is of the site as it is left.
    """

    outcome: Outcome
    changed: bool
    lines: tuple[str, ...]
    request: Request


def run_fix(request: Request, options: FixOptions, scope: Scope, *, verbose: bool, watch: Watch) -> Fixed:
    """Fixes a site and writes what became of it. Raises UsageError where git refuses to stage it."""
    site = fix_site(request, watch, unsafe=options.unsafe_fixes)
    with phase(request.profile, "writing"):
        written = _written(site, request, scope)
    lost = written.failed
    outcome = site.left(lost)
    made = [one for one in site.fixing.made if not lost or lost.keys().isdisjoint(_pages_of(one))]
    failed = [Unmade(one, _why(one, lost)) for one in site.fixing.made if _pages_of(one) & lost.keys()]
    to = stdout(request.project, ColorChoice.NEVER)
    lines = _lines(made, [*site.fixing.unmade, *failed], len(written.paths), to, verbose=verbose)
    left = site.fixing.state.snapshot.request
    return Fixed(outcome, bool(written.paths), tuple(lines), left)


def run_diff(request: Request, options: FixOptions, color: ColorChoice, watch: Watch) -> Exit:
    """Prints what would be written, as a diff, and writes nothing."""
    site = fix_site(request, watch, unsafe=options.unsafe_fixes)
    from frontlint.report.diff import unified

    with printed(request.project, color) as to:
        for path, page in site.fixing.pages.items():
            texts = _texts(page)
            for line in unified(to.in_patch(path), *texts):
                to.write(to.clean(line.rstrip("\r\n")) + "\n" if to.stream.isatty() else line)
    to = stdout(request.project, ColorChoice.NEVER)
    for line in _lines(site.fixing.made, site.fixing.unmade, len(site.fixing.pages), to, would=True):
        say(line)
    return Exit.FINDINGS if site.fixing.pages else Exit.OK


def _texts(page: Page) -> tuple[str, str]:
    """A page before and after; of one in an old encoding, the letters that Hugo cannot read are marked."""
    before, after = page.before.decode("utf-8", "replace"), page.after.decode("utf-8")
    is_utf16 = page.before.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in page.before[:2]
    return before.replace("\0", "") if is_utf16 else before, after


def _written(site: FixedSite, request: Request, scope: Scope) -> Written:
    pages = site.fixing.pages
    if is_on_stdin(scope):
        (path,) = request.targets.prefixes
        before = request.replaced[path] or b""
        sys.stdout.flush()
        sys.stdout.buffer.write(pages[path].after if path in pages else before)
        sys.stdout.buffer.flush()
        return Written(tuple(pages), {})
    if not pages:
        return Written((), {})
    aim, finish = _aims(request, scope)
    return finish(write(request.project, pages, aim), pages)


def _aims(request: Request, scope: Scope) -> tuple[Aim, Callable[[Written, Mapping[str, Page]], Written]]:
    """How the pages go to the disk, and what happens afterwards: with `--staged` they are staged."""
    if not scope.staged:
        return (lambda path, page: page), (lambda written, pages: written)
    from frontlint.cli.staged import Staged

    staged = Staged(request, writes_index=not under_pre_commit())
    return staged.aim, staged.finish


def _pages_of(finding: Finding) -> set[str]:
    return {change.path for change in finding.fix.changes} if finding.fix else set()


def _why(finding: Finding, lost: Mapping[str, str]) -> str:
    return next(reason for path, reason in lost.items() if path in _pages_of(finding))


def _lines(
    made: Sequence[Finding],
    unmade: Sequence[Unmade],
    pages: int,
    to: Output,
    *,
    verbose: bool = False,
    would: bool = False,
) -> Iterator[str]:
    """What was fixed, rule by rule, and what could not be, one by one."""
    if verbose:
        yield from (f"fixed: {to.shown(one.path)}: {one.rule}: {to.clean(_title(one))}" for one in made)
    if made:
        rules = ", ".join(
            f"{name} ({count})" for name, count in Counter(one.rule for one in made).most_common()
        )
        verb = "Would fix" if would else "Fixed"
        yield f"{verb} {plural(len(made), 'problem')} in {plural(pages, 'page')}: {rules}."
    yield from _published(made, to)
    most = len(unmade) if verbose else _MOST
    for finding, reason in unmade[:most]:
        yield f"not fixed: {to.shown(finding.path)}: {finding.rule}: {to.clean(reason)}"
    if len(unmade) > most:
        yield f"not fixed: {len(unmade) - most} more; `--verbose` lists them"


def _published(made: Sequence[Finding], to: Output) -> Iterator[str]:
    """What fixes that are not safe do to the website: somebody may miss a page."""
    outputs = [one.fix.outputs for one in made if one.fix is not None and not one.fix.safe]
    adds = dict.fromkeys(path for one in outputs for path in one.adds)
    removes = dict.fromkeys(path for one in outputs for path in one.removes)
    for words, files, others in (("no longer", removes, adds), ("then", adds, removes)):
        if left := [path for path in files if path not in others]:
            names = listing(left[:_MOST_FILES], max(0, len(left) - _MOST_FILES))
            yield f"Hugo {words} publishes {to.clean(names)}."


def _title(finding: Finding) -> str:
    return finding.fix.title if finding.fix else ""


def offer_lines(outcome: Outcome, options: FixOptions) -> Iterator[str]:
    """What could be fixed, and by which option."""
    safe, unsafe = outcome.fixable(), outcome.fixable(safe=False)
    if options.fix:
        safe = 0  # what is left of them was said one by one
    if safe:
        also = f"; {unsafe} more with `--fix --unsafe-fixes`" if unsafe else ""
        yield f"{plural(safe, 'problem')} can be fixed with `--fix`{also}."
    elif unsafe and not (options.fix and options.unsafe_fixes):
        yield f"{plural(unsafe, 'problem')} can be fixed with `--fix --unsafe-fixes`; read the changes first."
