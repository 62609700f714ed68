"""Write each key in one spelling.

Why: Hugo keeps keys in lower case, so `ResourceType` and `resourceType` are one key. It keeps one of the two
values and silently drops the other (common/hmaps/params.go).
Bad:
    title: Rye bread
    ResourceType: recipes
    resourceType: blog
Good:
    title: Rye bread
    ResourceType: recipes
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Finding, Label, Page, PageRule, ProblemKind, Severity


class KeyCaseClash(PageRule):
    """Two keys of one mapping that differ only in case."""

    severity = Severity.ERROR
    checks_resources = True
    needs = "problems"

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each further spelling of a key."""
        for problem in page.problems:
            if problem.kind is ProblemKind.KEY_CASE_CLASH:
                first = (Label(page.facts.path, problem.first, "the other one"),) if problem.first else ()
                yield self.at(
                    page,
                    problem.span,
                    problem.message,
                    help=problem.help,
                    label="the same key to Hugo",
                    related=first,
                )
