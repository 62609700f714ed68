"""Hugo's words for pages: kinds and bundles."""

from __future__ import annotations

from frontlint.base.choice import StrEnum


class Kind(StrEnum):
    """The kinds of pages that have a URL (resources/kinds/kinds.go)."""

    HOME = "home"
    SECTION = "section"
    TAXONOMY = "taxonomy"
    TERM = "term"
    PAGE = "page"


class Bundle(StrEnum):
    """The role of a content file in its folder: `index.md`, `_index.md`, or any other name."""

    LEAF = "leaf"
    BRANCH = "branch"
    SINGLE = ""
