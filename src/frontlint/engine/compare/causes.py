"""Which change has caused a finding in a page that was not changed itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from frontlint.base.record import replace
from frontlint.base.span import Span
from frontlint.engine.base import Base, Change
from frontlint.engine.result import PageResult
from frontlint.engine.steps import Judgement, Snapshot, build, resources, scan, with_inventory
from frontlint.findings.finding import Finding
from frontlint.frontmatter.route import Route
from frontlint.git.changes import How

_STATES = 16
"""So many states between then and now are tried at most: each is a site put together and judged anew."""

Judge = Callable[[Snapshot], Judgement]


Identity = tuple[str, str, Route | None, Span]


def identity_of(finding: Finding) -> Identity:
    """What makes two findings one, in a page that is the same: its rule and its place."""
    return finding.rule, finding.path, finding.field, finding.span


class Causes:
    """Finds causes among the changes of a base.

    A finding that points at a changed page has told its cause. For the others the changes of the content are
    made one after the other, and the first one that brings the finding has caused it; halving finds it in few
    steps. What is there before any of them comes from settings or static files.
    """

    def __init__(self, new: Snapshot, old: Snapshot, base: Base, judge: Judge) -> None:
        self._new = new
        self._old = old
        self._judge = judge
        self._states: dict[int, frozenset[Identity]] = {}
        self._reverted: dict[str, PageResult] | None = None
        pages = {*old.paths, *new.paths}
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
        page = self._new.site.page(finding.path)
        output = page.output if page is not None and page.output else "/"
        static = [change for change in self._others if change.path.endswith(output)]
        files = {*self._new.request.config.files, *self._old.request.config.files}
        settings = [change for change in self._others if files & {change.path, change.old_path}]
        return (static or settings or self._others)[:1]

    def _at(self, count: int) -> frozenset[Identity]:
        """The findings with today's settings and the first so many changes of the content."""
        if count not in self._states:
            self._states[count] = frozenset(map(identity_of, self._judge(self._state(count)).findings))
        return self._states[count]

    def _state(self, count: int) -> Snapshot:
        now = {result.facts.path: result for result in self._new.results}
        then = self._before()
        for change in self._changes[count:]:
            if change.how is not How.DELETED:
                now.pop(change.path, None)
        for change in self._changes[count:]:
            if change.old_path in then:
                now[change.old_path] = then[change.old_path]
        results = [now[path] for path in sorted(now)]
        request = self._new.request
        return self._new._replace(
            paths=tuple(sorted(now)), results=self._rebundled(results), site=build(request, results, {})
        )

    def _rebundled(self, results: Sequence[PageResult]) -> Sequence[PageResult]:
        """The results, those of pages that a bundle has swallowed or set free as they were on that side."""
        config = self._new.request.config
        today = resources(self._new.paths, config)
        odd = today ^ resources([result.facts.path for result in results], config)
        before = {result.facts.path: result for result in self._old.results} if odd else {}
        return [before.get(one.facts.path, one) if one.facts.path in odd else one for one in results]

    def _before(self) -> dict[str, PageResult]:
        """The changed pages as they were, read with today's settings."""
        if self._reverted is None:
            touched = {change.old_path for change in self._changes if change.how is not How.ADDED}
            if self._new.request.config == self._old.request.config:
                results: Sequence[PageResult] = self._old.results
            else:
                request = replace(self._old.request, config=self._new.request.config)
                inventory, request = with_inventory(request)
                paths = [path for path in inventory.pages if path in touched]
                results = scan(request, paths, self._new.rules, None, lambda count: None)
            self._reverted = {one.facts.path: one for one in results if one.facts.path in touched}
        return self._reverted


def _deletions_first(change: Change) -> tuple[bool, str]:
    """What is gone is what most often breaks another page; then the order of the paths."""
    return change.how is not How.DELETED, change.path
