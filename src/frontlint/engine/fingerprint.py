"""What a finding is known by from run to run, wherever in its page it stands and whatever the page is called.

A fingerprint is made of the rule, the field without list indexes, and the value there as data: quotes,
order, layout, comments and lines above do not count. A changed value is a new finding.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from frontlint.doc.document import Document, Value
from frontlint.doc.reading import read
from frontlint.doc.route import Route, to_pointer
from frontlint.engine.outcome import Sources
from frontlint.finding import Finding
from frontlint.hugo.scalars import plain_scalar
from frontlint.text.scalar import meaning
from frontlint.text.span import Span

DIGITS = 16
"""Hexadecimal digits of a fingerprint."""


def fingerprints(findings: Iterable[Finding], sources: Sources) -> list[str]:
    """One fingerprint a finding, in their order: 16 hexadecimal digits.

    Two findings may share one, in a page (two equal items of a list) and across pages.
    """
    documents: dict[str, Document] = {}
    prints: list[str] = []
    for finding in findings:
        try:
            if finding.path not in documents:
                documents[finding.path] = read(sources.get(finding.path), plain_scalar)
            content = _content(finding, documents[finding.path])
        except Exception as error:  # noqa: BLE001 - one page must not take a report
            sources.failures.append(error)
            content = f"unknown {finding.message}"
        prints.append(_digest(finding.rule, anonymous(finding.field) or "", content))
    return prints


def unique_fingerprints(findings: Sequence[Finding], sources: Sources) -> list[str]:
    """The same, but no two are equal: the path counts, and a counter tells equal ones in one page apart."""
    seen: Counter[tuple[str, str]] = Counter()
    unique: list[str] = []
    for finding, shared in zip(findings, fingerprints(findings, sources), strict=True):
        seen[finding.path, shared] += 1
        unique.append(_digest(finding.path, shared, str(seen[finding.path, shared])))
    return unique


def anonymous(field: Route | None) -> str | None:
    """The field as a JSON Pointer without list indexes, in lower case as Hugo keeps keys.

    >>> anonymous(("Aliases", 3))
    '/aliases'
    """
    if field is None:
        return None
    return to_pointer(tuple(step.lower() for step in field if isinstance(step, str)))


def _content(finding: Finding, document: Document) -> str:
    """What stands at the finding's place. A whole mapping or list, or a missing key, is only said to be one:
    what else is in it is no part of the fault."""
    if finding.field is None:
        return _text(document, finding.span)
    found, value = _resolve(document.data, finding.field)
    if not found:
        return "missing"
    if isinstance(value, (dict, list)):
        return type(value).__name__
    # A script that quotes everything makes "10" of 10.
    return "value " + (_cleaned(value) if isinstance(value, str) else json.dumps(value))


def _text(document: Document, span: Span) -> str:
    """The text under a span; inside a value of the front matter what it means, however it is written."""
    text = document.source.text
    found = _around(document, span) if span.end <= document.fence.body else None
    if found is None:
        return "text " + _cleaned(text[span.start : span.end])
    route, place = found
    if place == document.places.key(route):
        return "key " + text[span.start : span.end].strip("'\"").lower()
    written = text[place.start : place.end]
    start, end = span.start - place.start, span.end - place.start
    value = _resolve(document.data, route)[1]
    means = meaning(written, value if isinstance(value, str) else "", start, end)
    return f"part {anonymous(route)} {means}"


def _around(document: Document, span: Span) -> tuple[Route, Span] | None:
    """The key that the span is, or the value without others in it that the span lies in."""
    places = document.places
    for route in places:
        if route and places.key(route) == span and span.length:
            return route, span
        place = places.value(route)
        if place.start <= span.start and span.end <= place.end:
            value = _resolve(document.data, route)[1]
            if route and not isinstance(value, (dict, list)):
                return route, place
    return None


def _resolve(value: Value, field: Route) -> tuple[bool, Value]:
    """Whether there is anything at a field, and what; keys are found in any case."""
    for step in field:
        if isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif isinstance(value, dict):
            key = _key(value, str(step))
            if key is None:
                return False, None
            value = value[key]
        else:
            return False, None
    return True, value


def _key(mapping: dict[str, Value], wanted: str) -> str | None:
    if wanted in mapping:
        return wanted
    return next((key for key in mapping if key.lower() == wanted.lower()), None)


def _cleaned(text: str) -> str:
    """Line breaks come and go with the style of a YAML text."""
    return " ".join(text.split())


def _digest(*parts: str) -> str:
    import hashlib  # brings OpenSSL along

    whole = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:DIGITS]
