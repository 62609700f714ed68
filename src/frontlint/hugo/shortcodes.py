"""Finds the `ref` and `relref` shortcodes of a body exactly as Hugo does (parser/pageparser)."""

from __future__ import annotations

from frontlint.hugo.facts import RefCall


def scan(text: str, start: int = 0) -> tuple[RefCall, ...]:
    """The ref calls of a page's text from `start` on, with spans in code points of the whole text."""
    raise NotImplementedError
