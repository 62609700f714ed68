"""From violations to findings: where each is in the page's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.base.phrases import sentence
from frontlint.base.span import Span
from frontlint.findings.finding import Finding
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.route import Route
from frontlint.schema.faults import value_at
from frontlint.schema.violation import Anchor, Violation


def findings_of(
    path: str, document: Document, violations: Iterable[Violation]
) -> Iterator[tuple[Finding, Violation]]:
    """The findings of the group schema, each with its violation; `path` is that of the page."""
    for violation in violations:
        finding = Finding(
            rule=violation.rule,
            path=path,
            span=place(document, violation),
            message=violation.message,
            help=violation.help,
            severity=violation.severity,
            field=violation.route or None,
            why=sentence(violation.why),
        )
        yield finding, violation


def place(document: Document, violation: Violation) -> Span:
    """The span, in code points of the file, that a finding about the violation points at."""
    if violation.anchor is Anchor.MAPPING:
        return _first_key(document, violation.route[:-1])
    return _span(document, violation.route, violation.anchor)


def _first_key(document: Document, mapping: Route) -> Span:
    """The first key of a mapping; an empty one is pointed at itself, empty front matter at its fence."""
    here = value_at(document.data, mapping)
    if isinstance(here, dict) and here:
        return _span(document, (*mapping, next(iter(here))), Anchor.KEY)
    return _span(document, mapping, Anchor.VALUE)


def _span(document: Document, route: Route, anchor: Anchor) -> Span:
    places = document.places
    nearest = places.nearest(route)
    if not nearest:
        return document.fence.opening
    on_key = anchor is Anchor.KEY and isinstance(nearest[-1], str)
    return places.key(nearest) if on_key else places.value(nearest)
