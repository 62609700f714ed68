"""Keep pages and aliases off static files.

Why: Hugo copies the static files first, and then silently writes pages and redirects over them. It never
publishes the static file.
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
Note: The rule looks at pages that have a file. Themes and module mounts may bring more static files, which
frontlint does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint import Finding, Severity, Site, SiteRule, code
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
        name = "this page" if claim.alias is None else f"the alias {code(claim.alias.value, 34)}"
        another = "write another `url` here"
        if claim.alias is not None:
            another = f"delete the alias {code(claim.alias.value, 60)}"
        return self.at(
            claim.page,
            place(claim),
            f"{name} overwrites the static file {code(file, 40)}",
            help=f"{another}, or delete the static file {code(file, 60)}",
            label="written to the same place",
        )
