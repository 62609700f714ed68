"""Finds the ignores of a page, and takes out the findings that they are about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from frontlint.doc.document import Document, Format
from frontlint.finding import Finding
from frontlint.ignore import Ignore, JudgedIgnore, Reach
from frontlint.registry import Registry
from frontlint.settings import Settings
from frontlint.text.pattern import lazy_pattern
from frontlint.text.span import Span
from frontlint.text.usage import UsageError

# Both take what never ends, too, without a second group, up to where it cannot end any more: what begins
# inside of it does not end either, and would be read again and again.
_IN_BODY = lazy_pattern(
    r"<!--[ \t]*+frontlint-ignore[ \t]++((?:[^:>\n \t-]++|-(?!->)|[ \t]++(?!:|-->))*+)[ \t]*+"
    r"(?::(?:[^\n-]++|-(?!->))*+)?(-->)?"
)
_IN_FRONT = lazy_pattern(r"(?:^|(?<=\s))#[ \t]*+frontlint:[ \t]*+ignore\[([^\]\n]*+)(\])?", re.MULTILINE)
_NAME = lazy_pattern(r"[^\s,]+")


def ignores(document: Document) -> tuple[Ignore, ...]:
    """The ignores of a page; a page that speaks of none costs two searches for a word."""
    text = document.source.text
    if "frontlint" not in text:
        return ()
    return (*_in_front_matter(document), *_in_body(document))


def _in_front_matter(document: Document) -> Iterator[Ignore]:
    if document.format not in (Format.YAML, Format.TOML):
        return
    text, content = document.source.text, document.fence.content
    comments = [match for match in _IN_FRONT.finditer(text, content.start, content.end) if match[2]]
    if not comments:
        return
    front = _FrontMatter(document)
    for match in comments:
        if not front.inside_value(match.start()):
            yield from _named(document, match, Reach.LINE, front.covered(match.start()))


def _in_body(document: Document) -> Iterator[Ignore]:
    """Ignores count directly behind the front matter, one after the other; further down they do nothing."""
    text, expected = document.source.text, document.fence.body
    for match in _IN_BODY.finditer(text, document.fence.body):
        if match[2] is None:
            continue
        at_start = not text[expected : match.start()].strip()
        expected = match.end() if at_start else len(text)
        yield from _named(document, match, Reach.PAGE if at_start else Reach.NOTHING, None)


def _named(document: Document, match: re.Match[str], reach: Reach, covers: Span | None) -> Iterator[Ignore]:
    for name in _NAME.finditer(document.source.text, *match.span(1)):
        yield Ignore(document.source.path, name.group(), Span(*name.span()), reach, covers)


class _FrontMatter:
    """What is where in a front matter, sorted once: a page may have a comment on each of its lines."""

    def __init__(self, document: Document) -> None:
        self._lines = document.source.lines
        places = document.places
        self._values = sorted(_scalars(document))
        self._keys = sorted((places.key(route).start, places.value(route).end) for route in places if route)
        self._covered: dict[int, Span] = {}
        self._next = 0  # the line that the last comment on a line by itself is about

    def inside_value(self, offset: int) -> bool:
        """Whether a `#` is part of a text, as in a block scalar, and no comment."""
        at = bisect_right(self._values, (offset, len(self._lines.text))) - 1
        return at >= 0 and offset < self._values[at][1]

    def covered(self, offset: int) -> Span:
        """The line of a comment behind something, else the next line that holds anything; with its value."""
        line, column = self._lines.line_column(offset)
        if not self._lines.line_text(line)[: column - 1].strip():
            line = self._next = max(self._next, self._after_comments(line + 1))
        if line not in self._covered:
            start, end = self._lines.line_span(min(line, len(self._lines)))
            keys = self._keys[bisect_left(self._keys, (start, 0)) : bisect_left(self._keys, (end + 1, 0))]
            self._covered[line] = Span(start, max([end, *(value_end for _, value_end in keys)]))
        return self._covered[line]

    def _after_comments(self, line: int) -> int:
        if line <= self._next:  # all lines up to it are comments
            return self._next
        while line < len(self._lines) and self._lines.line_text(line).strip()[:1] in ("", "#"):
            line += 1
        return line


def _scalars(document: Document) -> Iterator[tuple[int, int]]:
    """Start and end of each value that is neither a mapping nor a list."""
    places = document.places
    for route in places:
        value = document.data
        for step in route:
            value = value[step]  # type: ignore[index, assignment]
        if route and not isinstance(value, (dict, list)):
            span = places.value(route)
            yield span.start, span.end


def silence(
    findings: Iterable[Finding], ignores: Sequence[Ignore], settings: Settings
) -> tuple[list[Finding], list[JudgedIgnore]]:
    """The findings that no ignore is about, and what became of the ignores."""
    rules = {ignore.name: _rules(settings.registry, ignore.name) for ignore in ignores}
    by_path: dict[str, list[Ignore]] = {}
    for ignore in ignores:
        by_path.setdefault(ignore.path, []).append(ignore)
    kept: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        hits = [i for i in by_path.get(finding.path, ()) if i.holds(finding, rules[i.name])]
        used.update(hits)
        if not hits:
            kept.append(finding)
    return kept, [_judged(ignore, rules, used, settings) for ignore in ignores]


def _judged(
    ignore: Ignore, rules: Mapping[str, frozenset[str]], used: set[Ignore], settings: Settings
) -> JudgedIgnore:
    names = rules[ignore.name]
    # What these find is about one change: their ignores are not idle because nothing is compared.
    lasting = names.difference(settings.registry.groups["history"])
    states = settings.rules_for(ignore.path)
    return JudgedIgnore(
        ignore,
        known=bool(names),
        on=any(states[name].on for name in lasting),
        used=ignore in used,
        hint=settings.registry.suggest(ignore.name),
    )


def _rules(registry: Registry, name: str) -> frozenset[str]:
    """The rules that a name stands for; `all` is no name here: an ignore says what it is about."""
    try:
        return frozenset() if name == "all" else registry.expand(name)
    except UsageError:
        return frozenset()
