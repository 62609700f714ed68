"""Reads JSON front matter."""

from __future__ import annotations

from frontlint.doc.parsed import Reading
from frontlint.doc.places import Places


def read(_text: str, start: int, _end: int) -> Reading:
    """Not yet."""
    return Reading({}, Places(start, start))
