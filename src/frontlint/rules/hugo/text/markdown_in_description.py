"""Keep Markdown out of the description.

Why: The description becomes a meta tag, and the text of the page in search results and shared links. These
show asterisks and brackets as they are written.
Bad:
    description: A **Shift-Left Strategy** brings testing [forward](/tags/testing/).
Good:
    description: A Shift-Left Strategy brings testing forward.
Note: The rule looks for bold text and links. It is silent if a template renders `description` with
    `markdownify` or `RenderString`, or if a theme that may do so is not available.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Entry, Finding, Page, PageRule, Span, lazy_pattern, shorten
from frontlint.site.texts import place

# `src/**/a` is a glob, `__init__` a name in Python, `now**` a footnote: bold text has both its ends.
# What is not closed on its line is taken as well, without the group: what begins inside of it is not closed.
_BOLD = lazy_pattern(r"(?<![\w*/])\*\*(?=[^\s*/.])(?:[^\n]*?(?<=[^\s*/])(\*\*)(?![\w*/])|[^\n]*+)")
_LABEL = lazy_pattern(r"!?\[[^\[\]\n]++\]\(")
_SHORTCODE = lazy_pattern(r"\{\{[^\n]*?\}\}(?:\s+\"[^\"\n]*+\")?\)")
_ADDRESS = lazy_pattern(r"(?=[^()\s/.#:]*+[/.#:])[^()\s]++(?:\s++\"[^\"\n]*+\")?\)")


class MarkdownInDescription(PageRule):
    """Bold text or a link in a field that becomes a meta tag."""

    keys = frozenset({"description"})
    plain_field = "description"

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding of each kind: at the first."""
        written = page.get("description")
        if not isinstance(written, str) or not ("**" in written or "](" in written):
            return
        for text in page.texts:
            if str(text.route[0]).lower() == "description":
                yield from self._description(page, text)

    def _description(self, page: Page, text: Entry[str]) -> Iterator[Finding]:
        from frontlint.prose.inline import without_code  # few pages come here

        prose = without_code(text.value)
        for find, shows in ((_bold, "the asterisks of"), (_links, "the address in")):
            found = list(find(prose))
            if found:
                whole = text.value[found[0].start : found[0].end]
                more = f", and {len(found) - 1} more" if len(found) > 1 else ""
                yield self.at(
                    page,
                    place(page.document, text, found[0]),
                    f"`description` is plain text: readers see {shows} `{shorten(whole)}`{more}",
                    help=f"write `{shorten(_plain(whole), 70)}`",
                    label="no Markdown here",
                )


def _plain(markdown: str) -> str:
    """What is left of bold text or of a link."""
    if markdown.startswith("**"):
        return markdown.strip("*")
    return markdown.lstrip("!")[1:].partition("](")[0]


def _bold(prose: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _BOLD.finditer(prose) if match[1])


def _links(prose: str) -> Iterator[Span]:
    """Links and images, to an address or to what a shortcode gives."""
    at = endless = 0  # up to `endless`, no shortcode is closed any more
    while label := _LABEL.search(prose, at):
        at = label.end()
        found = None
        if at >= endless and prose.startswith("{{", at):
            found = _SHORTCODE.match(prose, at)
            line_end = prose.find("\n", at)
            endless = at if found else line_end if line_end >= 0 else len(prose)
        found = found or _ADDRESS.match(prose, at)
        if found:
            at = found.end()
            yield Span(label.start(), at)
