"""A parent must be an existing page.

Why: The website shows a classification below its parent. If the parent does not exist or is a draft, the
    page and everything below it have no place in the hierarchy.
Bad:
    # content/tags/garden-model/_index.md
    ClassificationType: tags
    parent: tags/operating-mode
    # content/tags/operating-model/_index.md
    ClassificationType: tags
Good:
    # content/tags/garden-model/_index.md
    ClassificationType: tags
    parent: tags/operating-model
    # content/tags/operating-model/_index.md
    ClassificationType: tags
Note: The rule looks only at term pages with the website's keys; elsewhere, `parent` may mean anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import START, ContentPage, Finding, Label, Severity, Site, code
from frontlint.site.nearest import logical_form
from frontlint.site.page_names import PageNames
from frontlint.site.ref_advice import HIDDEN
from frontlint.website.hierarchy import MissingParent
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of


class ParentMissing(WebsiteSiteRule):
    """A parent needs a file: a term that is merely used does not know its children."""

    severity = Severity.ERROR
    asks_nearest = True

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each entry of the key `parent`."""
        names: dict[str, PageNames] = {}
        for missing in website_of(site).tree.missing:
            parent = code(missing.entry.value, 50)
            hidden = missing.hidden
            yield self.at(
                missing.page,
                missing.entry,
                f"there is no page for the parent {parent}"
                if hidden is None
                else f"the parent {parent} is {HIDDEN.get(hidden.hidden, 'not built')}",
                help=_advice(site, missing, names),
                label="this parent",
                related=()
                if not isinstance(hidden, ContentPage)
                else (Label.at(hidden.path, START, "this page is not built"),),
            )


def _advice(site: Site, missing: MissingParent, names: dict[str, PageNames]) -> str:
    """What to write; `names` are those of the classifications of each language, made when first asked for."""
    if missing.hidden is not None:
        return f"publish {missing.hidden.path}, or write another parent"
    language = missing.page.language
    if language not in names:
        website = website_of(site)
        names[language] = PageNames(
            page for page in site.built if website.is_classification(page) and page.language == language
        )
    near = names[language].nearest(logical_form(missing.entry.value), missing.page)
    if near is not None:
        return f"write `{near.logical_path.lstrip('/')}`"
    file = site.file_of_branch(missing.page.language, missing.entry.value)
    return f"create {file}, or write another parent"
