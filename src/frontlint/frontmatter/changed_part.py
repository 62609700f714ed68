"""The entries at the top of YAML front matter that a fix touches: all that a slow judge must read.

Text that is the same before and after, and consists of whole entries of a block mapping in both, means the
same.
"""

from __future__ import annotations

from bisect import bisect_left

from frontlint.base.common import common_ends
from frontlint.frontmatter.document import Document, Format


def changed_part(old: Document, new: Document) -> tuple[str, str]:
    """The entries that differ, with the one before them; all of the front matter if they cannot be cut out.

    They cannot if a value may come from an anchor elsewhere, or if entries do not begin their lines.
    """
    texts = _content(old), _content(new)
    starts = _entries(old), _entries(new)
    if starts[0] is None or starts[1] is None or any(map(_has_more, texts)):
        return texts
    same, after = _same(*texts)
    begin = _before(starts[0], same)
    if begin != _before(starts[1], same):
        return texts
    ends = (_behind(starts[0], len(texts[0]) - after), _behind(starts[1], len(texts[1]) - after))
    rests = [text[end:] if end is not None else "" for text, end in zip(texts, ends, strict=True)]
    if rests[0] != rests[1]:
        return texts
    return texts[0][begin : ends[0]], texts[1][begin : ends[1]]


def _content(document: Document) -> str:
    start, end = document.fence.content
    return document.source.text[start:end]


def _entries(document: Document) -> list[int] | None:
    """Where the entries at the top begin, from the start of the content; None where not each has its line."""
    start, text, root = document.fence.content.start, document.source.text, document.places.root
    below = root[4] if root is not None else None
    if document.format is not Format.YAML or not below or text[root[2] : root[2] + 1] == "{":
        return None
    found = sorted(place[0] for place in below.values())
    if any(text[at - 1 : at] != "\n" for at in found if at > start):
        return None
    return [at - start for at in found]


def _has_more(text: str) -> bool:
    """Whether there may be anchors with aliases, or another document."""
    return ("&" in text and "*" in text) or "\n..." in text or "\r" in text.replace("\r\n", "")


def _same(old: str, new: str) -> tuple[int, int]:
    """How many code points of whole lines are the same at the beginning and at the end."""
    lines, others = old.split("\n"), new.split("\n")
    head, tail = common_ends(lines, others)
    after = sum(map(len, lines[len(lines) - tail :])) + max(tail - 1, 0)
    return sum(map(len, lines[:head])) + head, after


def _before(starts: list[int], at: int) -> int:
    """The beginning of the last entry that begins before a place."""
    number = bisect_left(starts, at)
    return starts[number - 1] if number else 0


def _behind(starts: list[int], at: int) -> int | None:
    """The beginning of the first entry at a place or after it."""
    number = bisect_left(starts, at)
    return starts[number] if number < len(starts) else None
