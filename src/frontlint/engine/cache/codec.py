"""A page's result as JSON and back: what the cache stores.

Both ways go through here, so that a cached run and a fresh one cannot differ. JSON, because nothing in a file
that is kept is ever to be run.
"""

from __future__ import annotations

import json
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

from frontlint.base.span import Region, Span
from frontlint.engine.cache.lines import encode
from frontlint.engine.result import PageResult
from frontlint.findings.anchor import Anchor, Spot
from frontlint.findings.finding import Finding, Label, Pair, Severity
from frontlint.findings.ignore import Ignore, Reach, SilencedFinding
from frontlint.hugo.content.facts import Entry, FrontRef, NearMiss, PageFacts, RefCall, packed

if TYPE_CHECKING:
    from frontlint.findings.fix import Fix
    from frontlint.website.facts import WebsiteFacts

BROKEN = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading a record raises that is not one of ours."""


def to_json(result: PageResult) -> str:
    """One line of ASCII. Named tuples are arrays in JSON."""
    facts = result.facts
    flat = (*facts[:2], dict(facts.front), *facts[3:])
    website = result.website
    more = None if website is None else (website.generation, dict(website.marks), *website[2:])
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
    path, readable, front, refs, front_refs, near, read_on, unread_names, by_lines, plain_aliases = row
    return PageFacts(
        path,
        readable,
        {intern(key): packed(key, value) for key, value in front.items()},
        tuple([_ref(*ref) for ref in refs]),
        tuple([FrontRef(field, _ref(*call)) for field, call in front_refs]),
        tuple([NearMiss(key, field, tuple(above)) for key, field, above in near]),
        read_on,
        tuple(unread_names),
        by_lines,
        plain_aliases,
    )


def _website(row: list[Any]) -> WebsiteFacts:
    from frontlint.website.facts import Generation, ListItem, ListKind, WebsiteFacts  # most sites have none
    from frontlint.website.marks_of import Marks

    generation, marks, parents, stated, lists, archive, foreign_ids = row
    return WebsiteFacts(
        Generation(generation),
        Marks(
            [(name, tuple(route)) for name, (_, route) in marks.items()],
            [value for value, _ in marks.values()],
        ),
        tuple([_entry(*parent) for parent in parents]),
        tuple([_ref(*ref) for ref in stated]),
        tuple(
            ListItem(ListKind(kind), None if ref is None else _ref(*ref), text, parent)
            for kind, ref, text, parent in lists
        ),
        tuple(archive),
        tuple(foreign_ids),
    )


def _entry(value: str, route: list[Any]) -> Entry[str]:
    return Entry(intern(value), tuple(route))


def _ref(name: str, path: str | None, *more: Any) -> RefCall:
    return _shared_ref(name, path, *more) if path and len(path) < _LONG else _new_ref(name, path, *more)


def _new_ref(name: str, path: str | None, lang: str, output_format: str, in_html: bool) -> RefCall:
    return RefCall(intern(name), None if path is None else intern(path), lang, output_format, in_html)


_LONG = 200  # code points: nothing longer is remembered
_shared_ref = lru_cache(maxsize=4096)(_new_ref)  # a site links to the same pages again and again


def finding_from(row: list[Any]) -> Finding:
    """A finding from what JSON gives for it. Raises ValueError, TypeError or IndexError for anything else."""
    rule, path, span, message, help_, severity, field, label, why, related, pair, anchor, fix, region = row
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
        tuple(Label(page, Span(*place), text, _anchor(at)) for page, place, text, at in related),
        None if pair is None else _pair(*pair),
        _anchor(anchor),
        None if fix is None else _fix(*fix),
        None if region is None else Region(*region),
    )


def _fix(title: str, changes: list[Any], safe: bool, outputs: list[Any]) -> Fix:
    from frontlint.findings.fix import Fix, Outputs, PageChange  # most findings have none
    from frontlint.frontmatter.edit.changes import Change, Kind

    def change(kind: str, route: list[Any], value: Any, old: str | None, span: list[int] | None) -> Change:
        return Change(Kind(kind), tuple(route), value, old, None if span is None else Span(*span))

    made = tuple(PageChange(path, change(*one)) for path, one in changes)
    return Fix(title, made, safe, Outputs(*map(tuple, outputs)))


def _pair(
    problem: str,
    rank: int,
    against: int,
    path: str,
    span: list[int],
    field: list[Any] | None,
    anchor: list[Any] | None,
) -> Pair:
    route = None if field is None else tuple(field)
    return Pair(problem, rank, against, path, Span(*span), route, _anchor(anchor))


def _anchor(row: list[Any] | None) -> Anchor | None:
    if row is None:
        return None
    spot, route = row
    return Anchor(Spot(spot), tuple(route))


def ignore_from(row: list[Any]) -> Ignore:
    """An ignore from what JSON gives for it. Raises as `finding_from` does."""
    path, name, span, reach, covers, cut = row
    about, goes = (None if one is None else Span(*one) for one in (covers, cut))
    return Ignore(path, name, Span(*span), Reach(reach), about, goes)


def silenced_from(row: list[Any]) -> SilencedFinding:
    """An ignored finding from what JSON gives for it. Raises as `finding_from` does."""
    finding, ignores = row
    return SilencedFinding(finding_from(finding), tuple(map(ignore_from, ignores)))
