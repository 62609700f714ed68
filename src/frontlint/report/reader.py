"""Who reads a format, which decides how it may be printed on stdout."""

from __future__ import annotations

from frontlint.base.choice import StrEnum


class Reader(StrEnum):
    """The reader of a format.

    PEOPLE read text: page text in it is kept from GitHub's runner. A SERVICE reads lines or Markdown among
    what others print, and nothing in them can be taken for something else. A PROGRAM reads one document,
    which has to have stdout for itself.
    """

    PEOPLE = "people"
    SERVICE = "service"
    PROGRAM = "program"
