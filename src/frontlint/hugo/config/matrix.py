"""Languages that are named by `sites: {matrix: {languages: [..]}}`, in mounts, targets and front matter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from frontlint.frontmatter.document import Value
from frontlint.hugo.values.cast import as_terms
from frontlint.hugo.values.glob import matches
from frontlint.hugo.values.gopath import lower

NOT = "! "
"""What stands before a pattern that takes away."""


def sites_languages(sites: Value) -> tuple[str, ...]:
    """The patterns of `sites: {matrix: {languages: [..]}}`, in front matter or in a mount."""
    matrix = sites.get("matrix") if isinstance(sites, dict) else None
    # A single text is one pattern, which may have a blank in it.
    return as_terms(matrix.get("languages")) if isinstance(matrix, dict) else ()


def in_languages(code: str, patterns: Iterable[str]) -> bool:
    """Whether a list of globs holds the language; those behind `! ` take languages out again."""
    folded = [lower(pattern) for pattern in patterns]
    refused = [pattern.removeprefix(NOT) for pattern in folded if pattern.startswith(NOT)]
    wanted = [pattern for pattern in folded if not pattern.startswith(NOT)]
    if any(matches(pattern, code) for pattern in refused):
        return False
    return not wanted or any(matches(pattern, code) for pattern in wanted)


@lru_cache(maxsize=1024)
def holds(patterns: tuple[str, ...], code: str, codes: tuple[str, ...]) -> bool:
    """Whether a target's languages hold a language; where they name none of all `codes`, they do. [bin]"""
    return in_languages(code, patterns) or not any(in_languages(one, patterns) for one in codes)
