"""The kinds of single values in Hugo's settings: what each takes, and what it must be in words."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import TypeAlias

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Value
from frontlint.hugo.values.cast import as_boolean, as_number

_WHOLE = lazy_pattern(
    r"[+-]?(?:0[xX](?:_?[0-9a-fA-F])+|0[oO]?(?:_?[0-7])+|0[bB](?:_?[01])+|0|[1-9](?:_?[0-9])*)\Z"
)
_DURATION = lazy_pattern(
    r"[+-]?(?:0|(?:(?:[0-9]++\.?[0-9]*+|\.[0-9]++)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)\Z"
)
_ABSOLUTE = lazy_pattern(r":|/.|[A-Za-z]:[\\/]|\\\\")
_COLOUR = lazy_pattern(r"#?(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\Z")
_ANCHORS = "smart center topleft top topright left right bottomleft bottom bottomright"
_FILTERS = (
    "box linear hermite mitchellnetravali catmullrom bspline gaussian lanczos hann hamming blackman bartlett "
    "welch cosine nearestneighbor"
)
_DIGITS = lazy_pattern(r"[+-]?[0-9]+\Z")
_Takes: TypeAlias = Callable[[Value], bool]


def _is_scalar(value: Value) -> bool:
    return not isinstance(value, dict | list)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_flag(value: Value) -> bool:
    return value == "" or (_is_scalar(value) and as_boolean(value) is not None)


def _is_whole(value: Value) -> bool:
    if isinstance(value, str):
        return not value or _WHOLE.match(value) is not None
    return _is_scalar(value)


def _are_texts(value: Value) -> bool:
    return all(map(_is_scalar, value)) if isinstance(value, list) else _is_scalar(value)


def _is_timeout(value: Value) -> bool:
    """Seconds, or a duration as time.ParseDuration reads it."""
    if isinstance(value, str):
        return bool(_DIGITS.match(value) or _DURATION.match(value))
    return _is_scalar(value) and (not isinstance(value, float) or value.is_integer())


def _is_age(value: Value) -> bool:
    return bool(_DURATION.match(value)) if isinstance(value, str) else _is_scalar(value)


def _is_words(value: Value) -> bool:
    return isinstance(value, str)


def _are_patterns(value: Value) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and all(map(_is_words, value.values())))


def _is_quality(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100


def _is_percent(value: Value) -> bool:
    return _is_whole(value) and 0 <= as_number(value) <= 100


def _is_natural(value: Value) -> bool:
    return _is_number(value) and as_number(value) >= 0


def _is_float(value: Value) -> bool:
    if isinstance(value, str):
        return not value or _is_go_float(value)
    return _is_scalar(value)


def _is_go_float(text: str) -> bool:
    """As strconv.ParseFloat: no blanks around, no overflow; hexadecimal only with an exponent."""
    try:
        read = float.fromhex(text) if "0x" in text.lower() and "p" in text.lower() else float(text)
    except (ValueError, OverflowError):
        return False
    return text == text.strip() and (isfinite(read) or text.strip("+-").lower() in ("inf", "infinity", "nan"))


def _are_strings(value: Value) -> bool:
    return isinstance(value, list) and all(map(_is_words, value))


def _are_sources(value: Value) -> bool:
    return isinstance(value, list) and all(item in ("exif", "iptc", "xmp") for item in value)


def _are_pairs(value: Value) -> bool:
    texts = [value] if isinstance(value, str) else value
    return isinstance(texts, list) and all(isinstance(text, str) and "->" in text for text in texts)


def _is_folder(value: Value) -> bool:
    r"""From the root of the disk, or from one of Hugo's folders (`:cacheDir`)."""
    if not isinstance(value, str) or not _ABSOLUTE.match(value):
        return False
    return value[0] != ":" or value.partition("/")[0].lower() in (":cachedir", ":resourcedir")


def _is_colour(value: Value) -> bool:
    return isinstance(value, str) and bool(_COLOUR.match(value))


def _is_type(value: Value) -> bool:
    return isinstance(value, str) and value.count("/") == 1


def _one_of(*names: str) -> tuple[_Takes, str]:
    return lambda value: value in names, "one of " + ", ".join(f"`{name}`" for name in names)


def _word_of(names: str, *, empty: bool = True) -> _Takes:
    known = {*names.split(), ""} if empty else set(names.split())
    return lambda value: isinstance(value, str) and value.lower() in known


def _word_of_exact(names: str) -> _Takes:
    known = {*names.split(), ""}
    return lambda value: isinstance(value, str) and value in known


LEAVES: dict[str, tuple[_Takes, str]] = {
    "flag": (_is_flag, "`true` or `false`"),
    "text": (_is_scalar, "text"),
    "words": (_is_words, "text in quotes"),
    "texts": (_are_texts, "a list of texts"),
    "number": (_is_whole, "a whole number"),
    "decimal": (_is_number, "a number"),
    "switch": (lambda value: isinstance(value, bool), "`true` or `false`"),
    "timeout": (_is_timeout, "a duration such as `30s`"),
    "age": (_is_age, "a duration such as `24h`, or -1"),
    "pattern": (_are_patterns, "a pattern or a mapping of patterns"),
    "quality": (_is_quality, "a number from 0 to 100"),
    "type": (_is_type, "a media type such as `text/html`"),
    "embedded": _one_of("auto", "never", "always", "fallback"),
    "parser": (lambda value: isinstance(value, str) and value.lower() in ("goldmark", "org"), "`goldmark`"),
    "coloured": _one_of("long", "short", "none"),
    "compression": (_word_of("lossy lossless"), "`lossy` or `lossless`"),
    "index": (_word_of_exact("basic fragments"), "`basic` or `fragments`"),
    "hint": (_word_of("picture photo drawing icon text"), "one of picture, photo, drawing, icon, text"),
    "anchor": (_word_of(_ANCHORS), "`Smart` or a place such as `TopLeft`"),
    "filter": (_word_of(_FILTERS, empty=False), "a filter such as `box` or `lanczos`"),
    "colour": (_is_colour, "a colour such as `#ffffff`"),
    "strings": (_are_strings, "a list of texts in quotes"),
    "sources": (_are_sources, "a list of exif, iptc, xmp"),
    "pairs": (_are_pairs, "pairs such as `a/b -> ../b`"),
    "folder": (_is_folder, "an absolute path or one such as `:cacheDir/images`"),
    "percent": (_is_percent, "a number from 0 to 100"),
    "natural": (_is_natural, "a number from 0 up"),
    "float": (_is_float, "a number"),
    "moved": (lambda value: value is not True, "written as `minify.minifyOutput`"),
}
