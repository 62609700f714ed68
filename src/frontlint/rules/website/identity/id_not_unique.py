"""Give each page an id of its own.

Why: The id is the page's permanent address, `/resources/<id>`, and the key of its data. With one id on two
pages the permanent link leads to either, and each page overwrites the data of the other.
Bad:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    # content/resources/blog/rye-bread/index.md
    title: Rye bread, revised
    ResourceId: aB3-dE_fG9h
Good:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    # content/resources/blog/rye-bread/index.md
    title: Rye bread, revised
    ResourceId: Zx9cV8bN7m_
Note: Reported at every page that has the id, drafts too. Translations of one page may share it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from frontlint.base.phrases import contrast
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.frontmatter.parsed import shorten
from frontlint.lint.rule import SiteRule
from frontlint.site.collisions import MOST
from frontlint.site.model import IdUse, Site
from frontlint.website.ids import is_id


class IdNotUnique(SiteRule):
    """Two pages with one ResourceId or ItemId."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding at each page that has the id."""
        for uses in site.ids.values():
            count = _counter(uses) if len(uses) > 1 else None
            for use in uses if count else ():
                others = list(islice((other for other in uses if _is_rival(use, other)), MOST))
                if count and others and _is_of_the_website(use):
                    yield self._finding(use, others, count(use))

    def _finding(self, use: IdUse, others: list[IdUse], count: int) -> Finding:
        """`others` are the first of the `count` rivals: all of them, at each of them, would be endless."""
        folder, _ = contrast(_folder(others[0]), _folder(use), 60)
        more = f" and {count - 1} more" if count > 1 else ""
        return self.at(
            use.page,
            use.id,
            f"{use.key} {shorten(use.id.value, 20)} is also the id of {folder}{more}",
            help="give the newer page an id of its own; after a rename, delete the old page",
            label="this id",
            related=tuple(Label(str(other.page.path), other.id.span, "has the same id") for other in others),
        )


def _is_rival(use: IdUse, other: IdUse) -> bool:
    """Another page, and not a translation of this one."""
    same_page = other.page.path == use.page.path
    return not same_page and (
        other.page.language == use.page.language or other.page.logical_path != use.page.logical_path
    )


def _counter(uses: Sequence[IdUse]) -> Callable[[IdUse], int]:
    """Counts the rivals of a use without looking at all uses once more: all but its page and translations."""
    of_file = Counter(use.page.path for use in uses)
    of_page = Counter(use.page.logical_path for use in uses)
    of_one = Counter((use.page.logical_path, use.page.language) for use in uses)

    def count(use: IdUse) -> int:
        page = use.page
        translations = of_page[page.logical_path] - of_one[page.logical_path, page.language]
        return len(uses) - of_file[page.path] - translations

    return count


def _is_of_the_website(use: IdUse) -> bool:
    """A `resourceId: 7` of any other website is not an id that has to be unique."""
    facts = use.page.facts
    return is_id(use.id.value) or (facts is not None and len(facts.marks) > 1)


def _folder(use: IdUse) -> str:
    """What the page is called in a message: its path without the content folder and `index.md`."""
    path = str(use.page.path).partition("/")[2]
    return path.removesuffix("/index.md").removesuffix("/_index.md")
