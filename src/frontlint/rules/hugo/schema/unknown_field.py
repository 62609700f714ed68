"""Write only the fields that the page's schema knows.

Why: Hugo takes any key and says nothing; a misspelt one is simply never read, and the page looks
as if it were not there. Pages of other sites are free to use any key: only closed schemas say this.
Bad:
    sitemap:
      priorty: 0.7
Good:
    sitemap:
      priority: 0.7
"""

from __future__ import annotations

from frontlint.lint import SchemaRule, Severity


class UnknownField(SchemaRule):
    severity = Severity.WARNING
