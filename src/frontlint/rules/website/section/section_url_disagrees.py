"""A section's url and resourceType must match.

Why: A section lists the resources of its resourceType at its url. If the two differ, visitors of one folder
see the resources of another.
Bad:
    # content/resources/recipes/_index.md
    title: Recipes
    url: /resources/recipes/
    resourceType: workshops
Good:
    # content/resources/recipes/_index.md
    title: Recipes
    url: /resources/recipes/
    resourceType: recipes
Note: The rule looks at index pages of sections whose url begins with the section's first folder. Letter case
and a plural make no difference, and the type may be any folder of the url.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.values.kinds import Bundle, Kind
from frontlint.lint import Finding, Label, Page, Severity, assignment, shorten
from frontlint.website.rule import WebsitePageRule


class SectionUrlDisagrees(WebsitePageRule):
    """`url` and `resourceType` of one `_index` page."""

    budget = 12_000  # the address of the section is worked out
    severity = Severity.WARNING
    keys = frozenset({"resourcetype"})

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding at most: at the type, or at the url where that is not the folder's."""
        url, kind = page.get("url"), page.get("resourceType")
        location = page.location
        if not isinstance(url, str) or not isinstance(kind, str) or not kind.strip() or location is None:
            return
        if location.bundle is not Bundle.BRANCH or location.kind is not Kind.SECTION or ":" in url:
            return
        first, *folders = [_alike(part) for part in url.split("/") if part] or [""]
        if first != _alike(location.section) or not folders or _alike(kind) in folders:
            return
        own = _alike(location.raw_base_name)
        where, other = ("url", "resourceType") if _alike(kind) == own else ("resourceType", "url")
        yield self.at(
            page,
            where,
            f"`url: {shorten(url, 36)}` and `resourceType: {shorten(kind, 28)}` are different folders",
            help=_help(page, where, location.raw_base_name),
            label=f"this {where}",
            related=(Label(page.facts.path, page.at(other), f"and this {other}"),),
        )


def _help(page: Page, where: str, folder: str) -> str:
    """The line with the name of the folder, at the one of the two that is not that folder."""
    if where == "url":
        return f"write the name of the folder in `url`, such as `/{page.facts.path.split('/')[1]}/{folder}/`"
    line = assignment(page.document.format, str(page.key("resourceType")), folder)
    return f"write `{line}`, the name of the folder"


def _alike(folder: str) -> str:
    """The name of a folder in the singular: pages write `recipe` as well as `recipes`."""
    name = folder.strip().lower().replace(" ", "-")
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")
