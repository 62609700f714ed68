"""Write dates in a form that Hugo reads.

Why: Hugo ends its build with an error at a date it cannot parse.
Bad:
    title: Rye bread
    date: 05/06/2024 14:12:53
Good:
    title: Rye bread
    date: 2024-06-05T14:12:53Z
Note: `2024-06-05`, `2024-06-05T14:12:53Z` and `2024-06-05T14:12:53+02:00` are always fine. A
plain number is read as seconds since 1970: see value-misread.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from frontlint.base.unseen import RUN
from frontlint.findings.reach import with_reach
from frontlint.hugo.fields import RefusalKind, as_text
from frontlint.lint import Finding, Page, PageRule, Severity
from frontlint.prose.loose_date import guesses

if TYPE_CHECKING:
    from frontlint.site.model import Site


class BadDate(PageRule):
    """A date field that Hugo cannot parse."""

    severity = Severity.ERROR
    checks_resources = True
    checks_cascades = True
    needs = "refusals"

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such field."""
        for refusal in page.refusals:
            if refusal.kind is RefusalKind.DATE:
                value = page.get(str(refusal.route[0]))
                if RUN.search(as_text(value)):
                    continue  # of which the rule invisible-in-key speaks
                yield self.at(page, refusal.route, refusal.message, help=_help(as_text(value)))

    def settle(self, finding: Finding, site: Site) -> Finding | None:
        """A date from a cascade counts on the pages where Hugo asks for it before it has found a good one."""
        return with_reach(finding, site.handed_down.pages_stopped(finding))


def _help(text: str) -> str:
    meant = guesses(text)
    if not meant:
        return "write it as 2024-01-31 or 2024-01-31T09:00:00Z"
    if len(meant) == 1:
        return f"write {meant[0]}"
    return f"day and month can be taken either way: write {meant[0]} or {meant[1]}"
