"""Begin each page with front matter.

Why: Hugo also publishes a page without front matter, but without a title, a date or terms. Lists sorted by
date show it last.
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
Note: The rule is silent for the home page, whose title is usually that of the website, and for files that
belong to another page's bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from frontlint.base.phrases import with_article
from frontlint.base.unseen import UNSEEN
from frontlint.frontmatter.fence import odd_opening
from frontlint.frontmatter.written import written_as
from frontlint.hugo.content.paths import Location
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Format, Page, PageRule, Severity, Span, lazy_pattern

_MOVE = "move the front matter to the top of the page: Hugo does not find it below other text"
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
            return  # UTF-16, which the rule encoding reports
        if "<<<<<<<" in page.document.source.text:
            from frontlint.frontmatter import conflict  # few pages

            if conflict.anywhere(page.document.source.text, page.document.fence) is not None:
                return  # which the rule merge-conflict reports
        odd = odd_opening(page.document.source.text)
        if odd is not None:
            yield self._odd(page, *odd)
            return
        late = _has_late(page.document.source.text)
        yield self.at(
            page,
            page.start,
            "the page has no front matter, so Hugo publishes it without a title",
            help=_MOVE if late else f"begin the page with these lines:\n---\ntitle: {_title(location)}\n---",
        )

    def _odd(self, page: Page, where: Span, char: str) -> Finding:
        """A first line that only looks like a fence; all that follows it is text to Hugo."""
        text = page.document.source.text
        line = text[where.start : where.end].strip(UNSEEN) or text[where.start : where.end]
        held_back = _DRAFT.search(text) is not None
        message = f"the first line has an invisible {char} before `{line}`, so Hugo sees no front matter"
        mark = line
        if line not in ("---", "+++", "{"):
            odd, mark = with_article(char), "---"
            message = f"the first line is `{line}` with {odd}, so Hugo sees no front matter"
        return self.at(
            page,
            where,
            message,
            help=f"write `{mark}`",
            severity=Severity.ERROR if held_back else Severity.WARNING,
        )


def _title(location: Location) -> str:
    """A title for a page by the name of its file."""
    words = location.raw_base_name.replace("-", " ").replace("_", " ").split()
    text = " ".join(words)[:60]
    return written_as(Format.YAML, text[:1].upper() + text[1:] or "My page")


def _has_late(text: str) -> bool:
    """Whether front matter begins somewhere, and ends with a line like its first one."""
    endless: set[str] = set()  # delimiters that no later line begins with
    for match in _BEGINS.finditer(text):
        if match[1] not in endless:
            if text.find("\n" + match[1], match.end() - 1) >= 0:
                return True
            endless.add(match[1])
    return False
