"""Languages that are named by `sites: {matrix: {languages: [..]}}`, in mounts, targets and front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.values.cast import as_terms
from frontlint.hugo.values.glob import GlobError, compile_glob, matches
from frontlint.hugo.values.gopath import lower

NOT = "! "
"""What precedes a pattern that takes away."""


_DIMENSIONS = ("languages", "roles", "versions")


def sites_languages(sites: Value) -> tuple[str, ...]:
    """The patterns of `sites: {matrix: {languages: [..]}}`, in front matter or in a mount."""
    matrix = sites.get("matrix") if isinstance(sites, dict) else None
    # A single text is one pattern, which may have a blank in it.
    return as_terms(matrix.get("languages")) if isinstance(matrix, dict) else ()


def page_languages(sites: Value) -> tuple[str, ...]:
    """The same for a page; none where Hugo cannot use a pattern, and stops."""
    return () if next(bad_patterns(sites), None) else sites_languages(sites)


def bad_patterns(
    sites: Value, parts: Iterable[str] = ("matrix", "complements")
) -> Iterator[tuple[Route, str]]:
    """The patterns for languages, roles and versions that are not globs, each with its route. [bin]"""
    for part, inner in sites.items() if isinstance(sites, dict) else ():
        for key, value in inner.items() if lower(part) in parts and isinstance(inner, dict) else ():
            for at, text in enumerate(as_terms(value)) if lower(key) in _DIMENSIONS else ():
                if not is_glob(lower(text).removeprefix(NOT)):
                    yield (part, key, at) if isinstance(value, list) else (part, key), text


def is_glob(pattern: str) -> bool:
    """Whether Hugo can use a pattern, in lower case."""
    try:
        compile_glob(pattern)
    except GlobError:
        return False
    return True


def in_languages(code: str, patterns: Iterable[str]) -> bool:
    """Whether a list of globs holds the language; those after `! ` take languages out again."""
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
