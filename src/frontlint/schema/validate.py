"""Checks a page against a schema: a fast yes, else every violation with its place and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property

from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Severity
from frontlint.frontmatter.document import Data, Document
from frontlint.frontmatter.route import Route, to_words
from frontlint.schema.engine import Engine, engine_for
from frontlint.schema.faults import Expander, Fault, value_at
from frontlint.schema.library import Library
from frontlint.schema.notes import DEFAULT_SEVERITY, notes_of
from frontlint.schema.quick import Quick
from frontlint.schema.shape import FittedData, Shape
from frontlint.schema.wording import help_for, message_for, nearest_key

_MOST_SEARCHES = 100
"""Faults of one page that are held against what may be meant; nobody reads that many."""


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
    JSON Schema keyword that failed, for tests and tools.
    """

    rule: str
    route: Route
    keyword: str
    anchor: Anchor
    severity: Severity
    message: str
    help: str = ""
    why: str = ""


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
        faults = list(_deprecations(fitted))
        if not self._is_valid(fitted.data):
            faults += Expander(self.library, fitted.data).faults(self._engine.errors(fitted.data))
        heaviest = strongest(faults)
        return tuple(
            self._word(document, fitted, fault, search=at < _MOST_SEARCHES)
            for at, fault in enumerate(heaviest)
        )

    def _is_valid(self, data: Data) -> bool:
        """An engine is faster with each page, and takes as long to import as a quick look at hundreds."""
        if "_engine" not in vars(self) and self._pages < _ENGINE_PAYS:
            self._pages += 1
            if self._quick.accepts(data):
                return True
        return self._engine.is_valid(data)

    def _word(self, document: Document, fitted: FittedData, fault: Fault, *, search: bool) -> Violation:
        """The violation in words; `search` for a name or value that may be meant, which takes long."""
        route = fitted.as_written(fault.route)
        anchor = _anchor(fault)
        written = _written(document, route) if anchor is Anchor.VALUE else ""
        known = self._known(fault, fitted) if search and fault.rule == "unknown-field" else ()
        return Violation(
            rule=fault.rule,
            route=route,
            keyword=fault.keyword,
            anchor=anchor,
            severity=_severity(fault, known),
            message=message_for(fault, to_words(route) or "the front matter", written, self._owner(route)),
            help=help_for(fault, known, search=search),
            why=fault.notes.why(fault.rule),
        )

    def _owner(self, route: Route) -> str:
        """Who has no such field: a map, or the pages of this kind."""
        return f"{to_words(route[:-1])} has" if len(route) > 1 else f"pages of kind {self._kind} have"

    def _known(self, fault: Fault, fitted: FittedData) -> tuple[str, ...]:
        """The keys that might be meant by an unknown one: known there, and not there yet."""
        here = value_at(fitted.data, fault.route[:-1])
        names = Shape(self.library, fault.around).names
        return tuple(sorted(names - here.keys() if isinstance(here, dict) else names))


def strongest(faults: Iterable[Fault]) -> list[Fault]:
    """At one route, the heaviest fault of each rule; where the type is wrong, only that."""
    best: dict[tuple[Route, str], Fault] = {}
    for fault in faults:
        key = (fault.route, fault.rule)
        if key not in best or _weight(fault) < _weight(best[key]):
            best[key] = fault
    mistyped = {fault.route for fault in best.values() if fault.keyword == "type"}
    return [f for f in best.values() if f.route not in mistyped or f.keyword in ("type", "deprecated")]


def _weight(fault: Fault) -> int:
    return fault.notes.severity(fault.rule).rank


def _severity(fault: Fault, known: Iterable[str]) -> Severity:
    """An unknown key that is nearly a known one is a misspelling, however free the schema leaves the rest."""
    severity = fault.notes.severity(fault.rule)
    usual = DEFAULT_SEVERITY[fault.rule]
    if (
        fault.rule == "unknown-field"
        and usual.at_least(severity)
        and nearest_key(str(fault.route[-1]), known)
    ):
        return usual
    return severity


def _deprecations(fitted: FittedData) -> Iterator[Fault]:
    for route, nodes in fitted.deprecated:
        yield Fault("deprecated-field", route, "deprecated", True, None, notes_of(nodes), nodes)


def _anchor(fault: Fault) -> Anchor:
    if fault.keyword == "required":
        return Anchor.MAPPING
    if (
        fault.rule in ("unknown-field", "deprecated-field", "missing-field")
        or fault.keyword == "propertyNames"
    ):
        return Anchor.KEY
    return Anchor.VALUE


def _written(document: Document, route: Route) -> str:
    span = document.places.value(document.places.nearest(route))
    return document.source.text[span.start : span.end]
