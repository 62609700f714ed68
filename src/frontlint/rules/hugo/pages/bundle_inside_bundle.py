"""Keep index files out of another page's folder.

Why: An `index.md` makes its folder, and all folders in it, one page. Another `index.md` or `_index.md` in it
    is part of that page: Hugo does not publish it, and lists nothing below it.
Bad:
    # content/trip/index.md
    title: The trip
    # content/trip/day-one/index.md
    title: Day one
Good:
    # content/trip/_index.md
    title: The trip
    # content/trip/day-one/index.md
    title: Day one
Note: The rule is silent if Hugo does not render the outer page: such a bundle holds files for templates.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.content.paths import is_index
from frontlint.hugo.pages.publication import NoPage
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import START, ContentPage, Finding, Label, PageFacts, Severity, Site, SiteRule, clip


class BundleInsideBundle(SiteRule):
    """Bundles that a leaf bundle swallows; those below a home page are for `home-is-leaf`."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file."""
        for dead in site.publication.dead:
            if dead.why is not NoPage.RESOURCE or not is_index(dead.path, site.config):
                continue
            facts, owner = site.facts(dead.path), site.page(str(dead.owner))
            if (
                facts is None
                or owner is None
                or owner.kind is Kind.HOME
                or (owner.built and not owner.rendered)
            ):
                continue
            yield self._inside(facts, owner)

    def _inside(self, facts: PageFacts, owner: ContentPage) -> Finding:
        around, _, name = owner.path.rpartition("/")
        beside = facts.path.rpartition("/")[0] == around
        place = f"the `{name}` beside it" if beside else f"`{clip(around.partition('/')[2], 36)}/{name}`"
        instead = (
            f"delete one of the two files: `{name}` is a page, `_{name.lstrip('_')}` a list of pages"
            if beside
            else f"rename `{name}` to `_{name}` if it is a list of pages, or move this file out of its folder"
        )
        return self.at(
            facts,
            START,
            f"Hugo does not publish this page: it is part of {place}",
            help=instead,
            label="this file",
            related=(Label.at(owner.path, START, "makes its whole folder one page"),),
        )
