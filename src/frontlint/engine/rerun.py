"""A run that goes on from the last one: the kept site with what has changed since, and what is kept of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress

from frontlint.base.read_within import read_within
from frontlint.base.record import NamedTuple, replace
from frontlint.engine.cache.disk import FEW, Pages
from frontlint.engine.cache.kept_site import KeptSite, keep_parts, keep_site, read_site
from frontlint.engine.cache.last_run import CachedRun, LastRun
from frontlint.engine.cache.stamp import Stamp, stamp_of
from frontlint.engine.change import Reread, reread
from frontlint.engine.page_phase import ScannedPage
from frontlint.engine.profile import phase
from frontlint.engine.request import Request
from frontlint.engine.result import RunResult
from frontlint.engine.snapshot import Fresh, Snapshot
from frontlint.engine.steps import active_rules
from frontlint.hugo.content.adapters import with_adapters


class Patched(NamedTuple):
    """The site on disk, made of what the last run knew of it; `scanned` are the pages that were judged again.

    `same` are the stamps of those that only have a new time.
    """

    snapshot: Snapshot
    kept: KeptSite
    scanned: Sequence[ScannedPage]
    same: Sequence[Stamp]


def patched(request: Request, last: LastRun, recalled: CachedRun) -> Patched | None:
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
        else Patched(Snapshot(*done.state)._replace(kept=before, edited=paths), kept, done.scanned, same)
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


def keep_fresh(last: LastRun, made: Fresh, result: RunResult, begun: int) -> None:
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


def keep_patched(last: LastRun, recalled: CachedRun, made: Patched, result: RunResult, begun: int) -> None:
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
