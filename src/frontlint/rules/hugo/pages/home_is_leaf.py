"""Name the home page's file `_index.md`.

Why: `index.md` at the root of the content folder makes the home page a leaf bundle. Hugo then treats every
    other content file as part of the home page, and publishes none of them.
Bad:
    # content/index.md
    title: Home
    # content/about.md
    title: About
Good:
    # content/_index.md
    title: Home
    # content/about.md
    title: About
Note: The rule is silent on a site of one page, and if `ignoreLogs` in Hugo's settings names
    `warning-home-page-is-leaf-bundle`.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import NoPage
from frontlint.hugo.values.kinds import Bundle, Kind
from frontlint.lint import START, Finding, Label, PageFacts, Severity, Site, SiteRule

_HUGOS_WARNING = "warning-home-page-is-leaf-bundle"
_MOST = 3


class HomeIsLeaf(SiteRule):
    """An `index` file, of any language, in the root of the content."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file of a home page that swallows others."""
        leaves = [page for page in site.pages if page.kind is Kind.HOME and page.bundle is Bundle.LEAF]
        if not leaves or _HUGOS_WARNING in site.config.ignored_logs:
            return
        owners = {page.path for page in leaves}
        lost = [
            file for file in site.publication.dead if file.why is NoPage.RESOURCE and file.owner in owners
        ]
        files = {page.path: page.facts for page in leaves}
        swallowed = [facts for file in lost if (facts := site.facts(file.path)) is not None]
        for facts in files.values() if lost else ():
            yield self._leaf(facts, swallowed)

    def _leaf(self, facts: PageFacts, lost: list[PageFacts]) -> Finding:
        count = f"{len(lost)} content files" if len(lost) > 1 else "1 content file"
        folder, _, name = facts.path.rpartition("/")
        has_branch = any(one.path.startswith(f"{folder}/_index.") for one in lost)
        return self.at(
            facts,
            START,
            f"the home page is a leaf bundle, so Hugo does not publish {count} below it",
            help=f"move its text into `_{name}`, then delete this file"
            if has_branch
            else f"rename it to `_{name}`",
            label="this file",
            related=tuple(Label.at(one.path, START, "not published") for one in lost[:_MOST]),
        )
