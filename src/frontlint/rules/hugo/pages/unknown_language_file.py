"""A file name's language must exist on the site.

Why: Hugo reads `_index.fr.md` as the French list of its folder only if `fr` is a language of the site.
    Otherwise the code is part of the name, and Hugo publishes a page such as `/posts/_index.fr/`.
Bad:
    # content/posts/_index.fr.md
    title: Les billets
Good:
    # hugo.yaml
    defaultContentLanguage: en
    languages: {en: {weight: 1}, fr: {weight: 2}}
    # content/posts/_index.fr.md
    title: Les billets
Note: Names other than `index` and `_index` count only beside a page of the same name, such as `plan.fr.md`
    beside `plan.md`: a `.so` or `.cs` may be part of the title. The rule ignores disabled languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.content.languagecodes import is_language_code
from frontlint.hugo.content.paths import stem_of
from frontlint.hugo.pages.publication import DeadFile, NoPage
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.kinds import Bundle
from frontlint.lint import START, Finding, PageFacts, Severity, Site, SitePage, SiteRule, clip

_BUNDLES = frozenset({"index", "_index"})


class UnknownLanguageFile(SiteRule):
    """Names with the code of a language that the site does not have."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file."""
        told: set[str] = set()
        for page in site.built:
            facts = page.facts
            if "." not in page.logical_path or page.bundle is not Bundle.SINGLE or facts is None:
                continue
            code = _unknown_code(site, page) if page.rendered and facts.path not in told else ""
            if code:
                told.add(facts.path)
                words = f"published at `{clip(str(page.url), 34)}`"
                yield self._unknown(facts, words, code)
        for dead in site.publication.dead:
            code = _code_of_dead(site, dead) if dead.why is NoPage.RESOURCE else ""
            lost = site.facts(dead.path) if code else None
            if lost is not None:
                yield self._unknown(lost, "not published", code)

    def _unknown(self, facts: PageFacts, words: str, code: str) -> Finding:
        name = clip(facts.path.rpartition("/")[2], 30)
        return self.at(
            facts,
            START,
            f"`{name}` is {words}: the site has no language `{code}`",
            help=f"add the language `{code}` to Hugo's settings, or rename the file",
            label="this file",
        )


def _code_of(stem: str) -> tuple[str, str]:
    """The name before a code of a language at the end of a stem, and the code; two empty texts otherwise."""
    base, dot, code = stem.rpartition(".")
    return (base, code) if dot and base and is_language_code(code) else ("", "")


def _unknown_code(site: Site, page: SitePage) -> str:
    base, code = _code_of(stem_of(str(page.path), site.config))
    if not code or lower(base) in _BUNDLES:
        return code
    folder = page.logical_path.rpartition("/")[0]
    beside = f"{folder}/{page.logical_path.rpartition('/')[2].rpartition('.')[0]}"
    found = (site.at(language.code, beside) for language in site.config.languages)
    return code if any(other is not None and other.path is not None for other in found) else ""


def _code_of_dead(site: Site, dead: DeadFile) -> str:
    base, code = _code_of(stem_of(dead.path, site.config))
    return code if lower(base) in _BUNDLES else ""
