"""Give every field a value that is allowed for it.

Why: A word that is not agreed upon, a number out of range or an id of the wrong form is published as it
stands, and whoever reads it later - a template, a script, a search engine - takes it for something else.
Bad:
    sitemap:
      priority: 8.0
Good:
    sitemap:
      priority: 0.8
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.findings.finding import Finding, Severity
from frontlint.lint.rule import Page, PageRule
from frontlint.schema.findings import findings_of


class BadValue(PageRule):
    severity = Severity.ERROR
    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        yield from findings_of(self.name, page.facts.path, page.document, page.violations)
