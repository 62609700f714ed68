"""The options of `check` that ask for fixes."""

from __future__ import annotations

from frontlint.base.record import NamedTuple


class FixOptions(NamedTuple):
    """The options that ask for fixes; `unsafe_fixes` alone only shows them."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False

    @property
    def makes(self) -> bool:
        """Whether fixes are made, be it only to show them."""
        return self.fix or self.diff
