"""Reads a page within its limit: whatever is longer is never in memory."""

from __future__ import annotations

import os
from posixpath import normpath

from frontlint.text.limits import Limits, TooLongError
from frontlint.text.tree import Tree


def read_within(tree: Tree, path: str, limits: Limits) -> bytes:
    """The bytes of a page. Raises TooLongError for one that is too long, OSError if it cannot be read."""
    replaced = bool(tree.replaced) and normpath(path) in tree.replaced
    size = 0 if replaced else os.stat(f"{tree.project}/{path}").st_size  # noqa: PTH116 - for each page
    data = tree.read(path) if size <= limits.page else b""
    if max(size, len(data)) > limits.page:
        raise TooLongError(max(size, len(data)))
    return data
