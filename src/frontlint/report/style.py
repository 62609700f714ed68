"""Colours: the few styles of a report and the terminal codes for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Severity


class Style(StrEnum):
    """What a piece of a report is, not how it looks. A severity is a style by the same name."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    FRAME = "frame"
    RELATED = "related"
    STRONG = "strong"
    NOTE = "note"

    @staticmethod
    def of(severity: Severity) -> Style:
        """The style of a severity."""
        return Style(severity.value)


class Palette(NamedTuple):
    """SGR codes by style; a style without a code is written as it is."""

    codes: Mapping[Style, str]

    def paint(self, style: Style, text: str) -> str:
        """The text between the codes of its style."""
        code = self.codes.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


PLAIN = Palette(MappingProxyType({}))
COLORED = Palette(
    MappingProxyType(
        {
            Style.ERROR: "1;31",
            Style.WARNING: "1;33",
            Style.INFO: "1;36",
            Style.FRAME: "94",
            Style.RELATED: "36",
            Style.STRONG: "1",
            Style.NOTE: "1;32",
        }
    )
)
