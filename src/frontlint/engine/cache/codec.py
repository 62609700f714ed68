"""A page's result as JSON and back: what the cache stores, and what a worker process sends.

Both ways go through here, so that a cached run, a parallel run and a fresh one cannot differ. JSON, because
nothing in a file that is kept is ever to be run.
"""

from __future__ import annotations

import json
from array import array
from sys import intern
from typing import Any

from frontlint.base.span import Span
from frontlint.engine.result import PageResult
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.findings.ignore import Ignore, Reach, Silenced
from frontlint.hugo.content.facts import FrontRef, Generation, ListItem, ListKind, Located, PageFacts, RefCall

BROKEN = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading a record raises that is not one of ours."""
encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
"""A value as one line of ASCII; named tuples become arrays."""


def to_json(result: PageResult) -> str:
    """One line of ASCII. Named tuples are arrays in JSON."""
    facts = result.facts
    flat = (
        *facts[:3],
        dict(facts.front),
        facts.spans.tolist(),
        dict(facts.marks),
        *facts[6:],
    )
    return encode((flat, result.findings, result.ignores))


def without_places(facts: PageFacts) -> str:
    """All that other pages may know of a page except where it stands, as a line of ASCII."""
    return encode(
        (
            *facts[:2],
            dict(facts.front),
            {name: mark.value for name, mark in facts.marks.items()},
            facts.generation,
            facts.has_body,
            [_call(ref) for ref in facts.refs],
            [parent.value for parent in facts.parents],
            [_call(ref) for ref in facts.stated_parents],
            [(item.kind, item.ref and _call(item.ref), item.text, item.parent) for item in facts.lists],
            [(ref.field, _call(ref.call)) for ref in facts.front_refs],
            facts.unread_names,
        )
    )


def _call(ref: RefCall) -> tuple[object, ...]:
    return ref.name, ref.path, ref.lang, ref.output_format, ref.in_html


def from_json(line: str) -> PageResult:
    """The result of such a line. Raises ValueError, TypeError, KeyError or IndexError for any other."""
    facts, findings, ignores = json.loads(line)
    return PageResult(_facts(facts), tuple(map(finding_from, findings)), tuple(map(ignore_from, ignores)))


def _facts(row: list[Any]) -> PageFacts:
    path, readable, start, front, spans, marks, generation, has_body, *others = row
    refs, parents, stated, lists, front_refs, unread_names = others
    return PageFacts(
        path,
        readable,
        Span(*start),
        front,
        array("I", spans),
        {name: _located(mark) for name, mark in marks.items()},
        Generation(generation),
        has_body,
        tuple(map(_ref, refs)),
        tuple(map(_located, parents)),
        tuple(map(_ref, stated)),
        tuple(map(_item, lists)),
        tuple(FrontRef(field, _ref(call)) for field, call in front_refs),
        tuple(unread_names),
    )


def _located(row: list[Any]) -> Located[str]:
    value, span, route = row
    return Located(value, Span(*span), tuple(route))


def _ref(row: list[Any]) -> RefCall:
    name, path, span, path_span, *rest = row
    path = None if path is None else intern(path)
    return RefCall(intern(name), path, Span(*span), Span(*path_span), *rest)


def _item(row: list[Any]) -> ListItem:
    kind, ref, text, parent, span = row
    return ListItem(ListKind(kind), None if ref is None else _ref(ref), text, parent, Span(*span))


def finding_from(row: list[Any]) -> Finding:
    """A finding from what JSON gives for it. Raises ValueError, TypeError or IndexError for anything else."""
    rule, path, span, message, help_, severity, field, label, why, related = row
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
    )


def ignore_from(row: list[Any]) -> Ignore:
    """An ignore from what JSON gives for it. Raises as `finding_from` does."""
    path, name, span, reach, covers = row
    return Ignore(path, name, Span(*span), Reach(reach), None if covers is None else Span(*covers))


def silenced_from(row: list[Any]) -> Silenced:
    """An ignored finding from what JSON gives for it. Raises as `finding_from` does."""
    finding, ignores = row
    return Silenced(finding_from(finding), tuple(map(ignore_from, ignores)))
