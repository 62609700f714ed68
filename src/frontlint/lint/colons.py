"""A text with a colon that YAML takes for a map: what to write for it."""

from __future__ import annotations

from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Format, Value
from frontlint.frontmatter.route import Route
from frontlint.frontmatter.written import line_of, written_as
from frontlint.lint.page import Page

_NAMES = frozenset({"id", "label", "name", "slug", "tag", "term", "text", "title", "value"})
"""Keys whose value is the text: other systems write `- name: Kitchen`."""
_QUOTES = frozenset("\"'")
LONGEST_LINE = 80
"""A longer line is not written out."""


def text_for_map(page: Page, route: Route, value: Value) -> str:
    """The remedy for a map in the place of a text; empty if it is not sure what the text is."""
    if not isinstance(value, dict) or len(value) != 1:
        return ""
    (name, inner), *_ = value.items()
    if isinstance(inner, list | dict):
        return ""
    form = page.document.format
    if name.lower() in _NAMES:
        return f"write only the text: `{shorten(written_as(form, inner), LONGEST_LINE)}`"
    written = page.written(*route).rstrip()
    if written[:1] in _QUOTES:
        written = f"{name}: {written_as(form, inner)}"
    line = line_of(form, page.as_written(route)[-1], written)
    sure = form is Format.YAML and written.startswith(name) and len(line) <= LONGEST_LINE
    return f"write `{line}`" if sure else ""
