"""Give every field a value of the type that it is read as.

Why: Hugo drops a value of another type without a word, and a template that goes
through a list stops the build at a single text.
Bad:
    aliases:
      old: /old-address/
Good:
    aliases:
      - /old-address/
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.findings.finding import Finding, Severity
from frontlint.lint.rule import Page, PageRule
from frontlint.schema.findings import findings_of


class WrongType(PageRule):
    severity = Severity.ERROR
    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        yield from findings_of(self.name, page.facts.path, page.document, page.violations)
