"""Leave out the language that Hugo adds.

Why: If a language has its own folder, Hugo adds that folder to every alias that begins with a slash, to a
    `url` that does not, and to every permalink in its settings. The address that the author had in mind does
    not work.
Bad:
    # hugo.yaml
    defaultContentLanguage: en
    languages: {en: {weight: 1}, fr: {weight: 2}}
    # content/posts/page.fr.md
    aliases:
      - /fr/old-page/
Good:
    # hugo.yaml
    defaultContentLanguage: en
    languages: {en: {weight: 1}, fr: {weight: 2}}
    # content/posts/page.fr.md
    aliases:
      - /old-page/
Fix: Deletes the language from an alias that begins with the language of its page. The redirect is then where
    the alias says, and no longer below the doubled folder. Other addresses have no fix.
Note: The code of another language counts, too: `/de/old/` on a French page becomes `/fr/de/old/`. The rule
    is silent if the site has a section with that name, and if each language has its own host.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from urllib.parse import unquote

from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Language, Permalink
from frontlint.hugo.config.judged import begins_with_language
from frontlint.hugo.config.permalinks import first_folder
from frontlint.hugo.fields import as_text
from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.hugo.urls.permalinks import fitting
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.kinds import Kind
from frontlint.hugo.values.versions import ALIASES_HAVE_LANGUAGE
from frontlint.lint import Entry, Finding, Fix, Outputs, Severity, Site, SitePage, SiteRule, clip
from frontlint.site.alias_syntax import Flaw, flaw
from frontlint.site.collisions import PAGES
from frontlint.site.entry_edits import with_other

_HARMLESS = frozenset({None, Flaw.SPACE, Flaw.ESCAPE})


class AliasLanguageTwice(SiteRule):
    """Where an address lands depends on the folder of the page's language."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each alias and each `url`, in a file or in a cascade."""
        prefixed = {one.code: one for one in site.config.languages if one.prefix}
        if not prefixed or site.config.hugo_version < ALIASES_HAVE_LANGUAGE:
            return
        told: set[tuple[object, ...]] = set()
        handed: dict[tuple[object, ...], Finding] = {}
        for claim in site.publication.claims:
            language = prefixed.get(claim.page.language)
            if language is None or not claim.page.certain:
                continue
            found = self._alias(site, claim, language) if claim.written else self._url(site, claim, language)
            if found is None:
                continue
            giver = claim.page.givers.get("aliases" if claim.written else "url")
            key = (found.path, found.message, found.anchor)
            if giver is not None:
                handed.setdefault((giver, claim.written, found.field), found)
            elif key not in told:
                told.add(key)
                yield found
        if handed:
            meant = _landing_as_written(site)
            yield from (found for key, found in handed.items() if key[:2] not in meant)
        if begins_with_language(site.config):
            yield from self._permalinks(site, prefixed)

    def _permalinks(self, site: Site, prefixed: Mapping[str, Language]) -> Iterator[Finding]:
        """Patterns in the settings; one that is right for a page of another language is left alone."""
        pages: dict[Permalink, list[SitePage]] = {}
        right: set[Route] = set()
        for page in site.publication.pages:
            language = prefixed.get(page.language)
            for permalink in _in_force(site, page):
                code = first_folder(permalink.pattern)
                if language is not None and _is_twice(site, page, language, code):
                    pages.setdefault(permalink, []).append(page)
                elif first_folder(str(page.output)) == code:
                    right.add(permalink.keys)
        told: set[Route] = set()
        for permalink, reached in pages.items():
            if permalink.keys not in right and permalink.keys not in told:
                told.add(permalink.keys)
                yield self._doubled(permalink, reached, prefixed[reached[0].language])

    def _doubled(self, permalink: Permalink, reached: list[SitePage], language: Language) -> Finding:
        code, rest = first_folder(permalink.pattern), _rest(permalink.pattern, language.prefix)
        count = "1 page" if len(reached) == 1 else f"{len(reached)} pages"
        return self.at_setting(
            permalink.keys,
            f"this permalink publishes {count} below `/{clip(language.prefix, 12)}/{clip(code, 12)}/`: "
            f"Hugo adds `/{clip(language.prefix, 12)}`",
            help=f"write `{rest}`" if rest else f"write a pattern without `/{code}`",
            label="this pattern",
        )

    def _alias(self, site: Site, claim: Claim, language: Language) -> Finding | None:
        written = str(claim.written)
        code = first_folder(written) if written.startswith("/") else ""
        if (
            not _is_twice(site, claim, language, code)
            or flaw(written) not in _HARMLESS
            or claim.alias is None
        ):
            return None
        if claim.to != claim.page.url or (claim.page.facts is None and "aliases" not in claim.page.givers):
            return None
        return self.at(
            claim.page,
            claim.alias,
            f"`{clip(written, 32)}` becomes `{_landing(claim)}`: Hugo adds `/{clip(language.prefix, 12)}`",
            help=_advice_on_alias(claim, language, code),
            label="this alias",
            fix=self._once(site, claim, claim.alias, language, code),
        )

    def _once(self, site: Site, claim: Claim, alias: Entry[str], language: Language, code: str) -> Fix | None:
        """The alias without its own language, where nothing else is published there."""
        rest = _rest(alias.value, code) if code == language.prefix else ""
        facts, twice = claim.page.facts, f"/{code}/{code}/"
        if not rest or facts is None or twice not in claim.output:
            return None
        output = claim.output
        while twice in output:
            output = output.replace(twice, f"/{code}/", 1)
        if site.claims.get(output):
            return None
        outputs = Outputs((output,), (claim.output,))
        return self.fix(facts, f"write `{rest}`", *with_other(facts, alias, rest), outputs=outputs)

    def _url(self, site: Site, claim: Claim, language: Language) -> Finding | None:
        page = claim.page
        if claim.why not in PAGES or claim.output != page.output or page.kind is Kind.HOME:
            return None
        url = as_text(page.front.get("url"))
        code = "" if not url or url.startswith("/") else first_folder(url)
        if not _is_twice(site, claim, language, code) or flaw(url) not in _HARMLESS:
            return None
        who = "a page" if "url" in page.givers else "the page"
        return self.at(
            page,
            ("url",),
            f"{who} is published at `{_landing(claim)}`: Hugo adds `/{clip(language.prefix, 12)}`",
            help=_advice_on_url(url, language, code),
            label="this url",
        )


