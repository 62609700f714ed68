"""Which parts of a page's facts an edit has changed."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.engine.cache.lines import encode
from frontlint.engine.result import PageResult
from frontlint.frontmatter.document import Value
from frontlint.hugo.fields import FRONT_KEYS
from frontlint.site.parts import ALL, Part

_OF_KEY: Mapping[str, Part] = {
    "title": Part.TITLE,
    "linktitle": Part.TITLE,
    "aliases": Part.ALIASES,
    "keywords": Part.TERMS,
    "cascade": Part.CASCADE,
}


def changed_parts(old: PageResult | None, new: PageResult | None) -> frozenset[Part]:
    """The parts in which two results of one file differ; all of them for a file that came or went."""
    if old is None or new is None:
        return ALL
    one, other = _said(old), _said(new)
    # As JSON: to Python, 1 and true are equal, and to Hugo they are not.
    return frozenset(part for part in Part if encode(one[part]) != encode(other[part]))


def part_of(key: str) -> Part:
    """The part that a key of `PageFacts.front` counts to.

    A taxonomy whose plural is another field of Hugo's, such as `type`, counts to the part of that field.
    """
    return _OF_KEY.get(key) or (Part.PLACE if key in FRONT_KEYS else Part.TERMS)


def _said(result: PageResult) -> Mapping[Part, object]:
    facts, website = result.facts, result.website
    front: dict[Part, dict[str, Value]] = {part: {} for part in Part}
    for key, value in facts.front.items():
        front[part_of(key)][key] = value
    # By the generation of a page its terms, ids and parents are judged, more or less strictly.
    generation = website and website.generation
    return {
        Part.PLACE: (facts.readable, facts.read_on, front[Part.PLACE]),
        Part.TITLE: front[Part.TITLE],
        Part.ALIASES: (generation, front[Part.ALIASES], website and website.archive),
        Part.TERMS: (generation, front[Part.TERMS]),
        Part.REFS: (facts.refs, facts.front_refs),
        Part.IDS: (generation, website and dict(website.marks)),
        Part.KIN: (generation, website and (website.parents, website.stated_parents, website.lists)),
        Part.CASCADE: front[Part.CASCADE],
        Part.NAMES: (facts.near_misses, facts.unread_names),
    }
