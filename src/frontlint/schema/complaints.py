"""What a schema has to say of a page that it refuses: every fault, the strongest at each route, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.base.derived import derived_id
from frontlint.base.phrases import clip, code
from frontlint.findings.finding import Severity
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.route import Route, to_words
from frontlint.hugo.values.cast import as_text
from frontlint.schema.engine import RawError
from frontlint.schema.faults import Expander, Fault, value_at
from frontlint.schema.library import Library
from frontlint.schema.notes import DEFAULT_SEVERITY, notes_of
from frontlint.schema.remedy import help_for, nearest_key
from frontlint.schema.shape import FittedData, Shape
from frontlint.schema.spelling import due_types
from frontlint.schema.violation import Anchor, Violation
from frontlint.schema.wording import message_for

_ANY = "page"
"""The kind of pages of which nothing else is known."""
_MOST_SEARCHES = 100
"""Faults of one page that are held against what may be meant; nobody reads that many."""


class Complaints:
    """All that one schema has to say of one page."""

    def __init__(self, library: Library, kind: str, document: Document, fitted: FittedData) -> None:
        self._library = library
        self._kind = kind
        self._document = document
        self._fitted = fitted

    def about(self, errors: Iterable[RawError]) -> tuple[Violation, ...]:
        """The violations behind the errors of an engine, and the deprecated keys."""
        faults = list(_deprecations(self._fitted))
        faults += Expander(self._library, self._fitted.data).faults(errors)
        heaviest = enumerate(strongest(faults))
        return tuple(self._word(fault, search=at < _MOST_SEARCHES) for at, fault in heaviest)

    def _word(self, fault: Fault, *, search: bool) -> Violation:
        """The violation in words; `search` for a name or value that may be meant, which takes long."""
        route = self._fitted.as_written(fault.route)
        anchor = _anchor(fault)
        written = _written(self._document, route) if anchor is Anchor.VALUE else ""
        known = self._known(fault) if search and fault.rule == "unknown-field" else ()
        return Violation(
            rule=fault.rule,
            route=route,
            keyword=fault.keyword,
            anchor=anchor,
            severity=_severity(fault, known),
            message=message_for(fault, to_words(route), written, self._owner(route)),
            help=self._completed(help_for(fault, known, self._document.format, search=search)),
            why=fault.notes.why(fault.rule),
            wants=due_types(fault.argument) if fault.keyword == "type" else "",
            instead=_instead(fault, known),
        )

    def _owner(self, route: Route) -> str:
        """Who has no such field: a map, or the pages of this kind."""
        if len(route) > 1:
            return f"{code(to_words(route[:-1]))} has"
        return "pages have" if self._kind == _ANY else f"{clip(self._kind, 30)} pages have"

    def _completed(self, help_: str) -> str:
        """The remedy with what only the page knows: a new id for `{id}`, the value of a key for `{key}`."""
        if "{" not in help_:
            return help_
        data = self._fitted.data
        if "{id}" in help_:
            title = as_text(data.get("title"))
            help_ = help_.replace("{id}", derived_id(self._document.source.path, title))
        for key in (key for key in data if f"{{{key}}}" in help_):
            help_ = help_.replace(f"{{{key}}}", as_text(data[key]))
        return help_

    def _known(self, fault: Fault) -> tuple[str, ...]:
        """The keys that might be meant by an unknown one: known there, and not there yet."""
        here = value_at(self._fitted.data, fault.route[:-1])
        names = Shape(self._library, fault.around).names
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


def _instead(fault: Fault, known: Iterable[str]) -> str | None:
    """The key for that of an unknown or deprecated field."""
    if fault.rule == "unknown-field":
        return nearest_key(str(fault.route[-1]), known) or None
    return fault.notes.instead() if fault.rule == "deprecated-field" else None


def _written(document: Document, route: Route) -> str:
    span = document.places.value(document.places.nearest(route))
    return document.source.text[span.start : span.end]
