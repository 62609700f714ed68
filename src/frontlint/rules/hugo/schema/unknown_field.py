"""Use only fields that the page's schema knows.

Why: Hugo takes any key without warning. It never reads a misspelt one, and the page looks as if the field
were missing. Pages of other sites can use any key: only closed schemas report this.
Bad:
    sitemap:
      priorty: 0.7
Good:
    sitemap:
      priority: 0.7
Fix: Renames the key to the nearest one that the schema knows, only on request: you may mean another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.lint import Fix, Page, SchemaRule, Severity, rename_key

if TYPE_CHECKING:
    from frontlint.schema.violation import Violation


class UnknownField(SchemaRule):
    """A field that the schema does not know."""

    severity = Severity.WARNING

    def fix_of(self, page: Page, violation: Violation) -> Fix | None:
        """The nearest name."""
        if not violation.instead:
            return None
        change = rename_key(violation.route, violation.instead)
        return self.fix(page, f"rename it to `{violation.instead}`", change, safe=False)
