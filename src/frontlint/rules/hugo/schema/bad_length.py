"""Keep texts and lists within their limits.

Why: Search engines and cards cut a text that is too long. A text that is too short does not say what the
page is about.
Bad:
    # content/resources/blog/first-post/index.md
    title: ""
    ResourceId: aB3-dE_fG9h
    description: How one small team learned to finish what it starts.
    date: 2025-11-01T09:00:00Z
    aliases: [/resources/aB3-dE_fG9h]
Good:
    # content/resources/blog/first-post/index.md
    title: First post
    ResourceId: aB3-dE_fG9h
    description: How one small team learned to finish what it starts.
    date: 2025-11-01T09:00:00Z
    aliases: [/resources/aB3-dE_fG9h]
"""

from __future__ import annotations

from frontlint.lint import SchemaRule, Severity


class BadLength(SchemaRule):
    severity = Severity.WARNING
