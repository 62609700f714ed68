"""Keep back the pages of a draft section, too.

Why: `draft: true` in an `_index.md` keeps back the list alone. Hugo publishes every page below it that is
    not a draft itself.
Bad:
    # content/plans/_index.md
    title: Plans
    draft: true
    # content/plans/garden.md
    title: Garden
Good:
    # content/plans/_index.md
    title: Plans
    draft: true
    cascade:
      draft: true
    # content/plans/garden.md
    title: Garden
Note: Of drafts in one another the outermost is reported. A draft term is left alone: it has no pages of
    its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.phrases import clip
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.hugo.pages.publication import BuildState, ContentPage
from frontlint.hugo.values.gopath import ancestors
from frontlint.hugo.values.kinds import Kind
from frontlint.lint.rule import SiteRule
from frontlint.site.model import Site

_BRANCHES = frozenset({Kind.HOME, Kind.SECTION, Kind.TAXONOMY})
_MOST = 3


class DraftSection(SiteRule):
    """Branches with a file that says draft, and published pages with a file below them."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each outermost draft branch."""
        drafts = {
            (page.language, page.logical_path): page
            for page in site.pages
            if page.hidden is BuildState.DRAFT and page.kind in _BRANCHES
        }
        if not drafts:
            return
        published: dict[tuple[str, str], list[ContentPage]] = {}
        for page in site.built:
            around = _outermost(page, drafts) if page.rendered else None
            if around is not None:
                published.setdefault(around, []).append(page)
        for key, pages in published.items():
            yield from self._draft(drafts[key], pages)

    def _draft(self, branch: ContentPage, pages: list[ContentPage]) -> Iterator[Finding]:
        facts = branch.facts
        field = next((name for name in ("draft", "published") if name in facts.front), None)
        if field is None:
            return  # a cascade made it a draft: that is where to look
        many = f"{len(pages)} pages below it are" if len(pages) > 1 else "1 page below it is"
        value = "true" if field == "draft" else "false"
        yield self.at(
            branch,
            (field,),
            f"`{field}: {value}` keeps back this list only: {many} published",
            help=f"add `cascade: {{{field}: {value}}}` to keep back all pages of {_name(branch)}",
            label="does not reach the pages",
            related=tuple(Label(page.path, page.facts.start, "published") for page in pages[:_MOST]),
        )


def _outermost(page: ContentPage, drafts: Mapping[tuple[str, str], ContentPage]) -> tuple[str, str] | None:
    above = ((page.language, path) for path in reversed(ancestors(page.logical_path)))
    return next((key for key in above if key in drafts), None)


def _name(branch: ContentPage) -> str:
    return clip(branch.logical_path.strip("/"), 30) or "the site"
