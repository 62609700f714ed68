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

from frontlint.base.unseen import UNSEEN
from frontlint.frontmatter.fence import odd_opening
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Format, Page, PageRule, Severity, Span, lazy_pattern

_WRITE = "begin the page with ---, a line such as title: My page, and another ---"
_MOVE = "move the front matter to the top of the page: Hugo finds none below other text"
_DRAFT = lazy_pattern(r"^[ \t]*\"?draft\"?[ \t]*[:=][ \t]*true\b", re.MULTILINE)
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
        odd = odd_opening(page.document.source.text)
        if odd is not None:
            yield self._odd(page, *odd)
            return
        late = _has_late(page.document.source.text)
        yield self.at(
            page,
            page.start,
            "the page has no front matter, and Hugo publishes it without a title",
            help=_MOVE if late else _WRITE,
        )

    def _odd(self, page: Page, where: Span, char: str) -> Finding:
        """A first line that only looks like a fence; all that follows it is text to Hugo."""
        text = page.document.source.text
        line = text[where.start : where.end].strip(UNSEEN) or text[where.start : where.end]
        held_back = _DRAFT.search(text) is not None
        message = f"the first line has an invisible {char} before `{line}`, so Hugo sees no front matter"
        mark = line
        if line not in ("---", "+++", "{"):
            message, mark = f"the first line is `{line}` with {_a(char)}, so Hugo sees no front matter", "---"
        return self.at(
            page,
            where,
            message,
            help=f"write `{mark}`",
            severity=Severity.ERROR if held_back else Severity.WARNING,
        )


def _a(char: str) -> str:
    return f"an {char}" if char[0] in "aeiou" else f"a {char}"


def _has_late(text: str) -> bool:
    """Whether front matter begins somewhere, and ends with a line like its first one."""
    endless: set[str] = set()  # delimiters that no later line begins with
    for match in _BEGINS.finditer(text):
        if match[1] not in endless:
            if text.find("\n" + match[1], match.end() - 1) >= 0:
                return True
            endless.add(match[1])
    return False
