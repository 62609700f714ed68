"""Plain (unquoted) YAML scalars: the value that Hugo sees.

The one table. It follows goccy/go-yaml v1.19 `token/token.go` (`New`, `toNumber`), which Hugo decodes
front matter with since 0.152; `tests/conformance/test_values.py` holds it to the real binary.
Dates, times, `yes`, `no`, `on`, `off`, `1e3`, `08` and integers beyond 64 bits are text.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Scalar

_WORDS: Final = MappingProxyType(
    {
        **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
        **dict.fromkeys(("true", "True", "TRUE"), True),
        **dict.fromkeys(("false", "False", "FALSE"), False),
        **dict.fromkeys((".inf", ".Inf", ".INF"), math.inf),
        **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
        **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    }
)
_NUMBER_STARTS: Final = frozenset("0123456789+-.")
_DIGITS: Final = MappingProxyType(
    {
        2: lazy_pattern(r"[01]+"),
        8: lazy_pattern(r"[0-7]+"),
        10: lazy_pattern(r"[0-9]+"),
        16: lazy_pattern(r"[0-9a-fA-F]+"),
    }
)
_BASES: Final = MappingProxyType({"0x": 16, "0o": 8, "0b": 2})
_FLOAT: Final = lazy_pattern(r"(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_LONGEST_INTEGER: Final = 66  # digits: 0b and 64 bits; keeps int() away from its own limit
_MAX_UINT64: Final = 2**64 - 1
_MAX_NEGATIVE: Final = 2**63


def plain_scalar(text: str) -> Scalar:
    """What Hugo makes of a plain scalar, given as YAML folds it (no blanks around, lines joined).

    >>> [plain_scalar(text) for text in ("010", "1_000", "1.10", "yes", "~", "True")]
    [8, 1000, 1.1, 'yes', None, True]
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMBER_STARTS and not (text[4:5] == "-" == text[7:8]):  # no number has two hyphens there
        return _number(text)
    return text


def _number(text: str) -> Scalar:
    """goccy's `toNumber`: signs and underscores go first, then the prefix decides the base."""
    dots = text.count(".")
    if dots > 1:
        return text
    digits = text.removeprefix("+").removeprefix("-").replace("_", "")
    base = _BASES.get(digits[:2])
    if base is not None:
        return _integer(text, digits[2:], base)
    if dots:
        return _float(text, digits)
    if digits.startswith("0") and len(digits) > 1:
        return _integer(text, digits, 8)
    return _integer(text, digits, 10)


def _integer(text: str, digits: str, base: int) -> Scalar:
    if not _DIGITS[base].fullmatch(digits):
        return text
    digits = digits.lstrip("0") or "0"
    if len(digits) > _LONGEST_INTEGER:
        return text
    value = int(digits, base)
    if text[0] == "-":
        return -value if value <= _MAX_NEGATIVE else text
    return value if value <= _MAX_UINT64 else text


def _float(text: str, digits: str) -> Scalar:
    if text.startswith("+") and digits[:1] in ("+", "-"):  # `++1.5`: one sign is left for ParseFloat
        sign, digits = digits[0], digits[1:]
    else:
        sign = text[0]
    if not _FLOAT.fullmatch(digits):
        return text
    value = float(digits)
    if math.isinf(value):  # Go's ParseFloat reports a range error
        return text
    return -value if sign == "-" else value
