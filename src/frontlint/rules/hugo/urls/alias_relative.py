"""Begin an alias with a slash.

Why: Hugo counts an alias without a slash from the folder of the page's URL, not from the root of the
    website. Links to the address that the author had in mind do not work.
Bad:
    # content/posts/page.md
    aliases:
      - news/page.html
Good:
    # content/posts/page.md
    aliases:
      - /news/page.html
Note: The rule is silent if both spellings lead to one place, and on `./name` and `../name`, which are clear.
    A bare name is reported for information only, because Hugo supports it as a way to rename a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from frontlint.hugo.config import Language
from frontlint.hugo.fields import as_strings
from frontlint.hugo.pages.publication import Claim
from frontlint.hugo.values.gopath import clean, join, lower
from frontlint.lint import Entry, Finding, Route, Severity, Site, SiteRule, clip, code
from frontlint.site.alias_syntax import (
    Flaw,
    flaw,
    is_list_in_text,
    says_where,
    split_at_spaces,
    split_in_words,
)

_TEXT: Route = ("aliases",)
_HARMLESS = frozenset({None, Flaw.SPACE, Flaw.ESCAPE})


class AliasRelative(SiteRule):
    """Where the alias lands depends on the page's URL, and so on the whole site."""

    yields_to = frozenset({"text-for-list"})

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each alias, at its landing place in the page's main output format."""
        told: set[tuple[str, Entry[str] | Route]] = set()
        texts: dict[str, tuple[str, ...]] = {}
        for claim in site.publication.claims:
            written, path = claim.written, claim.page.path
            if written is None or written[:1] == "/" or path is None:  # nearly all
                continue
            if claim.to != claim.page.url or not claim.page.certain:
                continue
            language = site.config.language(claim.page.language)
            if language is None or not _is_meant_from_root(written) or _lands_at_root(claim, language):
                continue
            alias = claim.alias
            if alias is None or (path, alias) in told:
                continue
            told.add((path, alias))
            text = claim.page.front.get("aliases")
            if isinstance(text, str) and text not in texts:  # once for all aliases of a text
                texts[text] = _parts(text)
            parts = texts[text] if isinstance(text, str) else (alias.value,)
            if len(parts) == 1:
                yield from self._relative(claim, alias, language)
            elif parts and (path, _TEXT) not in told:
                told.add((path, _TEXT))
                message, advice, label = split_in_words(parts)
                yield self.at(claim.page, _TEXT, message, help=advice, label=label, severity=Severity.INFO)

    def _relative(self, claim: Claim, alias: Entry[str], language: Language) -> Iterator[Finding]:
        from_root, here = _meant(alias.value, language), _from_root(claim, language)
        if clean(from_root) == clean(here):  # the language in the alias leads where the slash would
            return
        landing = code(unquote(claim.url), 36)
        yield self.at(
            claim.page,
            alias,
            f"`{clip(alias.value, 36)}` has no leading slash, so it becomes {landing}",
            help=f"write `{from_root}`, or `{here}` if that is what you mean",
            label="this alias",
            severity=_severity(alias.value),
        )


def _is_meant_from_root(alias: str) -> bool:
    return not says_where(alias) and flaw(alias) in _HARMLESS


def _lands_at_root(claim: Claim, language: Language) -> bool:
    """Whether a slash in front would change nothing: the page's folder is the root of its language."""
    rooted = join("/", language.host_dir, language.prefix, str(claim.written))
    return claim.output in (rooted, f"{rooted}/index.html", f"{rooted}.html")


def _parts(text: str) -> tuple[str, ...]:
    """The aliases that Hugo makes of a text; none if `alias-malformed` reports it as a list."""
    return () if is_list_in_text(text) or split_at_spaces(text) else as_strings(text)


def _meant(alias: str, language: Language) -> str:
    """The alias from the root: Hugo itself puts the language in front of it."""
    first, slash, rest = alias.partition("/")
    return f"/{rest}" if slash and rest and lower(first) == language.prefix else f"/{alias}"


def _from_root(claim: Claim, language: Language) -> str:
    """Another spelling that lands in the same place, and says so.

    Beside the home page of a language is a place outside of the language: no slash leads there.
    """
    landing = claim.output.removesuffix("index.html")
    for folder in (language.host_dir, language.prefix):
        if folder and not landing.startswith(f"/{folder}/"):
            return f"./{claim.written}"
        landing = landing.removeprefix(f"/{folder}") if folder else landing
    return landing


def _severity(alias: str) -> Severity:
    """A bare name is as good a way to say "beside me" as any, because nobody has to agree on slashes."""
    return Severity.WARNING if "/" in alias.strip("/") else Severity.INFO
