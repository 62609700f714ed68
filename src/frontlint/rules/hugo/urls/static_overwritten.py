"""Keep pages and aliases off the files of the static folder.

Why: Hugo copies the static files first, and then writes pages and redirects over them without a word. The
file that somebody put there is never published.
Bad:
    # static/old-plan/index.html
    <p>The plan of last year</p>
    # content/posts/plan.md
    title: The plan
    aliases:
      - /old-plan/
Good:
    # static/plan-of-last-year/index.html
    <p>The plan of last year</p>
    # content/posts/plan.md
    title: The plan
    aliases:
      - /old-plan/
Note: Looks at pages that have a file. Themes and module mounts may bring more static files, which are not
known.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint import Finding, Severity, Site, SiteRule, clip
from frontlint.site.collisions import place

_OURS = frozenset({ClaimKind.PAGE, ClaimKind.ALIAS})


class StaticOverwritten(SiteRule):
    """Output files of pages against the project's static files."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page or alias, and each file that it overwrites."""
        if not site.static_files:
            return
        for claim in site.publication.claims:
            file = claim.output.removeprefix("/")
            is_ours = claim.why in _OURS and claim.page.path is not None and claim.page.certain
            if is_ours and file in site.static_files:
                yield self._overwrites(claim, file)

    def _overwrites(self, claim: Claim, file: str) -> Finding:
        name = "this page" if claim.alias is None else f"the alias {clip(claim.alias.value, 36)}"
        another = "give the page another url" if claim.alias is None else "remove the alias"
        return self.at(
            claim.page,
            place(claim),
            f"{name} is written over the static file {clip(file, 44)}",
            help=f"{another}, or remove the file from the static folder",
            label="written to the same place",
        )
