"""A run of `check`: a snapshot of the site, what is shown of it, and what is kept of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from frontlint.base.errors import UsageError
from frontlint.engine.ground import LostError
from frontlint.engine.request import Request, Watch
from frontlint.engine.result import RunResult
from frontlint.engine.rules import Rules
from frontlint.engine.snapshot import Snapshot, fresh
from frontlint.engine.steps import catalog_of
from frontlint.settings.model import idle_note

if TYPE_CHECKING:
    from frontlint.engine.cache.last_run import CachedRun, LastRun


def run(request: Request, last: LastRun | None, recalled: CachedRun | None, watch: Watch) -> RunResult:
    """Checks a project; `last` and `recalled` are what is known of the files on disk from the last time."""
    return look(request, last, recalled, watch)[1]


def look(
    request: Request, last: LastRun | None, recalled: CachedRun | None, watch: Watch
) -> tuple[Snapshot, RunResult]:
    """The same, with the snapshot for those that go on with it."""
    begun, base = time.time_ns(), request.base
    found = _from_last(request, last, recalled, begun) if last and recalled else None
    if found is not None:
        return found
    made = fresh(request, watch)
    result = shown(made.snapshot)
    if last is not None and not request.replaced and base is None:
        from frontlint.engine.rerun import keep_fresh  # where nothing is kept, it is not loaded

        keep_fresh(last, made, result, begun)
    return made.snapshot, result


def _from_last(
    request: Request, last: LastRun, recalled: CachedRun, begun: int
) -> tuple[Snapshot, RunResult] | None:
    """What the last run and the changes since tell; None where all is to be looked at, or that fails."""
    from frontlint.engine.rerun import keep_patched, patched  # nothing is kept of a first run

    try:
        made = patched(request, last, recalled)
        if made is None:
            return None
        if request.replaced or request.base is not None:
            asked = made.snapshot.asked(request, made.kept.unchecked)
            return asked, shown(asked)
        result = shown(made.snapshot)
        keep_patched(last, recalled, made, result, begun)
        return made.snapshot, result
    except LostError:
        return None
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - an aid must not take the report
        request.crashes.log("a step of the run", error)
        return None


def shown(snapshot: Snapshot) -> RunResult:
    """What a run shows of a snapshot: all of it, or what a change brings."""
    request, overview = snapshot.request, snapshot.overview
    review = None
    if request.base is None:
        findings, silenced = snapshot.judged()
    else:
        from frontlint.engine.compare.new_findings import Since, judge_since  # most runs compare with nothing

        base, known = request.base, len(request.crashes.findings)
        findings, silenced, review = request.crashes.safely(
            "comparing with the base",
            next(iter(snapshot.ground.paths), ""),
            lambda: judge_since(snapshot, base),
            lambda: Since(*snapshot.judged(request.crashes.findings[known:]), None),
        )
    paths = snapshot.ground.paths
    unfollowed = (note.text for note in request.config.notes)
    texts = dict.fromkeys((*unfollowed, *overview.notes))
    notes = (*texts, *_format_notes(request), *_idle(request, paths), *_baseless(request, snapshot.rules))
    return RunResult(
        findings,
        len(request.wanted(paths)),
        silenced,
        notes,
        overview.rendered,
        request.clock.timestamp(),
        overview.until,
        review,
        tuple(sorted(overview.unread)),
    )


def _format_notes(request: Request) -> tuple[str, ...]:
    try:
        return catalog_of(request).format_notes()
    except UsageError:
        raise
    except Exception:  # noqa: BLE001 - each page that asks the schema says what is wrong with it
        return ()


def _idle(request: Request, paths: Sequence[str]) -> list[str]:
    """What in our own settings does nothing."""
    return list(map(idle_note, request.settings.idle_patterns(paths)))


def _baseless(request: Request, rules: Rules) -> Iterator[str]:
    """Says so where all that was asked for are rules that have nothing to compare with."""
    if request.base is None and (asked := rules.only_history):
        yield f"{', '.join(asked)}: nothing is compared without `--since` or `--staged`"
