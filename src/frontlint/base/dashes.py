"""Dashes that look like the hyphen of a keyboard, by name: editors put them in its place."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

DASHES: Final = MappingProxyType(
    {
        "\u2010": "hyphen (U+2010)",
        "\u2011": "non-breaking hyphen (U+2011)",
        "\u2012": "figure dash (U+2012)",
        "\u2013": "en dash (U+2013)",
        "\u2014": "em dash (U+2014)",
        "\u2015": "horizontal bar (U+2015)",
        "\u2212": "minus sign (U+2212)",
    }
)
