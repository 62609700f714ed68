"""The parts of what other pages may know of a page: an edit changes some of them, and leaves the others."""

from __future__ import annotations

from frontlint.base.choice import StrEnum


class Part(StrEnum):
    """One part. What the site makes of a page hangs on all of them, what a rule asks for on few."""

    PLACE = "place"
    """Where it is published, when, in which languages and formats: all of its front matter that follows."""
    TITLE = "title"
    ALIASES = "aliases"
    TERMS = "terms"
    REFS = "refs"
    CASCADE = "cascade"
    NAMES = "names"
    """Keys that may be slips, and names in a front matter that cannot be read."""
    IDS = "ids"
    """The website's marks."""
    KIN = "kin"
    """What the website's pages say of parents and children."""


ALL = frozenset(Part)
