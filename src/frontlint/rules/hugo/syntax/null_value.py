"""Give a key a value, or leave it out.

Why: A key without a value is empty to Hugo and its templates, but it looks as if something were there. Most
are left over from a template that nobody filled in.
Bad:
    title: Rye bread
    videos:
Good:
    title: Rye bread
Note: Looks at the outermost keys only; deeper down a theme may give an empty value a meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from frontlint.lint import Finding, Page, PageRule, Route, Severity, shorten


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
                written = page.written(key)
                what = f"is {written}" if written else "has no value"
                yield self.at(
                    page,
                    key,
                    f"{shorten(key)} {what}",
                    help="remove the key, or give it a value",
                    on_key=True,
                )


def _explained(page: Page) -> set[Route]:
    """The keys that are empty because of a comment or an indentation with a character that nobody sees.

    The rules comment-in-value and invisible-in-key say so.
    """
    from frontlint.base.unseen import SPACES
    from frontlint.frontmatter.yaml.comments import cuts

    keys = list(page.document.data)
    below = {(key,) for key, after in pairwise(keys) if after[:1] in SPACES}
    return {cut.route for cut in cuts(page.document)} | below
