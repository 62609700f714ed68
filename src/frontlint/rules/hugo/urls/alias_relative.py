"""Begin an alias with a slash.

Why: Hugo counts such an alias from the folder around the page's own URL, not from the root of the website.
    Links to the address that the author had in mind stay broken.
Bad:
    # content/posts/page.md
    aliases:
      - news/page.html
Good:
    # content/posts/page.md
    aliases:
      - /news/page.html
Note: `./name` and `../name` are left alone, for they say what they do. A bare name is for
    information only: Hugo knows it as a way to rename a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.phrases import clip
from frontlint.findings.finding import Finding, Severity
from frontlint.hugo.content.facts import Located
from frontlint.hugo.pages.publication import Claim
from frontlint.lint.rule import SiteRule
from frontlint.site.alias_syntax import Flaw, flaw
from frontlint.site.model import Site

_HARMLESS = frozenset({None, Flaw.SPACE, Flaw.ESCAPE})


class AliasRelative(SiteRule):
    """Where the alias lands depends on the page's URL, and so on the whole site."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each alias, at its landing place in the page's main output format."""
        told: set[tuple[str, Located[str]]] = set()
        for claim in site.publication.claims:
            written, path = claim.written, claim.page.path
            if written is None or path is None or claim.to != claim.page.url or not claim.page.certain:
                continue
            alias = claim.alias if _is_meant_from_root(written) else None
            if alias is not None and (path, alias) not in told:
                told.add((path, alias))
                landing = _from_root(site, claim)
                yield self.at(
                    claim.page,
                    alias,
                    f"{clip(alias.value, 40)} has no leading slash and lands at {clip(landing, 40)}",
                    help=f"write /{alias.value}, or {landing} if that is what you mean",
                    label="this alias",
                    severity=_severity(alias.value),
                )


def _is_meant_from_root(alias: str) -> bool:
    return not alias.startswith(("/", "./", "../")) and flaw(alias) in _HARMLESS


def _from_root(site: Site, claim: Claim) -> str:
    """The alias with a leading slash that lands in the same place: Hugo puts the language in front of it."""
    landing = claim.output.removesuffix("index.html")
    language = site.config.language(claim.page.language)
    if language is not None and language.prefix:
        landing = landing.removeprefix("/" + language.prefix)
    return landing


def _severity(alias: str) -> Severity:
    """A bare name is as good a way to say "beside me" as any, because nobody has to agree on slashes."""
    return Severity.WARNING if "/" in alias.strip("/") else Severity.INFO
