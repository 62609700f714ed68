"""Keep page fields out of a bundle's files.

Why: An `index.md` makes its folder one page, and every other file beside or below it part of that page. In
such a file, `aliases`, `slug` and `draft` have no effect.
Bad:
    # content/posts/trip/index.md
    title: The trip
    # content/posts/trip/second-day.md
    title: The second day
    slug: day-two
Good:
    # content/posts/trip/_index.md
    title: The trip
    # content/posts/trip/second-day.md
    title: The second day
    slug: day-two
Note: The rule does not report files without these fields, because most are meant to be part of a page. It
does not report the files of a page that Hugo does not publish, or a `url`, which a template may read.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.content.paths import is_index
from frontlint.hugo.fields import as_boolean, as_strings, as_text
from frontlint.hugo.pages.publication import DeadFile, NoPage
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import (
    START,
    ContentPage,
    Finding,
    Label,
    PageFacts,
    Severity,
    Site,
    SiteRule,
    clip,
    code,
    listing,
)


class FieldInBundleResource(SiteRule):
    """Files that a leaf bundle swallows."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file, at the first of its fields that do nothing."""
        for dead in site.publication.dead:
            facts = site.facts(dead.path) if dead.why is NoPage.RESOURCE else None
            owner = site.page(dead.owner) if dead.owner else None
            if facts is None or owner is None or (owner.built and not owner.rendered):
                continue
            if owner.kind is Kind.HOME or is_index(dead.path, site.config):
                continue  # the rules of the group pages report that Hugo does not publish the whole file
            idle = sorted(_idle(facts), key=list(facts.front).index)
            if idle:
                yield self._dead(facts, dead, owner, idle)

    def _dead(self, facts: PageFacts, dead: DeadFile, owner: ContentPage, idle: list[str]) -> Finding:
        verb = "have" if len(idle) > 1 else "has"
        file = code(str(dead.owner).partition("/")[2], 34)
        return self.at(
            facts,
            (idle[0],),
            f"{listing([f'`{one}`' for one in idle])} {verb} no effect: this file is part of the page {file}",
            help=_advice(dead, idle),
            label="has no effect",
            related=(Label.at(owner.path, START, "makes its whole folder one page"),),
        )


def _idle(facts: PageFacts) -> Iterator[str]:
    """The fields that would do something if the file were a page."""
    front = facts.front
    if any(as_strings(front.get("aliases"))):
        yield "aliases"
    if as_text(front.get("slug")):
        yield "slug"
    if as_boolean(front.get("draft")):
        yield "draft"


def _advice(dead: DeadFile, idle: list[str]) -> str:
    folder, _, name = str(dead.owner).rpartition("/")
    if idle == ["draft"]:
        return "delete `draft: true`, or move this file out of the content folder until it is ready"
    return f"rename `{clip(name)}` to `_{clip(name)}`, or move this file out of {code(folder, 50)}"
