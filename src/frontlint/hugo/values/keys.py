"""Hugo keeps the keys of front matter in lower case; this finds the author's spelling again."""

from __future__ import annotations

from frontlint.frontmatter.document import Data


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
