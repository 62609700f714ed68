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

from collections.abc import Iterator

from frontlint.findings.finding import Finding, Severity
from frontlint.lint.rule import Page, PageRule
from frontlint.schema.findings import findings_of


class UnknownField(PageRule):
    severity = Severity.WARNING

    def check(self, page: Page) -> Iterator[Finding]:
        yield from findings_of(self.name, page.facts.path, page.document, page.violations)
