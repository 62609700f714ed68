"""Hugo keeps the keys of front matter in lower case; this finds the author's spelling again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from frontlint.frontmatter.document import Data

_MOST_KEYS = 100
"""Sets of keys with more are not remembered."""


def fold(data: Data) -> dict[str, str]:
    """Key in lower case -> key as written.

    Where a mapping has one key in two spellings, the one with capitals wins (common/hmaps/params.go).
    """
    folded: dict[str, str] = {}
    for key in data:
        lower = key.lower()
        if lower not in folded or key != lower:
            folded[lower] = key
    return folded


def folded(data: Data) -> Mapping[str, str]:
    """The same for the front matter of a whole page, remembered by its keys: a site has few sets of them."""
    keys = tuple(data)
    return _folded(keys) if len(keys) <= _MOST_KEYS else fold(data)


@lru_cache(maxsize=256)
def _folded(keys: tuple[str, ...]) -> Mapping[str, str]:
    return fold(dict.fromkeys(keys))
