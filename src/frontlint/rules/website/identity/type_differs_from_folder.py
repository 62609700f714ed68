"""A page's type must match its folder.

Why: Scripts and templates find a page's data by its type, and the page by its folder. A type that is left
from a copied page puts it among pages of another kind.
Bad:
    # content/resources/workshops/kneading/index.md
    title: Kneading
    ResourceId: aB3-dE_fG9h
    ResourceType: recipes
Good:
    # content/resources/workshops/kneading/index.md
    title: Kneading
    ResourceId: aB3-dE_fG9h
    ResourceType: workshops
Note: The rule compares ClassificationType, ResourceType and ItemType with the taxonomy's folder, or with the
folder below `resources`. It does not look at marketing pages, programs and the index pages of those folders.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.content.paths import Location
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Page, Severity, assignment, code, contrast
from frontlint.website.collect import facts_of
from frontlint.website.ids import item_kind
from frontlint.website.rule import WebsitePageRule

_TYPES = ("ClassificationType", "ResourceType", "ItemType")
_KINDS = frozenset({"", "resource", "classification"})


class TypeDiffersFromFolder(WebsitePageRule):
    """ClassificationType, ResourceType or ItemType is not the folder's name."""

    budget = 15_000  # the kind of the page is worked out
    severity = Severity.ERROR
    marks = frozenset({"classificationtype", "resourceid", "itemid", "itemkind"})
    """`resourceType: pdf` alone may be a key of any other website."""

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each of the three keys that disagrees."""
        marks = facts_of(page).marks
        location = page.location
        if location is None or item_kind(marks) not in _KINDS:
            return
        folder = _folder(location)
        for name in _TYPES if folder else ():
            if marks.text(name) not in ("", folder):
                own, wanted = contrast(marks[name].value, folder, 24)
                key = str(marks[name].route[0])
                yield self.at(
                    page,
                    marks[name].route,
                    f"`{name}` is {code(own, 24)}, but the page is in the folder {code(wanted, 24)}",
                    help=f"write `{assignment(page.document.format, key, folder)}`, or move the page",
                    label="the type",
                )


def _folder(location: Location) -> str:
    """The folder that the type should be named after; empty where none is needed."""
    first, _, below = location.raw_container.strip("/").partition("/")
    if location.kind is Kind.TERM:
        return first
    return below.partition("/")[0] if first == "resources" else ""
