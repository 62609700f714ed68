"""Begin a page with front matter.

Why: Hugo publishes a page without front matter all the same: without a title, a date or terms, and at the end
of lists that go by date.
Bad:
    # content/posts/page.md
    Rye bread
    ---------
    It needs a day, and most of it is waiting.
Good:
    # content/posts/page.md
    ---
    title: Rye bread
    ---
    It needs a day, and most of it is waiting.
Note: Silent for the home page, whose title is mostly that of the website, and for files that belong to
another page's bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from frontlint.base.pattern import lazy_pattern
from frontlint.findings.finding import Finding
from frontlint.frontmatter.document import Format
from frontlint.hugo.values.kinds import Kind
from frontlint.lint.rule import Page, PageRule

_WRITE = "begin the page with ---, a line such as title: My page, and another ---"
_MOVE = "move the front matter to the top of the page: Hugo finds none below other text"
_BEGINS = lazy_pattern(r"^(---|\+\+\+)[ \t]*\r?\n\w+[ \t]*[:=].*\n", re.MULTILINE)


class NoFrontMatter(PageRule):
    """A content page without front matter."""

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding."""
        location = page.location
        if page.document.format is not Format.NONE or location is None or location.kind is Kind.HOME:
            return
        if "\0" in page.document.source.text[:4]:
            return  # UTF-16, of which the rule encoding speaks
        if "<<<<<<<" in page.document.source.text:
            from frontlint.frontmatter import conflict  # few pages

            if conflict.anywhere(page.document.source.text, page.document.fence) is not None:
                return  # of which the rule merge-conflict speaks
        late = _has_late(page.document.source.text)
        yield self.at(
            page,
            page.facts.start,
            "the page has no front matter, and Hugo publishes it without a title",
            help=_MOVE if late else _WRITE,
        )


def _has_late(text: str) -> bool:
    """Whether front matter begins somewhere, and ends with a line like its first one."""
    endless: set[str] = set()  # delimiters that no later line begins with
    for match in _BEGINS.finditer(text):
        if match[1] not in endless:
            if text.find("\n" + match[1], match.end() - 1) >= 0:
                return True
            endless.add(match[1])
    return False
