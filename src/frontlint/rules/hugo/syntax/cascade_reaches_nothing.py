"""A cascade's target must match a page.

Why: No page gets the values of this cascade. Hugo reports no error at a misspelt path or kind in a target:
it builds the pages as if the cascade did not exist.
Bad:
    # content/blog/_index.md
    title: Blog
    cascade:
      target: {path: /blgo/**}
      draft: true
Good:
    # content/blog/_index.md
    title: Blog
    cascade:
      target: {path: /blog/**}
      draft: true
    # content/blog/first.md
    title: First
Note: The rule is silent if the target names another environment or language than the check is for, and if
themes, modules or content adapters make pages that frontlint does not see. The path in a target is the
page's path from the content folder, without its extension, and begins with a slash.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from frontlint.hugo.config.targets import is_kind, read_target
from frontlint.hugo.values.cast import as_text
from frontlint.hugo.values.glob import GlobError, matches
from frontlint.hugo.values.gopath import lower
from frontlint.lint import Finding, Page, PageRule, Value, clip
from frontlint.lint.cascade import CascadePage

if TYPE_CHECKING:
    from frontlint.site.model import Site


class CascadeReachesNothing(PageRule):
    """Found wherever a cascade has a target; the site decides whether a page matches."""

    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each cascade with a target that may fit in this run."""
        if not isinstance(page, CascadePage) or page.target is None or not page.document.data:
            return
        target = page.target_value
        if isinstance(target, dict) and target and self._may_fit(target, page):
            yield self.at(
                page,
                page.target_span,
                f"the target of this cascade matches no page{_words(target)}",
                help=_help(target),
            )

    def _may_fit(self, value: dict[str, Value], page: CascadePage) -> bool:
        try:
            target = read_target(value)
            environment = target.environment
            if target.languages or (target.kind and not is_kind(target.kind)):  # `syntax` reports the latter
                return False
            return not environment or matches(environment, page.config.environment)
        except GlobError:
            return False

    def awaits_site(self, finding: Finding) -> bool:
        """Always: the pages of the site decide."""
        return True

    def settle(self, finding: Finding, site: Site) -> Finding | None:
        """The finding if no page is reached, and all pages are known."""
        facts = site.facts(finding.path)
        if site.config.foreign_content or (facts is not None and site.page(finding.path) is None):
            return None
        return None if site.handed_down.reaches(finding) else finding


def _words(target: dict[str, Value]) -> str:
    parts = [f"{key}: {clip(as_text(value), 40)}" for key, value in target.items() if as_text(value)]
    return f": `{', '.join(parts)}`" if parts and len(", ".join(parts)) < 70 else ""


def _help(target: dict[str, Value]) -> str:
    path = next((as_text(value) for key, value in target.items() if lower(key) == "path"), "")
    if path and not path.startswith(("/", "*", "{")):
        return f"begin the path with a slash: `path: /{clip(path, 40)}`"
    what = (
        "path that matches a page, such as `/blog/**`,"
        if path
        else "target that matches a page, such as `kind: page`,"
    )
    return f"write a {what} or delete the cascade"
