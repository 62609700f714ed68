"""Give each page the fields that its kind needs.

Why: Templates and scripts rely on these fields. Without one they stop the build or show nothing. The schema
of the page's kind says which fields are needed, and how much each one matters.
Bad:
    # content/resources/blog/first-post/index.md
    ResourceId: aB3-dE_fG9h
    ResourceType: blog
    date: 2025-11-01T09:00:00Z
    description: How one small team learned to finish what it starts.
    aliases: [/resources/aB3-dE_fG9h]
Good:
    # content/resources/blog/first-post/index.md
    title: First post
    ResourceId: aB3-dE_fG9h
    ResourceType: blog
    date: 2025-11-01T09:00:00Z
    description: How one small team learned to finish what it starts.
    aliases: [/resources/aB3-dE_fG9h]
"""

from __future__ import annotations

from frontlint.lint import SchemaRule, Severity


class MissingField(SchemaRule):
    severity = Severity.ERROR
