"""The keys of a page that may be slips for one of Hugo's fields: whether they are, the site decides."""

from __future__ import annotations

import re
from collections.abc import Mapping

from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Format
from frontlint.hugo.content.facts import NearMiss
from frontlint.hugo.fields.names import fits, near_field


def near_misses(
    document: Document, keys: Mapping[str, str], taxonomies: frozenset[str]
) -> tuple[NearMiss, ...]:
    """Those of one page; `keys` has its top-level keys by their lower case, `taxonomies` the plural names."""
    near = [(key, field) for key in keys if (field := near_field(key, taxonomies))]
    if not near or document.format is Format.ORG:
        return ()
    found: list[NearMiss] = []
    for key, field in near:
        written = keys[key]
        meant = field not in keys and fits(document.data[written], field) and not _is_shown(document, key)
        route = (written,)
        span = document.places.key(route) if route in document.places else Span(0, 0)
        found.append(NearMiss(written, field if meant else "", span))
    return tuple(found)


def _is_shown(document: Document, key: str) -> bool:
    """Whether the page's own body asks for the key with the shortcode `param`."""
    text, body = document.source.text, document.fence.body
    if text.find("param", body) < 0:
        return False
    return re.search(rf"[<%]\s*param\s+[\"'`]?{re.escape(key)}\b", text[body:].lower()) is not None
