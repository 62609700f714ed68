"""One run of `check`: what the last one found where nothing has changed, else as much anew as is needed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple, replace
from frontlint.engine.outcome import Outcome, RuleInfos, Suppression
from frontlint.engine.profile import phase
from frontlint.engine.request import Request, Watch, unwatched
from frontlint.engine.result import RunResult
from frontlint.findings.finding import Finding
from frontlint.settings import Settings
from frontlint.settings.model import idle_note

if TYPE_CHECKING:
    from frontlint.engine.base import Base
    from frontlint.engine.cache.last_run import CachedRun, LastRun

_T = TypeVar("_T")


def check(request: Request, watch: Watch = unwatched, seen: Seen | None = None) -> Outcome:
    """Checks a project; `watch` receives the number of pages, and a call for each page that is done.

    `seen` is what `last_run` has just given for such a request.
    """
    begun = time.perf_counter()
    base = request.base
    if base is not None and is_idle(request, base):
        return outcome_of(request, _nothing(request), time.perf_counter() - begun)
    last, recalled = seen or last_run(request)
    plain = not request.replaced and base is None
    if plain and recalled and recalled.answers and not recalled.changed:
        return outcome_of(request, recalled.found, time.perf_counter() - begun)
    from frontlint.engine.run import run  # brings all that reads and judges pages

    found = run(request, last, recalled, watch)
    return outcome_of(request, found, time.perf_counter() - begun)


class Seen(NamedTuple):
    """What is kept of the last run, and what it can tell today: of the files on disk, replaced or not."""

    last: LastRun | None
    recalled: CachedRun | None


def last_run(request: Request) -> Seen:
    """What is kept of the last run, after a look at the disk."""
    with phase(request.profile, "the last run's answer"):
        last = _last_of(request)
        return Seen(last, _safely(request, lambda: last.recall(request.clock)) if last else None)


def _last_of(request: Request) -> LastRun | None:
    """The last run over the files on disk; None where nothing is to be kept."""
    if request.cache is None:
        return None
    from frontlint.engine.cache.last_run import LastRun  # brings all that reads what is kept

    return LastRun(replace(request, replaced={}, base=None), request.cache)


def is_idle(request: Request, base: Base) -> bool:
    """Whether a change touches nothing that findings depend on."""
    if base.config != request.config or base.brought:
        return False
    from frontlint.engine.touched import touched_by  # most runs know of no change

    paths = {path for change in base.changes for path in (change.path, change.old_path)}
    return not touched_by(paths, request.config)


def _nothing(request: Request) -> RunResult:
    """What is found in a change that touches nothing of the site: what was found, it was before.

    The pages are counted as the last run saw them: to look for those that have come since, in content that
    the change does not touch, would be all that such a run costs.
    """
    from frontlint.engine.base import Review
    from frontlint.engine.discover import survey

    last = _last_of(request)
    known = last.names() if last else ()
    pages = _with_replaced(known, request) if known else survey(request.tree, request.config).pages
    notes = dict.fromkeys(note.text for note in request.config.notes)
    return RunResult((), len(request.wanted(pages)), (), tuple(notes), None, 0, None, Review((), ()))


def _with_replaced(pages: Sequence[str], request: Request) -> Sequence[str]:
    """The content files where some are replaced: those that came are among them, those that went are not."""
    from frontlint.engine.touched import is_page

    replaced = request.replaced
    came = {path for path, data in replaced.items() if data is not None and is_page(path, request.config)}
    gone = {path for path, data in replaced.items() if data is None}
    return pages if not came and not gone else sorted({*pages, *came} - gone)


def _safely(request: Request, do: Callable[[], _T]) -> _T | None:
    """What `do` gives, None where it fails: what it would have left out is then checked, or shown."""
    try:
        return do()
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - an aid must not take the report
        request.crashes.log("a step of the run", error)
        return None


def outcome_of(request: Request, found: RunResult, seconds: float) -> Outcome:
    """What a run has to say: what was found, without what the baseline holds."""
    findings: Sequence[Finding] = found.findings
    suppressed: list[Suppression] = []
    if request.baseline is not None or found.silenced or request.base is not None:
        from frontlint.engine.suppressed import (  # reads pages with findings again
            by_baseline,
            by_ignores,
            by_waiting,
        )

        suppressed = [*by_ignores(request, found), *by_waiting(request)]
        if request.baseline is not None:
            accepted = _safely(request, partial(by_baseline, request, request.baseline, found))
            if accepted is not None:
                findings, held = accepted
                suppressed += held
    notes, idle = _apart(found.notes, request.settings) if request.settings.several else (found.notes, None)
    named = frozenset(finding.rule for finding in findings)
    hidden = frozenset(one.finding.rule for one in suppressed if one.finding)
    return Outcome(
        project=request.project,
        findings=tuple(findings),
        pages=found.pages,
        unread=sum(map(request.wants, found.unread)),
        seconds=seconds,
        rules=RuleInfos(named | hidden, lambda name: request.settings.rule(name).info),
        shown=request.shown,
        suppressed=len(found.silenced),
        accepted=len(found.findings) - len(findings),
        notes=(*notes, *request.settings.notes),
        idle=idle,
        docs_url=request.settings.docs_url,
        replaced=request.replaced,
        changed=None if request.base is None else request.base.changed,
        suppressions=tuple(suppressed),
        settings=() if request.base is None else request.base.settings,
        limits=request.settings.limits,
    )


def _apart(notes: Sequence[str], settings: Settings) -> tuple[tuple[str, ...], frozenset[str]]:
    """The notes without those about patterns that match no page of this site, which may be about another."""
    about = frozenset(map(idle_note, settings.patterns))
    return tuple(note for note in notes if note not in about), about.intersection(notes)
