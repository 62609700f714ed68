"""How long a page may be that frontlint still reads: no author writes such pages, and reading has to end."""

from __future__ import annotations

from typing import Final

from frontlint.base.record import NamedTuple

MIB: Final = 1_048_576


class Limits(NamedTuple):
    """The most bytes of a whole page, and of its front matter."""

    page: int = 32 * MIB
    front_matter: int = MIB


LIMITS: Final = Limits()
"""Unless the settings have others."""


class TooLongError(OSError):
    """A page of more bytes than its `limit`."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} bytes")
        self.limit = limit


def is_longer(text: str, start: int, end: int, limit: int) -> bool:
    """Whether a piece of a text has more than so many bytes of UTF-8."""
    count = end - start
    if count * 4 <= limit:
        return False
    return count > limit or len(text[start:end].encode("utf-8", "surrogatepass")) > limit


def in_words(size: int) -> str:
    """A number of bytes for people.

    >>> in_words(32 * MIB), in_words(1_048_577)
    ('32 MiB', '1,048,577 bytes')
    """
    return f"{size // MIB} MiB" if size and size % MIB == 0 else f"{size:,} bytes"
