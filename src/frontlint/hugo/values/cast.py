"""Values as Hugo casts them (spf13/cast, common/types/convert.go)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from json import loads
from math import isfinite
from typing import TYPE_CHECKING

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Value

if TYPE_CHECKING:
    from typing import Any

TEXT = frozenset({str})
"""`TEXT.issuperset(map(type, items))` is true of nothing but texts, without a step of Python for each."""
_LIST = frozenset({list})
_TRUE = frozenset({"1", "t", "T", "TRUE", "true", "True"})
_FALSE = frozenset({"0", "f", "F", "FALSE", "false", "False"})
_WHOLE = lazy_pattern(r"[+-]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_]*)\Z")
_DECIMAL = lazy_pattern(r"[+-]?[0-9]*\.[0-9]*\Z")
_LONGEST = 100
"""Characters of a text that can be a number of 64 bits; more would only be read to be thrown away."""
_JSON_BLANKS = " \t\r\n"
_BEYOND = -(2**63)
"""What Go makes on most machines of a float that is not a number of 64 bits."""


def as_text(value: Value) -> str:
    """The value as text; a list or a mapping is empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return format_float(value)
    return ""


def format_float(value: float) -> str:
    """A float as Go writes it with `strconv.FormatFloat(f, 'f', -1, 64)`: never with an exponent."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "+Inf" if value > 0 else "-Inf"
    text = repr(value)
    if "e" in text:
        text = f"{value:.0f}" if abs(value) >= 1 else f"{value:.340f}".rstrip("0")
    return text.removesuffix(".0")


def as_boolean(value: Value) -> bool | None:
    """True or false; None where Hugo cannot read it as either, and so takes false."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value != 0
    if isinstance(value, str):
        return True if value in _TRUE else False if value in _FALSE else None
    return False if value is None else None


def as_number(value: Value) -> int:
    """The value as a whole number; 0 where it is none."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if abs(value) < 2**63 else _BEYOND
    if isinstance(value, str):
        return _number_of_text(value)
    return 0


def _number_of_text(text: str) -> int:
    """As `cast.ToInt`: a zero in front means octal, as Go's base 0 has it; decimals are cut, but no exponent.

    What has more than 64 bits counts for 0.
    """
    whole, _, _ = text.partition(".") if _DECIMAL.match(text) else (text, "", "")
    if not _WHOLE.match(whole) or len(whole) > _LONGEST:
        return 0
    sign = -1 if whole.startswith("-") else 1
    digits = whole.lstrip("+-").replace("_", "")
    octal = len(digits) > 1 and digits[0] == "0" and digits.isdigit()
    try:
        number = sign * int(digits, 8 if octal else 0)
    except ValueError:
        return 0
    return number if -(2**63) <= number < 2**63 else 0


def as_mapping(value: Value) -> dict[str, Value] | None:
    """A mapping, or a text with one in JSON, as `cast.ToStringMapE` reads it; None where Hugo refuses."""
    if isinstance(value, dict):
        return value
    if not isinstance(value, str) or not value.strip(_JSON_BLANKS).startswith(("{", "null")):
        return None
    try:
        data: object = loads(value, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        return None
    return {} if data is None else data if isinstance(data, dict) else None


def _refuse(name: str) -> None:
    raise ValueError(name)


def _finite(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError(digits)
    return value


def as_strings(value: Value) -> tuple[str, ...]:
    """A list of texts; a text is split at white space, as for aliases, keywords and outputs."""
    if isinstance(value, str):
        return tuple(value.split())
    return as_terms(value)


def terms_of_all(values: Sequence[Value]) -> Iterator[str]:
    """The texts of many values, each read as `as_terms` does."""
    lists: Sequence[Any] = values
    if _LIST.issuperset(map(type, lists)) and TEXT.issuperset(map(type, chain.from_iterable(lists))):
        return chain.from_iterable(lists)  # as nearly always
    return chain.from_iterable(map(as_terms, values))


def as_terms(value: Value) -> tuple[str, ...]:
    """A list of texts; a text is one of them, as for terms. One bad item makes the whole list empty."""
    if isinstance(value, list):
        if TEXT.issuperset(map(type, value)):  # nearly all
            return tuple(value)  # type: ignore[arg-type] # `cast` would be a call for each list
        if any(isinstance(item, list | dict) for item in value):
            return ()
        return tuple(as_text(item) for item in value)
    if value is None or isinstance(value, dict):
        return ()
    return (as_text(value),)
