"""Keep pages short enough for frontlint to read.

Why: Hugo builds a page of any length. frontlint reads at most 32 MiB of a page and 1 MiB of front matter, so
no page can hold up a check. It does not check a longer page.
Bad:
    # frontlint.toml
    [rules.options.page-too-long]
    max-front-matter = 60
    # content/posts/bread.md
    ---
    title: Rye bread
    notes: Feed the starter at noon, and again at dawn.
    ---
    Bread.
Good:
    # frontlint.toml
    [rules.options.page-too-long]
    max-front-matter = 60
    # content/posts/bread.md
    ---
    title: Rye bread
    ---
    Feed the starter at noon, and again at dawn.
Note: The page stays part of the site, like one that Hugo cannot read: links to it work, and no other rule
reports it. If this rule is off, frontlint silently skips the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.limits import LIMITS
from frontlint.base.record import dataclass
from frontlint.lint import Finding, Page, PageRule, ProblemKind, Severity
from frontlint.lint.option import option


@dataclass(frozen=True, slots=True)
class Options:
    """How long they may be."""

    max_page: int = option(LIMITS.page, "The most bytes of a page.")
    max_front_matter: int = option(LIMITS.front_matter, "The most bytes of front matter.")


class PageTooLong(PageRule):
    """A page that is longer than frontlint reads."""

    severity = Severity.ERROR
    checks_resources = True
    needs = "problems"
    options_type = Options

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding; of a page that is too long as a whole, the engine tells."""
        for problem in page.problems:
            if problem.kind is ProblemKind.TOO_LONG:
                yield self.at(page, problem.span, problem.message, help=problem.help)
