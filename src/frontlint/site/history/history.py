"""A site and what it was at an older commit: which page has become which."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.publication import ContentPage, SitePage
from frontlint.hugo.values.kinds import Kind
from frontlint.site.model import Site

PageName = tuple[str, Kind, str]
"""Language, kind, and a title or a name."""


class History:
    """Both states of a site, at one clock.

    `renamed` leads from the old to the new path of a file, `changed` are the paths of all files that are not
    as they were; paths count from the project's root.
    """

    def __init__(
        self,
        old: Site,
        new: Site,
        renamed: Mapping[str, str] = MappingProxyType({}),
        changed: frozenset[str] = frozenset(),
    ) -> None:
        self.old = old
        self.new = new
        self.renamed = renamed
        self.changed = changed

    def file_now(self, page: SitePage) -> PageFacts | None:
        """What the file of an old page says now, page or not; None where it is gone."""
        return None if page.path is None else self.new.facts(self.renamed.get(page.path, page.path))

    def page_now(self, page: SitePage) -> SitePage | None:
        """What has become of an old page: that of its file; without a file, that at its logical path."""
        if page.path is None:
            return self.new.at(page.language, page.logical_path)
        return self._by_file.get((self.renamed.get(page.path, page.path), page.language))

    def is_unknown(self, page: SitePage) -> bool:
        """Whether it is unknown what has become of a page, because Hugo cannot read it now."""
        facts, now = self.file_now(page), self.page_now(page)
        return (facts is not None and not facts.readable) or (now is not None and not now.certain)

    @cached_property
    def is_broken(self) -> bool:
        """Whether a change has made a page unreadable, so that its URL and aliases are not known."""
        return any(not page.facts.readable and page.path in self.changed for page in self.new.pages)

    @cached_property
    def added(self) -> tuple[ContentPage, ...]:
        """The built pages whose files are new, and not renamed."""
        known = {self.renamed.get(page.path, page.path) for page in self.old.pages}
        return tuple(page for page in self.new.built if page.path not in known)

    @cached_property
    def added_by_title(self) -> Mapping[PageName, list[ContentPage]]:
        """The added pages by language, kind and title."""
        found: dict[PageName, list[ContentPage]] = {}
        for page in self.added:
            title = page.title.strip().lower()
            found.setdefault((page.language, page.kind, title), []).append(page)
        return found

    @cached_property
    def added_by_name(self) -> Mapping[PageName, list[ContentPage]]:
        """The added pages by language, kind and last part of their paths."""
        found: dict[PageName, list[ContentPage]] = {}
        for page in self.added:
            name = page.logical_path.rpartition("/")[2]
            found.setdefault((page.language, page.kind, name), []).append(page)
        return found

    def config_file(self) -> PageFacts:
        """Where to point when no page is to be pointed at: Hugo's own configuration."""
        files = [name for name in self.new.config.files if "." in name]
        return PageFacts(files[0] if files else "hugo.toml", readable=True)

    @cached_property
    def _by_file(self) -> Mapping[tuple[str, str], ContentPage]:
        return {(page.path, page.language): page for page in self.new.pages}
