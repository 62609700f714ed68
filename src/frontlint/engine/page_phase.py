"""The page phase over all files: out of the cache, in this process, or in several.

Workers are given the settings once and hand back results, never documents.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.files import NOTHING, ProjectFiles, Replaced
from frontlint.base.limits import LIMITS, Limits
from frontlint.base.opener import ask_ahead, at_hand
from frontlint.base.read_within import read_within
from frontlint.base.record import NamedTuple, replace
from frontlint.base.source import decode
from frontlint.base.walls import Wall
from frontlint.engine.internal_error import INTERNAL, Crashes
from frontlint.engine.result import PageResult
from frontlint.engine.rules import OnDemand
from frontlint.engine.scanner import Scanner, ToJudge, unreadable
from frontlint.hugo.config import Config
from frontlint.lint.rule import PageRule
from frontlint.schema.catalog import Catalog
from frontlint.schema.kinds import PageKind

if TYPE_CHECKING:
    from frontlint.engine.cache.pages import PageCache
    from frontlint.engine.cache.stamp import Stamp

_BATCH = 64
"""Pages that a worker takes at a time."""
_TOGETHER = 32
"""Pages that each rule is asked about before the next one is."""
_MOST_TOGETHER = 1024 * 1024
"""Bytes of pages at which there are enough: long ones are judged one by one."""
_ONE_OF = 16
"""Of so many pages one is looked at, whether it is in memory."""
_SMALLEST = 4
_SHARES = 4
"""A batch is at most this part of what is left for a process."""
_WORTH_FORKING = 400
_WORTH_SPAWNING = 2000
"""So many pages pay for the start of worker processes: a fork has everything, others import it again."""


class Plan(NamedTuple):
    """What a process needs to scan pages: all of it can be sent to another one.

    `rules` and `website` are asked about the pages in a `Task` that is `checked`; `root`, `prefix` and `wall`
    are the catalog's; `replaced` takes the place of files on disk.
    """

    project: Path
    config: Config
    kinds: tuple[PageKind, ...]
    root: Path
    prefix: str
    wall: Wall | None
    rules: tuple[PageRule, ...]
    website: OnDemand
    stamps: bool
    replaced: Replaced = NOTHING
    limits: Limits = LIMITS

    def scanner(self, crashes: Crashes) -> Scanner:
        """A scanner with its own schemas, which are compiled when a page first asks for one."""
        catalog = Catalog(self.kinds, self.root, self.prefix, self.wall)
        of_cascade = catalog.violations_of_cascade
        return Scanner(self.project, self.config, catalog.violations, crashes, self.limits, of_cascade, {})


class Task(NamedTuple):
    """One page: whether rules are asked, and whether it belongs to another page's bundle."""

    path: str
    checked: bool
    resource: bool


class ScannedPage(NamedTuple):
    """A scanned page, with its stamp where one was asked for and can be had.

    `line` is the result as the cache keeps it, where a worker has made it.
    """

    result: PageResult
    stamp: Stamp | None
    line: str = ""


def scan_pages(
    plan: Plan,
    tasks: Sequence[Task],
    cache: PageCache | None,
    jobs: int | None,
    crashes: Crashes,
    advance: Callable[[int], object],
) -> list[PageResult]:
    """The results of all pages, in the order of the tasks. `jobs` None means as many as pay."""
    found: dict[str, PageResult] = {}
    left: list[Task] = []
    for task in tasks:
        known = cache.get(plan.project, *task) if cache and task.path not in plan.replaced else None
        if known is None:
            left.append(task)
        else:
            found[task.path] = known
    advance(len(found))
    # Closed, so that no worker is left where the run is stopped here.
    with contextlib.closing(_scan(plan, left, processes_for(len(left), jobs), crashes)) as scanned:
        for done in scanned:
            found[done.result.facts.path] = done.result
            if cache is not None and done.stamp is not None:
                cache.put(done.stamp, done.result, done.line)
            advance(1)
    if cache is not None:
        cache.save()
    if left:
        _forget()
    return [found[task.path] for task in tasks]


def _forget() -> None:
    """Lets go of what helps to read pages: the site that they are put together to takes the most memory."""
    from frontlint.frontmatter.yaml.values import forget_lines  # loaded where pages were read
    from frontlint.hugo.content.shortcodes import forget_shortcodes

    forget_lines()
    forget_shortcodes()


def scan_here(plan: Plan, tasks: Sequence[Task], crashes: Crashes) -> list[ScannedPage]:
    """The pages of some tasks with their stamps, in this process and without a cache."""
    return list(_scan(plan, tasks, 1, crashes))


