"""Finds the ignores of a page, and takes out the findings that they are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.findings.finding import Finding
from frontlint.findings.ignore import Ignore, JudgedIgnore, Reach, Reaches, SilencedFinding
from frontlint.frontmatter.document import Document, Format
from frontlint.lint.registry import Registry
from frontlint.settings import Settings

# Both take what never ends, too, without a second group, up to where it cannot end any more: what begins
# inside of it does not end either, and would be read again and again.
_IN_BODY = lazy_pattern(
    r"<!--[ \t]*+frontlint-ignore[ \t]++((?:[^:>\n \t-]++|-(?!->)|[ \t]++(?!:|-->))*+)[ \t]*+"
    r"(?::(?:[^\n-]++|-(?!->))*+)?(-->)?"
)
_IN_FRONT = lazy_pattern(r"(?:^|(?<=\s))#[ \t]*+frontlint:[ \t]*+ignore\[([^\]\n]*+)(\])?", re.MULTILINE)
_MOST_UNKNOWN = 50  # unknown names for which a run says what they may mean
_NAME = lazy_pattern(r"[^\s,]+")
_LONGEST_REASON = 500  # code points around a comment that are looked at, to take it away


def ignores(document: Document) -> tuple[Ignore, ...]:
    """The ignores of a page; a page that speaks of none costs two searches for a word."""
    text, utf8 = document.source.text, document.source.utf8
    if not _may_speak(text, document.fence.body):
        return ()
    if b"frontlint" not in utf8 if utf8 else "frontlint" not in text:  # bytes are found several times as fast
        return ()
    return (*_in_front_matter(document), *_in_body(document))


def _may_speak(text: str, body: int) -> bool:
    """Whether the front matter has a `#` or the body a comment: single characters are found fastest."""
    if text.find("#", 0, body) >= 0:
        return True
    at = text.find("<", body)
    while at >= 0 and not text.startswith("<!--", at):
        at = text.find("<", at + 1)
    return at >= 0


def bare(line: str) -> str:
    """A line of front matter without an ignore in it and without the white space around."""
    found = _IN_FRONT.search(line) if "frontlint" in line else None
    return (line[: found.start()] if found else line).strip()


def reason_at(text: str, end: int) -> str:
    """What an author says after an ignore whose name ends there, in the text of its page; may be empty."""
    line = text[end:].partition("\n")[0]
    inside, sign, _ = line.partition("-->")
    # Names go on to the `:` of a comment in the body, and to the `]` of one in front matter.
    return (inside.partition(":") if sign else line.partition("]"))[2].strip()


def _in_front_matter(document: Document) -> Iterator[Ignore]:
    if document.format not in (Format.YAML, Format.TOML):
        return
    text, content = document.source.text, document.fence.content
    comments: _Comments | None = None
    for match in _IN_FRONT.finditer(text, content.start, content.end):
        if match[2] is None:
            continue
        comments = comments or _Comments(document)
        if not comments.inside_value(match.start()):
            yield from _named(document, match, Reach.LINE, comments.covered(match.start()))


def _in_body(document: Document) -> Iterator[Ignore]:
    """Ignores count directly after the front matter, one after the other; further down they do nothing."""
    text, expected = document.source.text, document.fence.body
    for match in _IN_BODY.finditer(text, document.fence.body):
        if match[2] is None:
            continue
        at_start = not text[expected : match.start()].strip()
        expected = match.end() if at_start else len(text)
        yield from _named(document, match, Reach.PAGE if at_start else Reach.NOTHING, None)


def _named(document: Document, match: re.Match[str], reach: Reach, covers: Span | None) -> Iterator[Ignore]:
    text = document.source.text
    names = list(_NAME.finditer(text, *match.span(1)))
    whole = _comment_alone(text, match, reach) if len(names) == 1 else None
    for at, name in enumerate(names):
        cut = whole if len(names) == 1 else _with_comma(names, at)
        yield Ignore(document.source.path, name.group(), Span(*name.span()), reach, covers, cut)


def _with_comma(names: list[re.Match[str]], at: int) -> Span:
    """A name with what is between it and the next one; the last one with what is before it."""
    if at + 1 < len(names):
        return Span(names[at].start(), names[at + 1].start())
    return Span(names[at - 1].end(), names[at].end())


def _comment_alone(text: str, match: re.Match[str], reach: Reach) -> Span | None:
    """A comment with the blanks before it, or with its line; None where that is not easily seen."""
    start, end = match.span()
    line_end = text.find("\n", end, end + _LONGEST_REASON)
    if line_end < 0:
        return Span(start, end) if reach is not Reach.LINE else None
    before = text[max(start - _LONGEST_REASON, 0) : start]
    begin = start - len(before) + len(before.rstrip(" \t"))
    rest = text[end:line_end].rstrip("\r")
    if reach is Reach.LINE and "#" in rest:
        return None
    end = end if reach is not Reach.LINE else end + len(rest)
    is_first = not begin or text[begin - 1] == "\n"
    if is_first and not text[end:line_end].strip():
        return Span(begin, line_end + 1)
    if is_first:
        return Span(start, end + len(rest) - len(rest.lstrip(" \t")))
    return Span(begin, end)


class _Comments:
    """What the comments of one front matter are about; a page may have as many of them as lines."""

    def __init__(self, document: Document) -> None:
        self._lines = document.source.lines
        from frontlint.frontmatter.around import Around, LineEnds  # most pages have no such comment

        self._around = Around(document)
        self._ends = LineEnds(document)
        self._known: dict[int, Span] = {}
        self._columns: dict[int, int] = {}

    def inside_value(self, offset: int) -> bool:
        """Whether a `#` is part of a text, as in a block scalar, and no comment."""
        return self._around.value(Span(offset, offset + 1)) is not None

    def covered(self, offset: int) -> Span:
        """The line of a comment after something, else the next line that holds anything; with its value."""
        lines = self._lines
        line, column = lines.line_column(offset)
        begun = line
        if column <= self._first_column(line):
            line += 1
            while line < len(lines) and line not in self._known and _is_empty(lines.line_text(line)):
                line += 1
        if line not in self._known:
            start, end = lines.line_span(min(line, len(lines)))
            self._known[line] = Span(start, self._ends.furthest(start, end))
        found = self._known[line]
        for passed in range(begun + 1, line):  # the next comment of a block need not look so far
            self._known[passed] = found
        return found

    def _first_column(self, line: int) -> int:
        """The column of the first thing on a line, from 1."""
        if line not in self._columns:
            text = self._lines.line_text(line)
            self._columns[line] = len(text) - len(text.lstrip()) + 1
        return self._columns[line]


def _is_empty(line: str) -> bool:
    return line.strip()[:1] in ("", "#")


class Silencer:
    """The ignores of all pages, and which of them were needed."""

    def __init__(self, ignores: Sequence[Ignore], settings: Settings) -> None:
        self._settings = settings
        names = dict.fromkeys(ignore.name for ignore in ignores)
        self._rules = {name: rules_of(settings.registry, name) for name in names}
        self._by_place: dict[tuple[str, str], Reaches] = defaultdict(Reaches)
        for ignore in ignores:
            for rule in self._rules[ignore.name]:
                self._by_place[ignore.path, rule].add(ignore)

    def about(self, finding: Finding) -> tuple[Ignore, ...]:
        """The ignores that are about a finding; they count as needed from then on."""
        reaches = self._by_place.get((finding.path, finding.rule))
        return reaches.about(finding) if reaches is not None else ()

    def silence(self, findings: Iterable[Finding]) -> tuple[list[Finding], list[SilencedFinding]]:
        """The findings that no ignore is about, and the others."""
        kept: list[Finding] = []
        silenced: list[SilencedFinding] = []
        for finding in findings:
            about = self.about(finding)
            if about:
                silenced.append(SilencedFinding(finding, about))
            else:
                kept.append(finding)
        return kept, silenced

    def judged(self, ignores: Iterable[Ignore]) -> Iterator[JudgedIgnore]:
        """What became of some of the ignores, when all findings were held against them."""
        used = {ignore for reaches in self._by_place.values() for ignore in reaches.used()}
        ignores = list(ignores)
        names = dict.fromkeys(ignore.name for ignore in ignores)
        unknown = islice((name for name in names if not self._rules[name]), _MOST_UNKNOWN)
        near = {name: self._settings.registry.meant_by(name) for name in unknown}
        for ignore in ignores:
            yield _judged(ignore, self._rules, used, self._settings, near)


def silence(
    findings: Iterable[Finding], ignores: Sequence[Ignore], settings: Settings
) -> tuple[list[Finding], list[SilencedFinding], list[JudgedIgnore]]:
    """The findings that no ignore is about, the others, and what became of the ignores."""
    silencer = Silencer(ignores, settings)
    kept, silenced = silencer.silence(findings)
    return kept, silenced, list(silencer.judged(ignores))


def _judged(
    ignore: Ignore,
    rules: Mapping[str, frozenset[str]],
    used: set[Ignore],
    settings: Settings,
    near: Mapping[str, str],
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
        near=near.get(ignore.name, ""),
    )


def rules_of(registry: Registry, name: str) -> frozenset[str]:
    """The rules that a name means; `all` is not a name here: an ignore says what it is about."""
    return registry.find(name) if name != "all" else frozenset()
