"""Keep back the pages of a draft section, too.

Why: `draft: true` in an `_index.md` keeps back only the list. Hugo publishes every page below it that is not
    itself a draft.
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
Note: The rule reports only the outermost of nested drafts. It ignores a draft term, which has no pages below
    it, and a page that says `draft: false` beside a cascade with `draft: true`. If the cascade is for one
    kind of page, the problem is for information only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from frontlint.hugo.config import Origin, Target
from frontlint.hugo.config.targets import items_of, read_cascades
from frontlint.hugo.pages.publication import BuildState
from frontlint.hugo.values.gopath import ancestors, lower
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import START, Finding, Label, Severity, Site, SitePage, SiteRule, Value, clip

_BRANCHES = frozenset({Kind.HOME, Kind.SECTION, Kind.TAXONOMY})
_MOST = 3


class DraftSection(SiteRule):
    """Branches with a file that says draft, and published pages with a file below them."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each outermost draft branch, at the cascade if that makes it a draft."""
        drafts = {
            (page.language, page.logical_path): page
            for page in site.pages
            if page.hidden is BuildState.DRAFT and page.kind in _BRANCHES
        }
        if not drafts:
            return
        published: dict[tuple[str, str], list[SitePage]] = {}
        for page in site.built:
            around = _outermost(page, drafts) if page.rendered else None
            if around is not None:
                published.setdefault(around, []).append(page)
        for key, pages in published.items():
            yield from self._draft(drafts[key], pages, site)

    def _draft(self, branch: SitePage, pages: list[SitePage], site: Site) -> Iterator[Finding]:
        field = "draft" if "draft" in branch.front else "published"
        giver = branch.givers.get(field)
        target = _target(site, giver) if giver else Target()
        pages = [page for page in pages if not _is_an_exception(page, branch)]
        if not pages or (giver is None and branch.facts is None):
            return
        many = f"{len(pages)} pages below it are" if len(pages) > 1 else "1 page below it is"
        value = "true" if field == "draft" else "false"
        list_ = "this list" if giver is None else f"the list of `{_name(branch)}`"
        yield self.at(
            branch,
            (field,),
            f"`{field}: {value}` keeps back only {list_}: {many} published",
            help=_advice(branch, pages) if giver is None else _advice_on_target(branch, target),
            label="does not reach the pages",
            severity=Severity.INFO if target.kind else None,
            related=tuple(
                Label.at(str(page.path), START, "published") for page in pages[:_MOST] if page.facts
            ),
        )


def _is_an_exception(page: SitePage, branch: SitePage) -> bool:
    """Whether the page is declared not to be a draft, against a cascade that would make it one."""
    if "draft" in page.givers:
        return True
    own = page.facts is not None and "draft" in page.facts.front
    return own and ("draft" in branch.givers or any("draft" in one for one in _own_cascades(branch)))


def _own_cascades(branch: SitePage) -> list[dict[str, Value]]:
    value = branch.facts.front.get("cascade") if branch.facts else None
    return [{lower(key): inner for key, inner in item.items()} for _, item in items_of(value)]


def _advice(branch: SitePage, pages: Sequence[SitePage]) -> str:
    """What keeps back the pages: a field of theirs wins over any cascade."""
    cascades = _own_cascades(branch)
    if not cascades:
        add = "add `cascade: {draft: true}`"
    elif isinstance(branch.front["cascade"], list):
        add = "add the item `{draft: true}` to `cascade`"
    elif cascades[0].keys() & {"target", "_target"}:
        add = "make `cascade` a list, and add the item `{draft: true}`"
    else:
        add = "add `draft: true` to `cascade`"
    stubborn = sum(page.facts is not None and "draft" in page.facts.front for page in pages)
    then = f", and delete `draft: false` in {stubborn} of them" if stubborn else ""
    return f"{add} to keep back all pages of `{_name(branch)}`{then}"


def _target(site: Site, giver: Origin) -> Target:
    """The target of a cascade that reaches a page."""
    facts = site.facts(giver.path) if giver.path else None
    if facts is not None:
        cascades = read_cascades(facts.front.get("cascade"), Origin(giver.path, ("cascade",)))
    else:
        cascades = tuple(one for language in site.config.languages for one in language.cascade)
    return next((one.target for one in cascades if one.origin == giver), Target())


def _advice_on_target(branch: SitePage, target: Target) -> str:
    if target.kind:
        return "delete `kind` from the target to keep back the pages, too"
    path = branch.logical_path.rstrip("/")
    return f'write `path: "{{{path or "/"},{path}/**}}"` in the target to keep back the pages, too'


def _outermost(page: SitePage, drafts: Mapping[tuple[str, str], SitePage]) -> tuple[str, str] | None:
    above = ((page.language, path) for path in reversed(ancestors(page.logical_path)))
    return next((key for key in above if key in drafts), None)


def _name(branch: SitePage) -> str:
    return clip(branch.logical_path.strip("/"), 30) or "the site"
