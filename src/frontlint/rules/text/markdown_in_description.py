"""Keep Markdown out of the description.

Why: The description becomes a meta tag, and the text below the page in search results and shared links. There
asterisks and brackets are shown as they are written.
Bad:
    description: A **Shift-Left Strategy** brings testing [forward](/tags/testing/).
Good:
    description: A Shift-Left Strategy brings testing forward.
Note: Looks for bold text and links, in description alone: other texts of the front matter may be rendered.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.doc.parsed import shorten
from frontlint.finding import Finding
from frontlint.hugo.facts import Located
from frontlint.rule import Page, PageRule
from frontlint.site.texts import place
from frontlint.text.inline import without_code
from frontlint.text.pattern import lazy_pattern
from frontlint.text.span import Span

# `src/**/a` is a glob, `__init__` a name in Python, `now**` a footnote: bold text has both its ends.
_BOLD = lazy_pattern(r"(?<![\w*/])\*\*(?=[^\s*/.])[^\n]*?(?<=[^\s*/])\*\*(?![\w*/])")
_LINK = lazy_pattern(r"!?\[[^\[\]\n]+\]\((?:\{\{[^\n]*?\}\}|[^()\s]*[/.#:][^()\s]*)(?:\s+\"[^\"\n]*\")?\)")


class MarkdownInDescription(PageRule):
    """Bold text or a link in a field that becomes a meta tag."""

    keys = frozenset({"description"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding of each kind: at the first."""
        for text in page.texts:
            if str(text.route[0]).lower() == "description":
                yield from self._description(page, text)

    def _description(self, page: Page, text: Located[str]) -> Iterator[Finding]:
        prose = without_code(text.value)
        for pattern, shows in ((_BOLD, "the marks of"), (_LINK, "the address in")):
            found = [Span(*match.span()) for match in pattern.finditer(prose)]
            if found:
                written = shorten(text.value[found[0].start : found[0].end])
                more = f", and {len(found) - 1} more" if len(found) > 1 else ""
                yield self.at(
                    page,
                    place(page.document, text, found[0]),
                    f"description is shown as plain text, with {shows} {written}{more}",
                    help="write it without Markdown",
                    label="no Markdown here",
                )
