"""Write each key once.

Why: Hugo's build fails if a key appears twice in one mapping. In JSON, Hugo uses the last value and silently
drops the first.
Bad:
    title: Rye bread
    author: Ann
    author: Ben
Good:
    title: Rye bread
    author: [Ann, Ben]
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Finding, Label, Page, PageRule, ProblemKind, Severity


class DuplicateKey(PageRule):
    """The same key twice in one mapping."""

    severity = Severity.ERROR
    checks_resources = True
    needs = "problems"

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each further place of a key."""
        for problem in page.problems:
            if problem.kind in (ProblemKind.DUPLICATE_KEY, ProblemKind.OVERWRITTEN):
                first = (Label(page.facts.path, problem.first, "already set here"),) if problem.first else ()
                yield self.at(
                    page,
                    problem.span,
                    problem.message,
                    help=problem.help,
                    label="set again here",
                    severity=None if problem.kind is ProblemKind.DUPLICATE_KEY else Severity.WARNING,
                    related=first,
                )
