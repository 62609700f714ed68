"""Since which version of frontlint there is a rule."""

from __future__ import annotations

from collections.abc import Mapping

_FIRST = "0.1.0"
_LATER: Mapping[str, str] = {}
"""Rules that came after the first version, each with its version; a release adds them (docs/releasing.md)."""


def since(rule: str) -> str:
    """The version that a rule came with.

    >>> since("alias-collision")
    '0.1.0'
    """
    return _LATER.get(rule, _FIRST)
