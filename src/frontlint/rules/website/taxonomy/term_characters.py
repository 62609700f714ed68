"""Write terms without / & ' and commas.

Why: A term becomes a folder in the URL. A slash cuts it in two, the other signs vanish, and the website's
own template stops the build at a term with one of them.
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
Note: Looks at closed taxonomies, in which one of the term pages has a mark of the website. Other sites may
call their terms as they like.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.lint import Finding, Severity, Site, clip, listing
from frontlint.lint.option import option
from frontlint.site.terms import Term, TermUse
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of


@dataclass(frozen=True, slots=True)
class Options:
    """What a term must not have."""

    characters: str = option("/&',", "The characters that the website's template refuses.")


class TermCharacters(WebsiteSiteRule):
    """Of scope site because only the term pages tell whether the taxonomy is one of the website."""

    severity = Severity.ERROR
    options_type = Options
    options: Options

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each such term, with all the characters at fault."""
        website = website_of(site)
        refused = [term for term in site.terms.users if self._found(term) and website.is_closed(term)]
        for use in site.terms.uses(refused):
            if website.is_listed(use):
                yield self._refused(use, self._found(use.of))

    def _found(self, term: Term) -> list[str]:
        return [char for char in self.options.characters if char in term.text]

    def _refused(self, use: TermUse, found: list[str]) -> Finding:
        signs = listing(["a comma" if char == "," else char for char in found])
        kind = use.taxonomy.singular
        return self.at(
            use.page,
            use.term,
            f'the {kind} "{clip(use.term.value, 40)}" has {signs} in it, and the build stops',
            help=f"write the {kind} without it, as its page is called",
            label=f"this {kind}",
        )
