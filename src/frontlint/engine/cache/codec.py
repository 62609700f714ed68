"""A page's result as JSON and back: what the cache stores, and what a worker process sends.

Both ways go through here, so that a cached run, a parallel run and a fresh one cannot differ. JSON, because
nothing in a file that is kept is ever to be run.
"""

from __future__ import annotations

import json
from array import array
from sys import intern
from typing import TYPE_CHECKING, Any

from frontlint.base.span import Span
from frontlint.engine.cache.lines import encode
from frontlint.engine.result import PageResult
from frontlint.findings.finding import Finding, Label, Pair, Severity
from frontlint.findings.ignore import Ignore, Reach, SilencedFinding
from frontlint.hugo.content.facts import FrontRef, Located, NearMiss, PageFacts, RefCall

if TYPE_CHECKING:
    from frontlint.website.facts import WebsiteFacts

BROKEN = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading a record raises that is not one of ours."""


def to_json(result: PageResult) -> str:
    """One line of ASCII. Named tuples are arrays in JSON."""
    facts = result.facts
    flat = (
        *facts[:3],
        dict(facts.front),
        facts.spans.tolist(),
        *facts[5:],
    )
    website = result.website
    more = None if website is None else website._replace(marks=dict(website.marks))
    return encode((flat, result.findings, result.ignores, more))


def from_json(line: str) -> PageResult:
    """The result of such a line. Raises ValueError, TypeError, KeyError or IndexError for any other."""
    facts, findings, ignores, website = json.loads(line)
    return PageResult(
        _facts(facts),
        tuple(map(finding_from, findings)),
        tuple(map(ignore_from, ignores)),
        None if website is None else _website(website),
    )


def _facts(row: list[Any]) -> PageFacts:
    path, readable, start, front, spans, has_body, refs, front_refs, near, *rest = row
    read_on, unread_names, repaired_at = rest
    return PageFacts(
        path,
        readable,
        Span(*start),
        front,
        array("I", spans),
        has_body,
        tuple(map(_ref, refs)),
        tuple(FrontRef(field, _ref(call)) for field, call in front_refs),
        tuple(NearMiss(key, field, Span(*span), tuple(above)) for key, field, span, above in near),
        read_on,
        tuple(unread_names),
        repaired_at,
    )


def _website(row: list[Any]) -> WebsiteFacts:
    from frontlint.website.facts import Generation, ListItem, ListKind, WebsiteFacts  # most sites have none

    generation, marks, parents, stated, lists, archive = row
    return WebsiteFacts(
        Generation(generation),
        {name: _located(mark) for name, mark in marks.items()},
        tuple(map(_located, parents)),
        tuple(map(_ref, stated)),
        tuple(
            ListItem(ListKind(kind), None if ref is None else _ref(ref), text, parent, Span(*span))
            for kind, ref, text, parent, span in lists
        ),
        tuple(archive),
    )


def _located(row: list[Any]) -> Located[str]:
    value, span, route = row
    return Located(value, Span(*span), tuple(route))


def _ref(row: list[Any]) -> RefCall:
    name, path, span, path_span, *rest = row
    path = None if path is None else intern(path)
    return RefCall(intern(name), path, Span(*span), Span(*path_span), *rest)


def finding_from(row: list[Any]) -> Finding:
    """A finding from what JSON gives for it. Raises ValueError, TypeError or IndexError for anything else."""
    rule, path, span, message, help_, severity, field, label, why, related, pair = row
    return Finding(
        rule,
        path,
        Span(*span),
        message,
        help_,
        Severity(severity),
        None if field is None else tuple(field),
        label,
        why,
        tuple(Label(page, Span(*place), text) for page, place, text in related),
        None if pair is None else _pair(*pair),
    )


def _pair(problem: str, rank: int, against: int, path: str, span: list[int], field: list[Any] | None) -> Pair:
    return Pair(problem, rank, against, path, Span(*span), None if field is None else tuple(field))


def ignore_from(row: list[Any]) -> Ignore:
    """An ignore from what JSON gives for it. Raises as `finding_from` does."""
    path, name, span, reach, covers = row
    return Ignore(path, name, Span(*span), Reach(reach), None if covers is None else Span(*covers))


def silenced_from(row: list[Any]) -> SilencedFinding:
    """An ignored finding from what JSON gives for it. Raises as `finding_from` does."""
    finding, ignores = row
    return SilencedFinding(finding_from(finding), tuple(map(ignore_from, ignores)))
