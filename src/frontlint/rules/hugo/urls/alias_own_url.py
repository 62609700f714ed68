"""Leave the page's own URL out of its aliases.

Why: Hugo writes the page over the redirect, so that the alias does nothing; in a list of redirects made from
    the aliases it leads to itself.
Bad:
    aliases:
      - /posts/page/
Good:
    aliases:
      - /posts/an-earlier-name/
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import ClaimKind
from frontlint.lint import Entry, Finding, Severity, Site, SiteRule, clip
from frontlint.site.alias_syntax import Flaw, flaw


class AliasOwnUrl(SiteRule):
    """A redirect of a page onto itself; letter case must agree, for `/About` may well lead to `/about/`."""

    severity = Severity.INFO

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each alias, however many output formats repeat it."""
        reported: set[tuple[str, Entry[str]]] = set()
        for group in site.claims.values():
            own = {claim.page.path for claim in group if claim.why is ClaimKind.PAGE and claim.page.certain}
            for claim in group if own and len(group) > 1 else ():
                path, written = claim.page.path, claim.written
                if written is None or path is None or path not in own or flaw(written) is Flaw.EMPTY:
                    continue
                alias = claim.alias
                if alias is not None and (path, alias) not in reported:
                    reported.add((path, alias))
                    yield self.at(
                        claim.page,
                        alias,
                        f"{clip(alias.value, 70)} is the page's own URL",
                        help="remove the alias",
                        label="this alias",
                    )
