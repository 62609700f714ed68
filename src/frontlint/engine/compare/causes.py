"""Which change has caused a finding in a page that was not changed itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from frontlint.base.span import Span
from frontlint.engine.base import Base, Change
from frontlint.engine.snapshot import Snapshot
from frontlint.findings.finding import Finding
from frontlint.frontmatter.route import Route
from frontlint.git.changes import How

_STATES = 16
"""So many states between then and now are tried at most: each is a site put together and judged anew."""

Identity = tuple[str, str, Route | None, Span]


def identity_of(finding: Finding) -> Identity:
    """What makes two findings one, in a page that is the same: its rule and its place."""
    return finding.rule, finding.path, finding.field, finding.span


class Causes:
    """Finds causes among the changes of a base.

    A finding that points at a changed page shows its cause. For the others the changes of the content are
    made one after the other, and the first one that brings the finding has caused it; halving finds it in few
    steps. What is there before any of them comes from settings or static files.
    """

    def __init__(self, new: Snapshot, old: Snapshot, base: Base) -> None:
        self._new = new
        self._old = old
        self._before = base.before(new.request.replaced)
        self._states: dict[int, frozenset[Identity]] = {}
        touched = {path for change in base.changes for path in (change.path, change.old_path)}
        pages = {path for path in touched if old.ground.has(path) or new.ground.has(path)}
        in_order = sorted(base.changes, key=_deletions_first)
        self._all = in_order
        self._changes = [change for change in in_order if pages & {change.path, change.old_path}]
        self._others = [change for change in in_order if not pages & {change.path, change.old_path}]

    def with_cause(self, finding: Finding) -> Finding:
        """The finding with its cause in the message."""
        causes = self.of(finding)
        more = len(causes) - 1
        words = f"{causes[0]}" + (f", or one of {more} more changes" if more else "")
        return finding._replace(message=f"{finding.message} (since {words})")

    def of(self, finding: Finding) -> Sequence[Change]:
        """The change that brought the finding; several where it takes too long to tell which of them."""
        if len(self._all) == 1:
            return self._all
        named = {label.path for label in finding.related}
        pointed = [one for one in self._changes if one.how is not How.DELETED and one.path in named]
        if len(pointed) == 1:
            return pointed
        if not self._changes or (self._others and identity_of(finding) in self._at(0)):
            return self._of_others(finding)
        return self._halve(finding)

    def _halve(self, finding: Finding) -> Sequence[Change]:
        """The change with which the finding comes: absent before it, present with it."""
        low, high = 0, len(self._changes)
        while high - low > 1:
            middle = (low + high) // 2
            if middle not in self._states and len(self._states) >= _STATES:
                break
            if identity_of(finding) in self._at(middle):
                high = middle
            else:
                low = middle
        return self._changes[low:high]

    def _of_others(self, finding: Finding) -> Sequence[Change]:
        """A static file that takes the page's place, else a change of the project's settings."""
        sites = [*(self._old.sites or ()), *([self._new.site] if self._new.site else [])]
        pages = (site.page(finding.path) for site in sites)
        output = next((page.output for page in pages if page is not None and page.output), "/")
        static = [change for change in self._others if change.path.endswith(output)]
        files = {*self._new.request.config.files, *self._old.request.config.files}
        settings = [change for change in self._others if files & {change.path, change.old_path}]
        return (static or settings or self._others)[:1]

    def _at(self, count: int) -> frozenset[Identity]:
        """The findings with today's settings and the first so many changes of the content."""
        if count not in self._states:
            self._states[count] = frozenset(map(identity_of, self._state(count).judged().findings))
        return self._states[count]

    def _state(self, count: int) -> Snapshot:
        """The site with today's settings, and what the changes after the first so many did undone."""
        undone = self._changes[count:]
        files: dict[str, bytes | None] = {one.path: None for one in undone if one.how is not How.DELETED}
        files |= {one.old_path: self._before[one.old_path] for one in undone if one.how is not How.ADDED}
        return self._here.then(files)

    @cached_property
    def _here(self) -> Snapshot:
        return self._new.apart()


def _deletions_first(change: Change) -> tuple[bool, str]:
    """What is gone is what most often breaks another page; then the order of the paths."""
    return change.how is not How.DELETED, change.path
