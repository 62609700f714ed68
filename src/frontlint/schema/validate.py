"""Checks a page against a schema: a fast yes, else every violation with its place and its words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from frontlint.frontmatter.document import Data, Document
from frontlint.schema.library import Library
from frontlint.schema.quick import Quick
from frontlint.schema.shape import Shape
from frontlint.schema.violation import Violation

if TYPE_CHECKING:
    from frontlint.schema.engine import Engine

_ENGINE_PAYS = 4500
"""Keys of pages of one kind from which on an engine is worth its import: 200 pages with many keys."""


class Checker:
    """One schema, compiled when it is first needed."""

    def __init__(self, library: Library, kind: str) -> None:
        self.library = library
        self._kind = kind
        self._keys = 0

    @cached_property
    def _engine(self) -> Engine:
        from frontlint.schema.engine import engine_for  # few pages need more than the quick look

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
        """An engine is faster with each key, and takes as long to import as a quick look at thousands."""
        if "_engine" not in vars(self) and self._keys < _ENGINE_PAYS:
            self._keys += len(data)
            if self._quick.accepts(data):
                return True
        return self._engine.is_valid(data)
