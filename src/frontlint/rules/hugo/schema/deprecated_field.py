"""Replace deprecated fields.

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

from frontlint.lint import SchemaRule, Severity


class DeprecatedField(SchemaRule):
    severity = Severity.INFO