def _landing_as_written(site: Site) -> Set[tuple[object, ...]]:
    """The addresses in cascades that are right in another language which has them from there, too."""
    found: set[tuple[object, ...]] = set()
    for claim in site.publication.claims:
        key = "aliases" if claim.written else "url"
        if key not in claim.page.givers or claim.why is ClaimKind.REDIRECT:
            continue
        written = claim.written or as_text(claim.page.front.get("url"))
        if first_folder(claim.output) == first_folder(written):
            language = site.config.language(claim.page.language)
            if language is None or language.prefix != first_folder(written):
                found.add((claim.page.givers[key], claim.written))
    return found


def _in_force(site: Site, page: SitePage) -> Sequence[Permalink]:
    """The permalinks that a page has its address from."""
    language = site.config.language(page.language)
    if language is None or not (language.permalinks and page.rendered and page.certain):
        return ()
    if page.output is None or page.kind is Kind.HOME or as_text(page.front.get("url")):
        return ()
    return fitting(language, page.kind, page.logical_path)


def _landing(claim: Claim) -> str:
    return clip(unquote(claim.url), 44)


def _is_twice(site: Site, lands: Claim | SitePage, language: Language, code: str) -> bool:
    """Whether a first folder is the code of a language, and not the name of a section in this one."""
    if not code or site.config.language(code) is None:
        return False
    landing = f"/{language.prefix}/{code}"
    if not f"{lower(str(lands.output))}/".startswith((f"{landing}/", f"{landing}.")):
        return False  # in a `url`, `..` may lead out of the language
    page = site.at(language.code, f"/{code}")
    return page is None or not page.rendered


def _rest(address: str, code: str) -> str:
    """The address after its first folder, with a slash in front; empty if nothing is left.

    `code` is the page's own language: written twice, both are too many.
    """
    rest = address.lstrip("/").partition("/")[2].lstrip("/")
    while code and rest and first_folder(rest) == code:
        rest = rest.partition("/")[2].lstrip("/")
    return f"/{rest}" if rest else ""


def _advice_on_alias(claim: Claim, language: Language, code: str) -> str:
    rest = _rest(str(claim.written), code if code == language.prefix else "")
    if code == language.prefix:
        return (
            f"write `{rest}`" if rest else f"delete the alias: `/{code}/` is the home page of this language"
        )
    if "aliases" in claim.page.givers:
        return f"delete the alias, or write `{rest}` on the page in {code}"
    up = "../" * max(0, _folder(claim).count("/") - 1)
    there = str(claim.written).lstrip("/")
    in_other = f", or write `{rest}` on the page in {code}" if rest else ""
    return f"write `{up or './'}{there}`{in_other}"


def _folder(claim: Claim) -> str:
    """The folder that Hugo counts relative aliases from, and one level more."""
    output = str(claim.page.output)
    return output.rpartition("/")[0] if output.endswith("/index.html") else output


def _advice_on_url(url: str, language: Language, code: str) -> str:
    rest = _rest(url, code if code == language.prefix else "")
    if code == language.prefix and rest:
        return f"write `{rest[1:]}` or `/{language.prefix}{rest}`"
    at = 0
    while url.startswith(("./", "/"), at):
        at += 1 + (url[at] == ".")
    return f"write `/{url[at:]}`"
