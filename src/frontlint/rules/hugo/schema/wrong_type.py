"""Give each field a value of the right type.

Why: Hugo silently drops a value of another type, and a template that loops over a list stops the build at a
single text.
Bad:
    aliases:
      old: /old-address/
Good:
    aliases:
      - /old-address/
Fix: Writes a list instead of a text if the schema needs one. Hugo publishes the same files. Terms with
    commas are split, which changes only the pages of the terms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.lint import Fix, Outputs, Page, SchemaRule, Severity, set_value, value_at
from frontlint.lint.colons import text_for_map
from frontlint.lint.outputs import terms_changed
from frontlint.site.lists_in_texts import items_in_brackets, list_line, terms_in

if TYPE_CHECKING:
    from frontlint.schema.violation import Violation

_SPLIT = frozenset({"aliases", "outputs", "keywords"})
"""Fields of which Hugo makes a list itself; what it makes of a text with several is not what they mean."""
_ODD = frozenset(",;[]{}")
_NOTHING = frozenset(
    {"none", "no", "nothing", "false", "true", "yes", "null", "nil", "empty", "n/a", "-", "tbd"}
)
"""Texts that are no item: an empty list, or something else, is meant."""


class WrongType(SchemaRule):
    """A value of another type than the schema asks for."""

    severity = Severity.ERROR
    checks_cascades = True

    def help_of(self, page: Page, violation: Violation) -> str:
        """The text for a map that a colon has made of it."""
        if violation.wants != "text":
            return ""
        return text_for_map(page, violation.route, value_at(page.document.data, violation.route))

    def fix_of(self, page: Page, violation: Violation) -> Fix | None:
        """A list for a text."""
        value, route = value_at(page.document.data, violation.route), violation.route
        if violation.wants != "a list" or not isinstance(value, str) or not value.strip():
            return None
        key = str(route[-1])
        items = _items(page, key.lower() if len(route) == 1 else "", value)
        terms = terms_changed(page, key.lower() if len(route) == 1 else "", [value, *items])
        title = list_line(page.document.format, key, items)
        outputs = Outputs(terms=terms if len(items) > 1 else ())
        return self.fix(page, title, set_value(route, [*items]), outputs=outputs) if items else None


def _items(page: Page, name: str, value: str) -> list[str]:
    """What a text means as a list; nothing if that is not sure."""
    if value.strip().lower() in _NOTHING:
        return []
    if name in page.config.taxonomy_keys:
        return items_in_brackets(value) or terms_in(value, name) or [value]
    if not _ODD.isdisjoint(value):
        return []
    if name in _SPLIT:
        return value.split() if name != "keywords" else [value]
    return [value] if "\n" not in value else []
