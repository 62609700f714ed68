"""A project before and after a change: its files, and the site that Hugo would make of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from frontlint.base.files import Replaced
from frontlint.base.record import replace
from frontlint.base.source import decode
from frontlint.engine.discover import Targets, survey
from frontlint.engine.request import Request
from frontlint.engine.run import shown
from frontlint.engine.sites import site_then
from frontlint.engine.snapshot import Snapshot, fresh
from frontlint.findings.finding import Finding, Severity
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.pages.publication import ContentPage, SitePage
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.site.model import Site


class State:
    """One state of a project. Paths are from the Hugo project's root, with `/`."""

    def __init__(self, request: Request, *, first: State | None = None, judged: bool = True) -> None:
        self.request = replace(request, targets=Targets(), base=None, baseline=None, shown=Severity.WARNING)
        self.tree = self.request.tree
        self.config = self.request.config
        self._first = first
        self._judged = judged

    def then(self, changes: Replaced, *, judged: bool = True) -> State:
        """The state after more changes; of one that is not `judged` nobody asks for the findings."""
        request = replace(self.request, replaced={**self.request.replaced, **changes})
        return State(request, first=self._first or self, judged=judged)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The site as `check` sees it: looked at once, and patched for what comes after."""
        if self._first is None:
            return fresh(self.request).snapshot
        return self._first.snapshot.then(self._changes)

    @property
    def _changes(self) -> Replaced:
        """What differs from the first state."""
        before: Replaced = {} if self._first is None else self._first.request.replaced
        return {
            path: data
            for path, data in self.request.replaced.items()
            if path not in before or before[path] is not data
        }

    @cached_property
    def site(self) -> Site:
        """What Hugo would publish."""
        if self._first is not None and not self._judged:
            return site_then(self._first.snapshot, self._changes)
        return self.snapshot.whole

    @cached_property
    def files(self) -> frozenset[str]:
        """All files of the content, pages and others."""
        return frozenset(survey(self.tree, self.config).files)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The files that Hugo takes for content by their names."""
        return survey(self.tree, self.config).pages

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """What `check` finds in the whole project, errors and warnings."""
        found = shown(self.snapshot).findings
        return tuple(one for one in found if one.severity.at_least(Severity.WARNING))

    @cached_property
    def _by_file(self) -> dict[str, list[ContentPage]]:
        found: dict[str, list[ContentPage]] = {}
        for page in self.site.pages:
            found.setdefault(page.path, []).append(page)
        return found

    @cached_property
    def _owners(self) -> dict[str, str]:
        return {dead.path: dead.owner for dead in self.site.publication.dead if dead.owner is not None}

    def pages_of(self, path: str) -> Sequence[ContentPage]:
        """The pages that a file gives: one for each language and mount; of a bundle's part, its owner's."""
        own = self._by_file.get(path, ())
        return own or self._by_file.get(self._owners.get(path, ""), ())

    def page(self, path: str, language: str) -> SitePage | None:
        """The page of a file in a language."""
        return next((page for page in self._by_file.get(path, ()) if page.language == language), None)

    def owner(self, path: str) -> str | None:
        """The file that a content file which gives no page belongs to, or is shadowed by."""
        return self._owners.get(path)

    def document(self, path: str) -> Document:
        """A page, read. Raises OSError."""
        return self.parse(path, self.tree.read(path))

    @staticmethod
    def parse(path: str, data: bytes) -> Document:
        """The same of bytes at hand."""
        return read_document(decode(path, data), plain_scalar)
