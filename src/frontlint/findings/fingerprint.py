"""What a finding is known by from run to run, wherever in its page it is and whatever the page is called.

A fingerprint is made of the rule, the field without list indexes, and the value there as data: quotes,
order, layout, comments and lines above do not count. A changed value is a new finding.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.findings.finding import Finding
from frontlint.findings.reach import cascade_of
from frontlint.frontmatter.around import Around
from frontlint.frontmatter.document import Document, Format, Value
from frontlint.frontmatter.reader import read_document
from frontlint.frontmatter.route import Route, to_pointer
from frontlint.frontmatter.scalar import scalar_at
from frontlint.hugo.values.scalars import plain_scalar

DIGITS = 16
"""Hexadecimal digits of a fingerprint."""


def fingerprints(findings: Iterable[Finding], sources: Sources) -> list[str]:
    """One fingerprint a finding, in their order: 16 hexadecimal digits.

    Two findings may share one, in a page (two equal items of a list) and across pages. That of a pair is made
    of both places in sorted order: it is one, whichever of the two is shown.
    """
    pages = _Pages(sources)
    prints: list[str] = []
    for finding in findings:
        said = sorted((anonymous(face.field) or "", pages.content(face)) for face in faces_of(finding))
        prints.append(_digest(finding.rule, *chain.from_iterable(said)))
    return prints


def faces_of(finding: Finding) -> tuple[Finding, ...]:
    """The finding alone; of a pair both places as separate findings, this one first."""
    pair = finding.pair
    if pair is None:
        return (finding,)
    other = finding._replace(path=pair.path, span=pair.span, field=pair.field, pair=None, region=None)
    return finding._replace(pair=None), other


def paths_of(finding: Finding) -> tuple[str, ...]:
    """The path of the page, or those of a pair, in order."""
    return tuple(sorted(face.path for face in faces_of(finding)))


def unique_fingerprints(findings: Sequence[Finding], sources: Sources) -> list[str]:
    """The same, but no two are equal: the path counts, and a counter tells equal ones in one page apart."""
    seen: Counter[tuple[str, str]] = Counter()
    unique: list[str] = []
    for finding, shared in zip(findings, fingerprints(findings, sources), strict=True):
        paths = "\0".join(paths_of(finding))
        seen[paths, shared] += 1
        unique.append(_digest(paths, shared, str(seen[paths, shared])))
    return unique


def anonymous(field: Route | None) -> str | None:
    """The field as a JSON Pointer without list indexes, in lower case as Hugo keeps keys.

    >>> anonymous(("Aliases", 3))
    '/aliases'
    """
    if field is None:
        return None
    return to_pointer(tuple(step.lower() for step in field if isinstance(step, str)))


def _document(sources: Sources, path: str) -> Document:
    return read_document(sources.get(path), plain_scalar, sources.limits.front_matter)


class _Pages:
    """The pages with findings, each read once."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._known: dict[str, _Page] = {}

    def content(self, finding: Finding) -> str:
        """What is at the finding's place."""
        try:
            if finding.path not in self._known:
                self._known[finding.path] = _Page(_document(self._sources, finding.path))
            return self._known[finding.path].content(finding)
        except Exception as error:  # noqa: BLE001 - one page must not take a report
            self._sources.failures.append(error)
            return f"unknown {finding.message}"


class _Page:
    """A page of which many findings may ask."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._folded: dict[int, dict[str, str]] = {}

    @cached_property
    def _around(self) -> Around:
        return Around(self._document)

    def content(self, finding: Finding) -> str:
        """What is at the finding's place.

        A whole mapping or list, or a missing key, is only said to be one: what else is in it does not matter.
        """
        if finding.field is None:
            return self._text(finding.span)
        found, value = self._resolve(finding.field)
        if not found and cascade_of(finding.field) and self._document.format is Format.NONE:
            return self._text(finding.span)  # a file of Hugo's settings, which is not read as a page
        if not found:
            return "missing"
        if isinstance(value, (dict, list)):
            return type(value).__name__
        # A script that quotes everything makes "10" of 10.
        return "value " + (_cleaned(value) if isinstance(value, str) else json.dumps(value))

    def _text(self, span: Span) -> str:
        """The text under a span; inside a value of the front matter what it means, however it is written."""
        text = self._document.source.text
        if span.end <= self._document.fence.body:
            if self._around.key(span) is not None:
                return "key " + text[span.start : span.end].strip("'\"").lower()
            leaf = self._around.value(span)
            if leaf is not None:
                value = leaf.value if isinstance(leaf.value, str) else ""
                start, end = span.start - leaf.span.start, span.end - leaf.span.start
                means = scalar_at(text, *leaf.span, value).meaning(start, end)
                return f"part {anonymous(leaf.route)} {means}"
        return "text " + _cleaned(text[span.start : span.end])

    def _resolve(self, field: Route) -> tuple[bool, Value]:
        """Whether there is anything at a field, and what; keys are found in any case."""
        value: Value = self._document.data
        for step in field:
            if isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            elif isinstance(value, dict):
                key = self._key(value, str(step))
                if key is None:
                    return False, None
                value = value[key]
            else:
                return False, None
        return True, value

    def _key(self, mapping: dict[str, Value], wanted: str) -> str | None:
        if wanted in mapping:
            return wanted
        folded = self._folded.get(id(mapping))
        if folded is None:
            folded = self._folded[id(mapping)] = {key.lower(): key for key in reversed(mapping)}
        return folded.get(wanted.lower())


def _cleaned(text: str) -> str:
    """Line breaks come and go with the style of a YAML text."""
    return " ".join(text.split())


def _digest(*parts: str) -> str:
    import hashlib  # brings OpenSSL along

    whole = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:DIGITS]
