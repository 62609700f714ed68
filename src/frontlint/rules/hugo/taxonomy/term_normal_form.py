"""Write a term in the same characters everywhere.

Why: An accented letter can be one character or a letter with a combining accent. Both look the same, but
Hugo makes two terms of them, with two pages and two addresses. Files from macOS often bring the second form.
Bad:
    # content/posts/a.md
    title: A
    tags: [Café]
    # content/posts/b.md
    title: B
    tags: [Café]
Good:
    # content/posts/a.md
    title: A
    tags: [Café]
    # content/posts/b.md
    title: B
    tags: [Café]
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from frontlint.lint import Finding, Label, Site, SiteRule, clip
from frontlint.site.terms import Term, TermUse


class TermNormalForm(SiteRule):
    """Terms of one taxonomy that differ only by how Unicode composes their letters."""

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each use of the form with combining characters, if the other is used as well."""
        groups: defaultdict[tuple[str, str, str], list[Term]] = defaultdict(list)
        for term in site.terms.users:
            if not term.text.isascii():
                composed = unicodedata.normalize("NFC", term.logical_path)
                groups[term.language, term.taxonomy.plural, composed].append(term)
        twins = [group for group in groups.values() if len({term.logical_path for term in group}) > 1]
        for group in twins:
            yield from self._group(site, group)

    def _group(self, site: Site, group: list[Term]) -> Iterator[Finding]:
        uses = site.terms.uses(group)
        paths = sorted({use.logical_path for use in uses}, key=lambda path: _rank(path))
        first = next(use for use in uses if use.logical_path == paths[0])
        for use in uses:
            if use.logical_path != paths[0]:
                yield self._finding(use, first)

    def _finding(self, use: TermUse, other: TermUse) -> Finding:
        text = clip(use.term.value, 30)
        written, meant = use.term.value, other.term.value
        odd = next((char for char in written if unicodedata.combining(char)), "")
        form = f"combining characters (U+{ord(odd):04X})" if odd else "another Unicode form"
        return self.at(
            use.page,
            use.term,
            f"the {clip(use.taxonomy.singular, 14)} `{text}` has {form}, so Hugo makes another term of it",
            help=f"write `{clip(meant, 60)}`, copied from {other.page.path}",
            label="another term to Hugo",
            related=(Label.at(other.page.path, other.term, "the other form"),),
        )


def _rank(path: str) -> tuple[bool, str]:
    """The composed form first: it is what keyboards write."""
    return path != unicodedata.normalize("NFC", path), path
