"""Regular expressions that are compiled when they are first used.

A run needs a few of the hundred or so that the modules hold; compiling all of them took a tenth of the time
in which frontlint checks one page.
"""

from __future__ import annotations

import re
import sys
from typing import Any, cast


class _Pattern:
    """Becomes the compiled expression at the first question; each method is looked up once."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet: the method or attribute of the compiled expression."""
        value = getattr(_compiled(self._expression, self._flags), name)
        setattr(self, name, value)
        return value

    def __repr__(self) -> str:
        return f"lazy_pattern({self._expression!r})"


def _compiled(expression: str, flags: int) -> re.Pattern[str]:
    if sys.version_info < (3, 11, 5):
        from frontlint.base.old_python import compiled  # which reads some of our expressions wrongly

        return compiled(expression, flags)
    return re.compile(expression, flags)


def lazy_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The expression as `re.compile` would give it, but for its type; an error shows at its first use.

    A possessive repeat of a group (`(?:ab?c)*+`) needs this: Python before 3.11.5 matches it wrongly.

    >>> lazy_pattern("[0-9]+").findall("1 and 22")
    ['1', '22']
    """
    return cast("re.Pattern[str]", _Pattern(expression, flags))
