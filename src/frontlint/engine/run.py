"""A run of `check`: a snapshot of the site, what is shown of it, and what is kept of it."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from frontlint.base.errors import UsageError
from frontlint.base.read_within import read_within
from frontlint.base.record import NamedTuple, replace
from frontlint.engine.cache.disk import FEW, Pages
from frontlint.engine.cache.kept_site import KeptSite, keep_parts, keep_site, read_site
from frontlint.engine.cache.last_run import CachedRun, LastRun, RunResult
from frontlint.engine.cache.stamp import Stamp, stamp_of
from frontlint.engine.change import Reread, reread
from frontlint.engine.ground import LostError
from frontlint.engine.page_phase import ScannedPage
from frontlint.engine.profile import phase
from frontlint.engine.request import Request, Watch
from frontlint.engine.rules import Rules
from frontlint.engine.snapshot import Fresh, Snapshot, fresh
from frontlint.engine.steps import active_rules, catalog_of
from frontlint.hugo.content.adapters import with_adapters
from frontlint.settings.model import idle_note


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
        _keep_fresh(last, made, result, begun)
    return made.snapshot, result


def _from_last(
    request: Request, last: LastRun, recalled: CachedRun, begun: int
) -> tuple[Snapshot, RunResult] | None:
    """What the last run and the changes since tell; None where all is to be looked at, or that fails."""
    try:
        patched = _patched(request, last, recalled)
        if patched is None:
            return None
        if request.replaced or request.base is not None:
            asked = patched.snapshot.asked(request, patched.kept.unchecked)
            return asked, shown(asked)
        result = shown(patched.snapshot)
        _keep_patched(last, recalled, patched, result, begun)
        return patched.snapshot, result
    except LostError:
        return None
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - an aid must not take the report
        request.crashes.log("a step of the run", error)
        return None


class _Patched(NamedTuple):
    """The site on disk, made of what the last run knew of it; `scanned` are the pages that were judged again.

    `same` are the stamps of those that only have a new time.
    """

    snapshot: Snapshot
    kept: KeptSite
    scanned: Sequence[ScannedPage]
    same: Sequence[Stamp]


def _patched(request: Request, last: LastRun, recalled: CachedRun) -> _Patched | None:
    """The site on disk, files aside that the request replaces; None where only a whole run can tell."""
    with phase(request.profile, "what the last run knew"):
        kept = read_site(last.store, recalled.begun)
        if kept is None:
            return None
        config = with_adapters(request.config, kept.overview.adapters, request.tree)
        crashes = type(request.crashes)()  # what fails here will do so in the whole run
        disk = replace(request, config=config, replaced={}, base=None, crashes=crashes)
        rules = active_rules(disk, kept.ground.paths)
        before = Snapshot(disk, rules, kept.ground, kept.parts, kept.overview, written=request.config)
        asked = frozenset(path for path in kept.unchecked if request.wants(path))
        left = frozenset(recalled.changed) - request.replaced.keys()
        same = _same(disk, kept, left - asked)
        paths = (left | (asked - request.replaced.keys())).difference(one.path for one in same)
    if len(paths) > FEW:
        return None
    done = reread(before, paths) if paths else Reread(before, [])
    if done.state.reason:
        return None
    return (
        None
        if crashes.logs
        else _Patched(Snapshot(*done.state)._replace(kept=before, edited=paths), kept, done.scanned, same)
    )


def _same(disk: Request, kept: KeptSite, paths: Iterable[str]) -> list[Stamp]:
    """The stamps of those files that have the bytes that they had, as after a checkout of Git."""
    found: list[Stamp] = []
    for path in paths:
        with suppress(OSError):
            data = read_within(disk.tree, path, disk.settings.limits)
            if kept.ground.is_of(path, data):
                checked = path not in kept.unchecked
                resource = kept.ground.is_resource(path)
                found.append(stamp_of(disk.project, path, data, checked, resource))
    return found


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


def _keep_fresh(last: LastRun, made: Fresh, result: RunResult, begun: int) -> None:
    """Keeps what a run over all files found, where nothing failed in it."""
    snapshot, cache = made.snapshot, made.cache
    # Who may read a folder is not in its time.
    if cache is None or snapshot.request.crashes.logs or made.unread:
        return
    stamps = cache.stamps
    if len(stamps) != len(snapshot.ground.paths):
        return
    if last.keep(result, Pages(stamps.paths, stamps.sizes, stamps.times), made.folders, begun):
        keep_site(last.store, cache.token, snapshot.ground)
        site = KeptSite(snapshot.ground, snapshot.parts, snapshot.overview, stamps.unchecked, cache.token)
        keep_parts(last.store, begun, site)


def _keep_patched(last: LastRun, recalled: CachedRun, made: _Patched, result: RunResult, begun: int) -> None:
    """Keeps what is found after some pages were read again, if each of them can be distinguished."""
    stamps = {one.path: one for one in (*made.same, *(one.stamp for one in made.scanned)) if one is not None}
    if len(stamps) < len(made.scanned) + len(made.same):
        return
    was, names = recalled.pages, made.snapshot.ground.paths
    sizes = dict(zip(was.names, was.sizes, strict=True))
    sizes.update((path, one.size) for path, one in stamps.items())
    times = dict(zip(was.names, was.times, strict=True)) | {
        path: one.modified for path, one in stamps.items()
    }
    numbers = (array("q", [known[name] for name in names]) for known in (sizes, times))
    if last.keep(result, Pages(names, *numbers), recalled.folders, begun):
        unchecked = made.kept.unchecked - stamps.keys()
        unchecked |= {path for path, stamp in stamps.items() if not stamp.checked}
        snapshot = made.snapshot
        site = KeptSite(snapshot.ground, snapshot.parts, snapshot.overview, unchecked, made.kept.token)
        keep_parts(last.store, begun, site)


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
        names = ", ".join(sorted(rule.name for rule in asked))
        yield f"{names}: nothing is compared without `--since` or `--staged`"
