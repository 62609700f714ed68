"""What other pages may know of a page, part by part: a part whose digest is the same has not changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final

from frontlint.engine.cache.codec import encode
from frontlint.engine.cache.digest import blake2b
from frontlint.engine.result import PageResult
from frontlint.frontmatter.document import Value
from frontlint.hugo.fields import FRONT_KEYS

DIGITS: Final = 16
"""Hexadecimal digits of a part's digest. Other facts with the same ones would cost a cached run its truth."""


class Part(IntEnum):
    """The parts, in the order of their digests."""

    PLACE = 0
    """Whether the page can be read, and what no other part has: URL, dates, build, and the like."""
    TITLE = 1
    """Its titles."""
    ALIASES = 2
    """Its aliases, those that the website has retired included."""
    TERMS = 3
    """Its lists of terms: what it has of the taxonomies, and `keywords`."""
    REFS = 4
    """The refs of its body, and those in texts of its front matter."""
    IDS = 5
    """The website's marks, ids among them."""
    KIN = 6
    """What it says of parents and children."""
    CASCADE = 7
    """What it hands down."""
    NAMES = 8
    """Keys that may be slips, and all names that a front matter which cannot be read may hold."""


SENSE: Final = DIGITS * len(Part)
"""Hexadecimal digits of all parts of a page, joined."""

_MARK = "\0"
_BETWEEN = f",{encode(_MARK)},"
_OF_KEY: Mapping[str, Part] = {
    "title": Part.TITLE,
    "linktitle": Part.TITLE,
    "aliases": Part.ALIASES,
    "keywords": Part.TERMS,
    "cascade": Part.CASCADE,
}


def parts_of(result: PageResult) -> tuple[str, ...]:
    """A digest for each `Part` of what other pages may know, 16 hexadecimal digits each, in their order.

    A taxonomy whose plural is another field of Hugo's, such as `type`, counts to the part of that field.
    """
    facts, website = result.facts, result.website
    front: tuple[dict[str, Value], ...] = tuple({} for _ in Part)
    for key, value in facts.front.items():
        front[part_of(key)][key] = value
    said: list[object] = [
        (facts.readable, facts.read_on, front[Part.PLACE]),
        front[Part.TITLE],
        (front[Part.ALIASES], website and website.archive),
        front[Part.TERMS],
        (facts.refs, facts.front_refs),
        website and (website.generation, dict(website.marks)),
        website and (website.parents, website.stated_parents, website.lists),
        front[Part.CASCADE],
        (facts.near_misses, facts.unread_names),
    ]
    return tuple([_common(one) if len(one) < _SHORT else _digest(one) for one in _encoded(said)])


def _encoded(said: Sequence[object]) -> Sequence[str]:
    """Each as a line of ASCII. An encoder is dear to set up, so one does it for all of them.

    Where an author's own text is the mark between two parts, each has its own.
    """
    marked: list[object] = [_MARK] * (2 * len(said) - 1)
    marked[::2] = said
    lines = encode(marked)[1:-1].split(_BETWEEN)
    return lines if len(lines) == len(said) else [encode(one) for one in said]


def part_of(key: str) -> Part:
    """The part that a key of `PageFacts.front` counts to."""
    return _OF_KEY.get(key) or (Part.PLACE if key in FRONT_KEYS else Part.TERMS)


def changed_parts(before: str, now: str) -> Iterable[Part]:
    """The parts in which two joined rows of digests differ."""
    return [part for part in Part if _of(before, part) != _of(now, part)]


def _of(sense: str, part: Part) -> str:
    return sense[part * DIGITS : (part + 1) * DIGITS]


def _digest(said: str) -> str:
    return blake2b(said.encode("ascii"), digest_size=DIGITS // 2).hexdigest()


_SHORT = 50
_common = lru_cache(maxsize=64)(_digest)  # most pages have nothing of most parts
