"""A settings file in TOML, by the standard library where it agrees with Hugo, else by our own reader."""

from __future__ import annotations

import tomllib

from frontlint.base.pattern import lazy_pattern
from frontlint.base.source import SourceFile
from frontlint.hugo.config.checked import checked
from frontlint.hugo.config.model import ConfigError

_LARGE = lazy_pattern(r"[0-9]{19}|0[xob][0-9a-fA-F_]{16}")
_MANY_DOTS = 500
"""In one line, where the time of the standard library grows with the square of the parts of a key."""


def read_toml(source: SourceFile) -> object:
    """The settings. Raises ConfigError with a line where Hugo cannot read them: TOML, or a byte not in UTF-8.

    Our reader has the places of what is wrong, the trailing commas and escapes of TOML 1.1 that Hugo takes,
    and no limit to its depth; it is ten times slower.
    """
    if source.bad_bytes:
        bad = source.bad_bytes[0]
        words = f"byte 0x{bad.byte:02X} is not UTF-8, so Hugo cannot read the file: save it as UTF-8"
        raise ConfigError(words, source.path, source.lines.line_column(bad.offset)[0])
    text = source.text
    if _LARGE.search(text) or any(line.count(".") > _MANY_DOTS for line in text.split("\n")):
        return _by_places(source)
    try:
        return tomllib.loads(text)
    except (RecursionError, tomllib.TOMLDecodeError):
        return _by_places(source)


def _by_places(source: SourceFile) -> object:
    from frontlint.frontmatter.toml.reader import read_toml as read_with_places

    return checked(source, read_with_places(source.text, 0, len(source.text)))
