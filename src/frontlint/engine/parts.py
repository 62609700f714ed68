"""Which parts of a page's facts an edit has changed."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.engine.cache.lines import encode
from frontlint.engine.result import PageResult
from frontlint.hugo.config import Config
from frontlint.site.parts import ALL, Part

_OWN = {"title": Part.TITLE, "aliases": Part.ALIASES, "cascade": Part.CASCADE}


def changed_parts(old: PageResult | None, new: PageResult | None, config: Config) -> frozenset[Part]:
    """The parts in which two results of one file differ; all of them for a file that came or went."""
    if old is None or new is None:
        return ALL
    one, other = _by_part(old, config), _by_part(new, config)
    return frozenset(part for part in Part if encode(one[part]) != encode(other[part]))


def _by_part(result: PageResult, config: Config) -> Mapping[Part, object]:
    facts, website = result.facts, result.website
    own = dict(_OWN) | dict.fromkeys((name.lower() for name in config.taxonomy_keys), Part.TERMS)
    front: dict[Part, dict[str, object]] = {part: {} for part in Part}
    for key, value in facts.front.items():
        front[own.get(key, Part.PLACE)][key] = value
    place = (facts.readable, facts.has_body, facts.read_on, facts.repaired_at >= 0)
    found: dict[Part, object] = {part: front[part] for part in Part}
    found[Part.PLACE] = (front[Part.PLACE], place)
    found[Part.REFS] = (
        [_bare(ref) for ref in facts.refs],
        [(one.field, _bare(one.call)) for one in facts.front_refs],
    )
    found[Part.NAMES] = ([(one.key, one.field, one.above) for one in facts.near_misses], facts.unread_names)
    if website is not None:
        marks = {name: mark.value for name, mark in website.marks.items()}
        found[Part.IDS] = (website.generation, marks, website.archive)
        found[Part.KIN] = (
            [parent.value for parent in website.parents],
            [_bare(ref) for ref in website.stated_parents],
            [(one.kind, one.ref and _bare(one.ref), one.text, one.parent) for one in website.lists],
        )
    return found


def _bare(ref: object) -> object:
    return ref.name, ref.path, ref.lang, ref.output_format, ref.in_html  # type: ignore[attr-defined]
