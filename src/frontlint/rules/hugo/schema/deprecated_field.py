"""Replace deprecated fields.

Why: Templates no longer read a field by its earlier name, and the site's scripts delete it together with its
value.
Bad:
    # content/resources/blog/first-post/index.md
    title: First post
    ResourceId: aB3-dE_fG9h
    description: How one small team learned to finish what it starts.
    date: 2025-11-01T09:00:00Z
    coverImage: board.jpg
    aliases: [/resources/aB3-dE_fG9h]
Good:
    # content/resources/blog/first-post/index.md
    title: First post
    ResourceId: aB3-dE_fG9h
    description: How one small team learned to finish what it starts.
    date: 2025-11-01T09:00:00Z
    preview: board.jpg
    aliases: [/resources/aB3-dE_fG9h]
Fix: Renames or deletes the key, if the schema says what took its place. Hugo publishes the same files. The
    fix renames the key of a taxonomy only on request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.lint import Fix, Page, SchemaRule, Severity, remove_key, rename_key

if TYPE_CHECKING:
    from frontlint.schema.violation import Violation


class DeprecatedField(SchemaRule):
    """A field that has another name now, or none."""

    severity = Severity.INFO

    def fix_of(self, page: Page, violation: Violation) -> Fix | None:
        """The new name; for a taxonomy only on request, because its terms get other pages."""
        name, route = violation.instead, violation.route
        if name is None:
            return None
        change = rename_key(route, name) if name else remove_key(route)
        keys = {str(route[-1]).lower(), name.lower()}
        return self.fix(page, violation.help, change, safe=keys.isdisjoint(page.config.taxonomy_keys))
