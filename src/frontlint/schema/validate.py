"""Checks a page against a schema: a fast yes, else every violation with its place and its words."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Severity
from frontlint.frontmatter.document import Data, Document
from frontlint.frontmatter.route import Route
from frontlint.schema.engine import Engine, engine_for
from frontlint.schema.library import Library
from frontlint.schema.quick import Quick
from frontlint.schema.shape import Shape

_ENGINE_PAYS = 200
"""Pages of one kind from which on an engine is worth its import."""


class Anchor(StrEnum):
    """Which part of a field a violation points at."""

    KEY = "key"
    VALUE = "value"
    MAPPING = "mapping"
    """The first line of the mapping in which a key is missing."""


class Violation(NamedTuple):
    """One thing that the schema has to say of a page, ready to become a finding of `rule`.

    `route` is in the author's spelling; where a key is missing it ends with that key. `keyword` is the
    JSON Schema keyword that failed, for tests and tools. `wants` are the types that are asked for, in words.
    `instead` is the key that is meant, empty for one that is to be deleted, None where nobody knows.
    """

    rule: str
    route: Route
    keyword: str
    anchor: Anchor
    severity: Severity
    message: str
    help: str = ""
    why: str = ""
    wants: str = ""
    instead: str | None = None


class Checker:
    """One schema, compiled when it is first needed."""

    def __init__(self, library: Library, kind: str) -> None:
        self.library = library
        self._kind = kind
        self._pages = 0

    @cached_property
    def _engine(self) -> Engine:
        return engine_for(self.library)

    @cached_property
    def _quick(self) -> Quick:
        return Quick(self.library)

    @property
    def unchecked_formats(self) -> tuple[str, ...]:
        """The formats that the schema uses and nobody checks here."""
        return self._engine.unchecked

    @cached_property
    def shape(self) -> Shape:
        """The keys that the schema knows."""
        return Shape(self.library, [self.library.root])

    def violations(self, document: Document) -> tuple[Violation, ...]:
        """All that the schema has to say of a page: at one route, one violation of a rule, the strongest."""
        fitted = self.shape.fit(document.data)
        valid = self._is_valid(fitted.data)
        if valid and not fitted.deprecated:
            return ()
        from frontlint.schema.complaints import Complaints  # nothing of it is needed for a good page

        errors = () if valid else self._engine.errors(fitted.data)
        return Complaints(self.library, self._kind, document, fitted).about(errors)

    def _is_valid(self, data: Data) -> bool:
        """An engine is faster with each page, and takes as long to import as a quick look at hundreds."""
        if "_engine" not in vars(self) and self._pages < _ENGINE_PAYS:
            self._pages += 1
            if self._quick.accepts(data):
                return True
        return self._engine.is_valid(data)
