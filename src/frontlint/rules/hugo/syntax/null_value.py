"""Give a key a value, or delete it.

Why: To Hugo and its templates, a key without a value is empty, but it looks as if it had a value. Most of
them come from a template that nobody filled in.
Bad:
    title: Rye bread
    videos:
Good:
    title: Rye bread
Note: The rule looks only at the outermost keys: further down, an empty value may mean something to a theme.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from frontlint.lint import Finding, Format, Page, PageRule, Route, Severity, code, shorten


class NullValue(PageRule):
    """A key with no value."""

    severity = Severity.INFO

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each key of which the page's schema has nothing worse to say."""
        empty = [key for key in page.values.empty if page.document.data[key] is None]
        if not empty:
            return
        said = {violation.route for violation in page.violations} | _explained(page)
        for key in empty:
            if (key,) not in said:
                written = shorten(page.written(key), 20)
                what = f"is `{written}`, an empty value" if written else "has no value"
                yield self.at(
                    page,
                    key,
                    f"{code(key, 50)} {what}",
                    help=f"delete {_line(page, key, written)}, or write a value",
                    on_key=True,
                )


def _line(page: Page, key: str, written: str) -> str:
    """The line of the key."""
    line = f'"{key}": {written}' if page.document.format is Format.JSON else f"{key}: {written}".rstrip()
    return code(line, 60)


def _explained(page: Page) -> set[Route]:
    """The keys that are empty because of a comment or an indentation with a character that nobody sees.

    The rules comment-in-value and invisible-in-key say so.
    """
    from frontlint.base.unseen import SPACES
    from frontlint.frontmatter.yaml.comments import cuts

    keys = list(page.document.data)
    below = {(key,) for key, after in pairwise(keys) if after[:1] in SPACES}
    return {cut.route for cut in cuts(page.document)} | below
