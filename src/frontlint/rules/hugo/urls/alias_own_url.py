"""Keep a page's own URL out of its aliases.

Why: Hugo writes the page over the redirect, so the alias has no effect. In a list of redirects made from the
    aliases, it leads to itself.
Bad:
    aliases:
      - /posts/page/
Good:
    aliases:
      - /posts/an-earlier-name/
Fix: Deletes the alias, if it is the URL of the page in each of its languages and output formats. Hugo
    publishes the same files.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import ClaimKind
from frontlint.lint import Entry, Finding, Fix, PageFacts, Severity, Site, SiteRule, clip, code
from frontlint.site.alias_syntax import Flaw, flaw
from frontlint.site.entry_edits import without


class AliasOwnUrl(SiteRule):
    """A redirect of a page onto itself; letter case must agree, for `/About` may well lead to `/about/`."""

    severity = Severity.INFO

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each alias, however many output formats repeat it."""
        reported: set[tuple[str, Entry[str]]] = set()
        elsewhere: set[tuple[str | None, Entry[str] | None]] | None = None
        for _, group in site.shared_claims:
            own = {claim.page.path for claim in group if claim.why is ClaimKind.PAGE and claim.page.certain}
            for claim in group if own else ():
                path, written = claim.page.path, claim.written
                if written is None or path is None or path not in own or flaw(written) is Flaw.EMPTY:
                    continue
                alias = claim.alias
                if alias is not None and (path, alias) not in reported:
                    reported.add((path, alias))
                    elsewhere = _elsewhere(site) if elsewhere is None else elsewhere
                    yield self.at(
                        claim.page,
                        alias,
                        f"the alias {code(alias.value, 70)} is the page's own URL",
                        help=_title(alias),
                        label="this alias",
                        fix=None if (path, alias) in elsewhere else self._without(claim.page.facts, alias),
                    )

    def _without(self, facts: PageFacts | None, alias: Entry[str]) -> Fix | None:
        return None if facts is None else self.fix(facts, _title(alias), *without(facts, alias))


def _title(alias: Entry[str]) -> str:
    return f"delete the alias `{clip(alias.value, 70)}`"


def _elsewhere(site: Site) -> set[tuple[str | None, Entry[str] | None]]:
    """The aliases, by file, that also are a redirect: in another language or output format of the page."""
    found: set[tuple[str | None, Entry[str] | None]] = set()
    for group in site.claims.values():
        own = {claim.page.path for claim in group if claim.why is ClaimKind.PAGE}
        found.update((one.page.path, one.alias) for one in group if one.alias and one.page.path not in own)
    return found
