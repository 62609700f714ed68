"""A key and its value as a line of front matter: what a remedy tells an author to write."""

from __future__ import annotations

import json
import re
from datetime import datetime

from frontlint.frontmatter.document import Format, Moment, Value

_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "~"})
"""What YAML readers take for something else than a text."""
_PLAIN = frozenset(" ./()+_'-")
"""What may be in a text of YAML without quotes, besides letters and digits."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)
"""How dates are written in both YAML and TOML; `fromisoformat` takes more, such as `20240101`."""


def assignment(form: Format, key: str, value: Value) -> str:
    """The line with a key and its value, as the format of a page has it.

    >>> assignment(Format.YAML, "draft", True), assignment(Format.TOML, "slug", "1.10")
    ('draft: true', 'slug = "1.10"')
    >>> assignment(Format.JSON, "tags", ["a", "b"]), assignment(Format.YAML, "title", "It's: so")
    ('"tags": ["a", "b"]', 'title: "It\\'s: so"')
    """
    written = written_as(form, value)
    if form is Format.TOML:
        return f"{key} = {written}"
    if form is Format.ORG:
        return f"#+{key}: {written}"
    return f'"{key}": {written}' if form is Format.JSON else f"{key}: {written}".rstrip()


def line_of(form: Format, step: str | int, value: Value) -> str:
    """The line with the value at the end of a route; of an item of a list in brackets, the value alone.

    >>> line_of(Format.YAML, "slug", "a"), line_of(Format.YAML, 0, "a"), line_of(Format.TOML, 0, "a")
    ('slug: a', '- a', '"a"')
    """
    if isinstance(step, str):
        return assignment(form, step, value)
    written = written_as(form, value)
    return written if form in (Format.TOML, Format.JSON) else f"- {written}"


def written_as(form: Format, value: Value) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(written_as(form, one) for one in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(assignment(form, key, one) for key, one in value.items()) + "}"
    if isinstance(value, Moment | int | float):
        return str(value)
    if value is None:
        return "null" if form is Format.JSON else ""
    return value if _is_plain(form, value) else json.dumps(value, ensure_ascii=False)


def _is_plain(form: Format, text: str) -> bool:
    """Whether a text needs no quotes."""
    if form is Format.JSON or text != text.strip():
        return False
    if _is_date(text):
        return True
    begins = text[:1].isalpha() or text[:1] == "/"
    plain = form is not Format.TOML and begins and all(char.isalnum() or char in _PLAIN for char in text)
    return plain and text.lower() not in _WORDS


def _is_date(text: str) -> bool:
    """Whether a text is a date, perhaps with a time, which both YAML and TOML have without quotes."""
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
