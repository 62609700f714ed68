"""Use the fields of today.

Why: No template reads a field by its earlier name any more, and the scripts of the site delete it
with what it holds.
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
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.findings.finding import Finding, Severity
from frontlint.lint.rule import Page, PageRule
from frontlint.schema.findings import findings_of


class DeprecatedField(PageRule):
    severity = Severity.INFO

    def check(self, page: Page) -> Iterator[Finding]:
        yield from findings_of(self.name, page.facts.path, page.document, page.violations)
