"""Reads a page within its limit: whatever is longer is never in memory."""

from __future__ import annotations

from frontlint.base.files import ProjectFiles
from frontlint.base.limits import Limits, TooLongError
from frontlint.base.opener import TooLargeError


def read_within(tree: ProjectFiles, path: str, limits: Limits) -> bytes:
    """The bytes of a page. Raises TooLongError for one that is too long, OSError if it cannot be read."""
    try:
        data = tree.read(path, limits.page)
    except TooLargeError:
        raise TooLongError(limits.page) from None
    if len(data) > limits.page:  # an unsaved page, or one of a commit
        raise TooLongError(limits.page)
    return data
