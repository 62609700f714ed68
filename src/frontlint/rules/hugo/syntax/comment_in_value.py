"""Put a value that contains ` #` in quotes.

Why: In YAML, a `#` after a space begins a comment. Hugo drops it and the rest of the line, so a title ends
early and a color such as `#ff0000` is empty.
Bad:
    title: Weekly notes #12 and more
Good:
    title: "Weekly notes #12 and more"
Note: The rule looks only at a `#` before a letter or digit: `# a remark` is a real comment. It is silent on
a page that has such a comment after a number, a date or a quoted value.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.frontmatter.yaml.comments import Cut, cuts
from frontlint.lint import Finding, Page, PageRule, shorten, to_words


class CommentInValue(PageRule):
    """A comment that was most likely meant as part of the value."""

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such comment."""
        for cut in cuts(page.document):
            comment = page.document.source.text[cut.comment.start : cut.comment.end]
            name = to_words(cut.route)
            left = "empty" if cut.value is None else f"only `{shorten(str(cut.value), 28)}`"
            yield self.at(
                page,
                cut.comment,
                f"`{shorten(comment, 24)}` is a comment in YAML, so `{shorten(name, 24)}` is {left}",
                help=_help(page, cut, comment),
                label="a comment to YAML",
            )._replace(field=cut.route)


def _help(page: Page, cut: Cut, comment: str) -> str:
    """The line to write."""
    written = page.document.source.text[page.document.places.value(cut.route).start : cut.comment.end]
    whole = comment if cut.value is None else " ".join(written.split())
    if len(whole) > 80 or '"' in whole or "\\" in whole:
        return "put the whole value in quotes"
    lead = "- " if isinstance(cut.route[-1], int) else f"{cut.route[-1]}: "
    return f'write `{lead}"{whole}"`'
