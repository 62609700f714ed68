"""Write terms without /, &, ' or commas.

Why: A term becomes a folder in the URL. A slash cuts it in two, and Hugo drops the other signs. The
website's template stops the build at such a term.
Bad:
    # content/posts/page.md
    ResourceId: aB3-dE_fG9h
    tags:
      - Seeds & Soil
    # content/tags/garden-model/_index.md
    title: Garden Model
    ClassificationType: tags
Good:
    # content/posts/page.md
    ResourceId: aB3-dE_fG9h
    tags:
      - Seeds and Soil
    # content/tags/garden-model/_index.md
    title: Garden Model
    ClassificationType: tags
Note: The rule looks at taxonomies in which a term page has one of the website's keys. Other sites can use
any characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.hugo.pages.terms import term_path
from frontlint.lint import Finding, Severity, Site, clip, code, listing
from frontlint.lint.option import option
from frontlint.site.terms import Term, TermUse
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of


@dataclass(frozen=True, slots=True)
class Options:
    """What a term must not have."""

    characters: str = option("/&',", "The characters at which the website's template stops.")


class TermCharacters(WebsiteSiteRule):
    """Of scope site because only the term pages tell whether the taxonomy is one of the website."""

    yields_to = frozenset({"text-for-list"})

    severity = Severity.ERROR
    options_type = Options
    options: Options

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each such term, with all of the characters."""
        website = website_of(site)
        refused = [term for term in site.terms.users if self._found(term) and website.is_closed(term)]
        for use in site.terms.uses(refused):
            if website.is_listed(use):
                yield self._refused(site, use, self._found(use.of))

    def _found(self, term: Term) -> list[str]:
        return [char for char in self.options.characters if char in term.text]

    def _refused(self, site: Site, use: TermUse, found: list[str]) -> Finding:
        signs = listing(["a comma" if char == "," else char for char in found[:6]], max(len(found) - 6, 0))
        kind = clip(use.taxonomy.singular, 20)
        words = _without(use.term.value, found)
        there = site.at(use.page.language, term_path(use.taxonomy, words))
        known = ", the title of its page" if there is not None and there.path is not None else ""
        return self.at(
            use.page,
            use.term,
            f"the {kind} {code(use.term.value, 36)} contains {signs}, which stops the build",
            help=f"write {code(words, 70)}{known}",
            label=f"this {kind}",
        )


def _without(term: str, found: list[str]) -> str:
    """The term in words: `Nuts & Bolts` is `Nuts and Bolts`."""
    for char in found:
        term = term.replace(char, {"&": " and ", "'": ""}.get(char, " "))
    return " ".join(term.split())