def processes_for(pages: int, jobs: int | None) -> int:
    """How many processes to use: those that were asked for, else one a processor from where it pays."""
    worth = _WORTH_FORKING if can_fork() else _WORTH_SPAWNING
    if jobs == 1 or (jobs is None and pages < worth):
        return 1
    from frontlint.engine.workers import can_spawn  # most sites are small

    if not can_fork() and not can_spawn():
        return 1
    return _processors() if jobs is None else min(jobs, -(-pages // _BATCH))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether workers have at once what this process has."""
    return sys.platform == "linux"  # macOS has it, but its own libraries do not survive it


def _scan(plan: Plan, tasks: Sequence[Task], processes: int, crashes: Crashes) -> Generator[ScannedPage]:
    if processes > 1:
        yield from _in_workers(plan, tasks, processes, crashes)
        return
    scanner = plan.scanner(crashes)
    for batch in _batches(tasks, 1):
        yield from _scanned(plan, scanner, batch)


def _batches(tasks: Sequence[Task], processes: int) -> Iterator[Sequence[Task]]:
    """All tasks; the last batches of several processes are small, so that they end at about the same time."""
    at = 0
    while at < len(tasks):
        share = (len(tasks) - at) // (processes * _SHARES) if processes > 1 else _BATCH
        size = max(_SMALLEST, min(_BATCH, share))
        yield tasks[at : at + size]
        at += size


def _scanned(plan: Plan, scanner: Scanner, tasks: Sequence[Task]) -> Iterator[ScannedPage]:
    _ask_ahead(plan.project, tasks)
    read: list[tuple[Task, bytes | PageResult]] = []
    size = 0
    for task in tasks:
        data = _content(plan, task)
        size += len(data) if isinstance(data, bytes) else 0
        read.append((task, data))
        if len(read) == _TOGETHER or size > _MOST_TOGETHER:
            yield from _judged(scanner, plan, read)
            read, size = [], 0
    yield from _judged(scanner, plan, read)


def _ask_ahead(project: Path, tasks: Sequence[Task]) -> None:
    """Tells the system which files come next, so that a disk can fetch them while pages are checked."""
    if not hasattr(os, "posix_fadvise") or _at_hand(project, tasks):
        return
    for task in tasks:
        try:  # noqa: SIM105 - for each page: `suppress` makes an object each time
            ask_ahead(f"{project}/{task.path}")
        except OSError:
            pass


def _at_hand(project: Path, tasks: Sequence[Task]) -> bool:
    """Whether the pages seem to be in memory: one of a few tells."""
    try:
        return all(at_hand(f"{project}/{task.path}") for task in tasks[::_ONE_OF])
    except OSError:
        return False


def _judged(
    scanner: Scanner, plan: Plan, read: Sequence[tuple[Task, bytes | PageResult]]
) -> Iterator[ScannedPage]:
    """The results of a few pages, with their stamps."""
    asked = [_to_judge(plan, task, data) for task, data in read if isinstance(data, bytes)]
    results = iter(scanner.judge_all(asked))
    for task, data in read:
        if not isinstance(data, bytes):
            yield ScannedPage(data, None)
            continue
        result = next(results)
        kept = plan.stamps and task.path not in plan.replaced
        if kept and not any(finding.rule == INTERNAL for finding in result.findings):
            yield ScannedPage(result, _stamp(plan.project, task, data))
        else:
            yield ScannedPage(result, None)


def _to_judge(plan: Plan, task: Task, data: bytes) -> ToJudge:
    source = decode(task.path, data)
    if task.checked:
        return ToJudge(source, plan.rules, task.resource, plan.website)
    return ToJudge(source, (), task.resource)


def _content(plan: Plan, task: Task) -> bytes | PageResult:
    """The bytes of a page; where it cannot be read, its result."""
    try:
        return read_within(ProjectFiles(plan.project, plan.replaced), task.path, plan.limits)
    except OSError as error:
        return unreadable(task.path, error, plan.limits)


def _stamp(project: Path, task: Task, data: bytes) -> Stamp | None:
    """The stamp of a page that had this content; None where it is gone by now."""
    from frontlint.engine.cache.stamp import stamp_of  # where nothing is kept, it is not loaded

    try:
        return stamp_of(project, task.path, data, task.checked, task.resource)
    except OSError:
        return None


_Batch = tuple[list[ScannedPage], list[str]]
"""A batch of pages, and the logs of what failed."""


def _judge(plan: Plan) -> Callable[[Sequence[Task]], _Batch]:
    """What a worker does with each batch."""
    return partial(_batch, plan, plan.scanner(Crashes()))


def _batch(plan: Plan, scanner: Scanner, tasks: Sequence[Task]) -> _Batch:
    scanner.crashes.logs.clear()
    done = list(_scanned(plan, scanner, tasks))
    return _with_lines(done) if plan.stamps else done, list(scanner.crashes.logs)


def _with_lines(done: list[ScannedPage]) -> list[ScannedPage]:
    """The same with the lines that the cache keeps: made where they do not keep the others waiting."""
    from frontlint.engine.cache.codec import to_json

    return [one if one.stamp is None else one._replace(line=to_json(one.result)) for one in done]


def _in_workers(plan: Plan, tasks: Sequence[Task], processes: int, crashes: Crashes) -> Iterator[ScannedPage]:
    from frontlint.engine.workers import in_workers

    here = partial(_scanned, plan, plan.scanner(crashes))
    fork = can_fork()
    sent = plan if fork else plan._replace(config=replace(plan.config))  # without what was found out so far
    batches = list(_batches(tasks, processes))
    for answer in in_workers(_judge, sent, batches, processes, here, fork=fork):
        if isinstance(answer, list):
            yield from answer
            continue
        done, logs = answer
        crashes.logs += logs
        yield from done
