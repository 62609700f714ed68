"""What a body says of parents and children: sentences and lists with refs in them.

This is the website's habit, not Hugo's: a child opens with "a specialisation of the [Parent]({{< ref >}})",
a parent lists its children under a heading. Both are read from the text as it is, so they can be
wrong; rules that build on them warn at most.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.content.shortcodes import PlacedCall, scan_places
from frontlint.website.facts import ListItem, ListKind

# The phrase, then at most four words, then the link's text: "specialisation of the wider [Parent](".
# A word that begins another part of the sentence ends it: "this type of work builds on [Scrum](".
_BELOW = lazy_pattern(
    r"\b(?:speciali[sz]ation|subset|type)\s+of\s+"
    r"(?:(?!(?:on|in|for|to|with|within|by|from|at|as|into|under|than|like|via|of|and|or|but|that|which|who"
    r"|is|are|was|were|see|not|using|uses)\b)[\w'’-]+\s+){0,4}"
    r"[*_]{0,2}(?=\[)",
    re.IGNORECASE,
)
_HEADING = lazy_pattern(r"^ {0,3}(#{1,6})[ \t]+(.*)$")
_CHILDREN = lazy_pattern(r"\bspeciali[sz](?:ed|ations?)\b|\bchild(?:ren)?\b", re.IGNORECASE)
_TREE = lazy_pattern(r"\bhierarchy\b|\betymology\b", re.IGNORECASE)
_OTHER_LETTERS = tuple(letter.encode() for letter in "ıİſ")
"""What an expression takes for an `i` or an `s` where case does not matter."""
_ITEM = lazy_pattern(r"^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+")
_ITEM_LINK = lazy_pattern(r"[*_]{0,3}\[([^\]\n]*)\]\(\s*$")
_ITEM_WORDS = lazy_pattern(r"[*_]{0,3}\[?([^\]*_:({\n]*)")
_FENCE = lazy_pattern(r"^ {0,3}(?:```|~~~)")


def stated_parents(text: str, body: int) -> tuple[RefCall, ...]:
    """The refs that the first two paragraphs call what this page is a specialisation of."""
    return tuple([ref for ref, *_ in _stated(text, body)])


def stated_places(text: str, body: int) -> tuple[Span, ...]:
    """The places of these refs."""
    return tuple([Span(start, end) for _, start, end, *_ in _stated(text, body)])


def _stated(text: str, body: int) -> Iterator[PlacedCall]:
    refs = scan_places(text, body)
    for start, end in _first_paragraphs(text, body, 2) if refs else ():
        for ref in refs:
            if start <= ref[1] < end and _is_below(text, start, ref[1]):
                yield ref


def _may_end_in_phrase(piece: str) -> bool:
    """Whether a piece of text has, in any case of letters, what is in each of the phrases.

    Nothing with an `i`: the expressions take Turkish ones for it, too, and `ſ` for an `s`.
    """
    low = piece.encode("utf-8", "surrogatepass").lower()  # in bytes, where that is quick
    return b"of" in low and (b"pec" in low or b"type" in low or b"ubset" in low or b"\xc5\xbf" in low)


def _is_below(text: str, start: int, end: int) -> bool:
    """Whether the link whose address begins at `end` has the phrase before it; looks back to a bracket.

    A link's text has no bracket and no line break in it, and the phrase has no bracket.
    """
    close = end
    while close > start and text[close - 1].isspace():
        close -= 1
    if not text.endswith("](", start, close):
        return False
    close -= 2
    since = max(text.rfind("]", start, close) + 1, start)
    if not _may_end_in_phrase(text[since:close]):
        return False
    line = text.rfind("\n", since, close) + 1
    return any(phrase.end() >= line for phrase in _BELOW.finditer(text, since, close))


def _first_paragraphs(text: str, body: int, count: int) -> list[tuple[int, int]]:
    """Start and end of the first paragraphs; headings, lists and blank lines are none."""
    paragraphs: list[tuple[int, int]] = []
    open_since = -1
    start = body
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        ends = not text[start : start + 1].isalpha() and _ends_paragraph(text[start:end].rstrip("\r"))
        if ends and open_since >= 0:
            paragraphs.append((open_since, start))
            open_since = -1
        elif not ends and open_since < 0:
            open_since = start
        if len(paragraphs) == count:
            return paragraphs
        start = end + 1
    if open_since >= 0:
        paragraphs.append((open_since, len(text)))
    return paragraphs


def _ends_paragraph(line: str) -> bool:
    return not line.strip() or bool(_HEADING.match(line) or _ITEM.match(line))


def listed_pages(text: str, body: int) -> tuple[ListItem, ...]:
    """The items of all lists under headings that speak of children or of a hierarchy; none without a ref."""
    return tuple([item for item, _ in _listed(text, body)])


def item_places(text: str, body: int) -> tuple[Span, ...]:
    """The places of these items: the link of one that has a subject, else its text."""
    return tuple([span for _, span in _listed(text, body)])


def _listed(text: str, body: int) -> Sequence[tuple[ListItem, Span]]:
    refs = scan_places(text, body) if _has_kind(text, body) else ()
    if not refs:
        return ()
    items: list[tuple[ListItem, Span]] = []
    kind: ListKind | None = None
    level = 0
    open_items: list[tuple[int, int]] = []  # indent and index of the items around the current line
    fenced = False
    for start, end, line in _lines(text, body):
        if line.lstrip()[:1].isalpha():
            continue
        if _FENCE.match(line):
            fenced = not fenced
        heading = None if fenced else _HEADING.match(line)
        if heading:
            deeper = kind is not None and len(heading[1]) > level
            kind, level = (kind, level) if deeper else (_list_kind(heading[2]), len(heading[1]))
            open_items = []
        elif kind is not None and not fenced and (item := _ITEM.match(line)):
            indent = len(item[1].expandtabs(4))
            while open_items and open_items[-1][0] >= indent:
                open_items.pop()
            parent = open_items[-1][1] if open_items else -1
            open_items.append((indent, len(items)))
            items.append(_list_item(text, start + item.end(), end, parent, kind, refs))
    return items


def _has_kind(text: str, body: int) -> bool:
    """Whether any line that may be a heading speaks of children or of a hierarchy."""
    headings: list[str] = []
    at = text.find("#", body)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        headings.append(text[at:end])
        at = text.find("#", end)
    return _may_have_kind("\n".join(headings)) and any(map(_list_kind, headings))


def _may_have_kind(headings: str) -> bool:
    """A look for words, which is enough in most cases, and quicker; the expressions know more letters."""
    low = headings.encode("utf-8", "surrogatepass").lower()
    if b"speciali" in low or b"child" in low or b"hierarchy" in low or b"etymology" in low:
        return True
    return not headings.isascii() and any(map(low.__contains__, _OTHER_LETTERS))


def _list_kind(heading: str) -> ListKind | None:
    if not _may_have_kind(heading):
        return None
    if _TREE.search(heading):
        return ListKind.TREE
    return ListKind.CHILDREN if _CHILDREN.search(heading) else None


def _list_item(
    text: str, start: int, end: int, parent: int, kind: ListKind, refs: Sequence[PlacedCall]
) -> tuple[ListItem, Span]:
    """One item; only a link that it begins with is its subject, later ones are asides."""
    at = bisect_left(refs, start, key=lambda ref: ref[1])
    if at < len(refs) and refs[at][1] < end:
        ref, opened, closed, *_ = refs[at]
        link = _ITEM_LINK.fullmatch(text, start, opened)
        if link:
            return ListItem(kind, ref, link[1].strip(), parent), Span(opened, closed)
    words = _ITEM_WORDS.match(text, start, end)
    return ListItem(kind, None, words[1].strip() if words else "", parent), Span(start, end)


def _lines(text: str, start: int) -> Iterable[tuple[int, int, str]]:
    """Start, end and text of the lines from an offset on, without their line breaks."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].rstrip("\r")
        yield start, start + len(line), line
        start = end + 1
