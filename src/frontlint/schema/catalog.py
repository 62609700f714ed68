"""The schemas in force: finds the schema of each page's kind, loads it once, and asks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from frontlint.base.walls import Wall, wall_at
from frontlint.frontmatter.document import Data, Document
from frontlint.hugo.config import Config
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.content.paths import content_path
from frontlint.schema.kinds import BUILT_IN_KINDS, Kinds, PageKind, PatternRoot, When
from frontlint.schema.library import Library, Schema
from frontlint.schema.load import load
from frontlint.schema.locate import built_in_names
from frontlint.schema.validate import Checker
from frontlint.schema.violation import Violation

__all__ = ["BUILT_IN_KINDS", "Catalog", "PageKind", "PatternRoot", "When"]

_ANY_PAGE = BUILT_IN_KINDS[-1]
"""The kind of any page of any Hugo site: what a cascade hands down is for pages of all kinds."""


class Checkable(Protocol):
    """A page, as far as its schema cares."""

    @property
    def document(self) -> Document: ...
    @property
    def facts(self) -> PageFacts: ...
    @property
    def config(self) -> Config: ...


class Catalog:
    """The kinds of one run, and their schemas. `root` is the folder of the configuration file.

    `prefix` leads from `root` to the Hugo project, with a final `/`, where they are not the same folder.
    `wall` is what no schema may lead out of; without one it is `root`.
    """

    def __init__(
        self,
        kinds: Iterable[PageKind] = BUILT_IN_KINDS,
        root: Path = Path(),
        prefix: str = "",
        wall: Wall | None = None,
    ) -> None:
        self.kinds = Kinds(kinds)
        self._root = root
        self._prefix = prefix
        self._wall = wall
        self._checkers: dict[tuple[str, str], Checker] = {}

    def violations(self, page: Checkable) -> tuple[Violation, ...]:
        """What the schema of a page's kind has to say of it; nothing of a page that Hugo cannot read.

        Raises UsageError for a schema that cannot be used.
        """
        document = page.document
        if document.unread:
            return ()
        kind = self.kind_of(page.facts.path, document.data, page.config)
        return () if kind is None else self.checker(kind).violations(document)

    def violations_of_cascade(self, page: Checkable) -> tuple[Violation, ...]:
        """What the schema of Hugo's own fields has to say of the values in a cascade."""
        return self.checker(_ANY_PAGE).violations(page.document)

    def kind_of(self, path: str, data: Data, config: Config) -> PageKind | None:
        """The kind of a page, by its path from the Hugo project and its front matter."""
        below = content_path(path, config)
        return self.kinds.of(data, None if below is None else below[1:], self._prefix + path)

    def checker(self, kind: PageKind) -> Checker:
        """The compiled schema of a kind. Raises UsageError for a schema that cannot be used."""
        key = (kind.name, kind.schema)
        if key not in self._checkers:
            self._checkers[key] = Checker(self.load(kind.schema), kind.name)
        return self._checkers[key]

    def load(self, schema: str) -> Library:
        """A schema by its built-in name or its path from the folder of the configuration file.

        Raises UsageError for a schema that cannot be used.
        """
        return load(schema, self._root, self._wall or wall_at(self._root))

    def check(self) -> None:
        """Loads the user's schemas, so that a bad one is said before the first page. Raises UsageError."""
        for kind in self.kinds:
            if kind.schema not in built_in_names():
                self.checker(kind)

    def format_notes(self) -> tuple[str, ...]:
        """A sentence for each format that the user's schemas use and nobody checks here.

        Raises UsageError for a schema that cannot be used.
        """
        own = [kind for kind in self.kinds if kind.schema not in built_in_names()]
        names = {name for kind in own for name in self.checker(kind).unchecked_formats}
        if not names:
            return ()
        from frontlint.schema.formats import format_note

        return tuple(map(format_note, sorted(names)))

    def user_schemas(self) -> dict[str, Mapping[str, Schema]]:
        """The documents of the schemas that the configuration names. Raises UsageError for a bad one."""
        names = {kind.schema for kind in self.kinds} - set(built_in_names())
        return {name: self.load(name).documents for name in sorted(names)}
