"""Lists that authors write as a text: the items that they mean, and the line with the list."""

from __future__ import annotations

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Format

_PEOPLE = frozenset(
    {
        *(
            "author",
            "authors",
            "people",
            "persons",
            "speakers",
            "contributors",
            "artists",
            "writers",
            "editors",
        ),
        *("directors", "actors", "creators", "members", "translators", "illustrators", "composers", "guests"),
    }
)
"""Taxonomies of people, whose names may have a comma."""
_DIGITS = lazy_pattern(r"[\d.,  ]+\Z")


def terms_in(value: str, key: str) -> list[str]:
    """The terms of a text with commas or semicolons; none if it may be one term, as a number or a name is."""
    items = [item.strip() for item in value.split("," if "," in value else ";")]
    is_name = len(items) == 2 and key.lower() in _PEOPLE  # `Smith, Ann`
    if len(items) < 2 or not all(items[:-1]) or _DIGITS.match(value) or is_name:
        return []
    if "," not in value and ("; " not in value or "&" in value):  # `C;D`, and an entity such as `&amp;`
        return []
    return [item for item in items if item]


def items_in_brackets(value: str) -> list[str]:
    """The items of a text that looks like a list in brackets; none for any other text."""
    text = value.strip()
    if not (text.startswith("[") and text.endswith("]")) or "](" in text:
        return []
    return [item for one in text[1:-1].split(",") if (item := one.strip().strip("\"'"))]


def list_line(form: Format, key: str, items: list[str]) -> str:
    """The line to write, as an order."""
    if form is Format.YAML and not any(set(item) & set("[]{}:#,\"'&*!|>%@`") for item in items):
        line = f"{key}: [{', '.join(items)}]"
    else:
        inner = ", ".join('"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"' for item in items)
        line = {Format.TOML: f"{key} = [{inner}]", Format.JSON: f'"{key}": [{inner}]'}.get(
            form, f"{key}: [{inner}]"
        )
    return f"write `{line}`" if len(line) <= 100 else "write each item separately, in a list"
