"""Instructions must name the page's title.

Why: The classifier reads the Instructions to decide what belongs to the page. If they never say its title,
they were usually written for another page, or the title is misspelt.
Bad:
    # content/tags/first-principal/_index.md
    title: First Principal
    ClassificationType: tags
    Instructions: Use this tag for thinking from First Principles, and for the questions that lead to them.
Good:
    # content/tags/first-principles/_index.md
    title: First Principles
    ClassificationType: tags
    Instructions: Use this tag for thinking from First Principles, and for the questions that lead to them.
Note: The rule looks at term pages with Instructions in English. It accepts a plural, a hyphen, another
letter case, British spelling, the acronym of the title and another order of its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Label, Page, code
from frontlint.prose.english import reads_english
from frontlint.prose.mentions import names
from frontlint.website.collect import facts_of
from frontlint.website.rule import WebsitePageRule
from frontlint.website.sitemap import is_classification


class InstructionsWithoutTitle(WebsitePageRule):
    """Instructions that never name the page's title."""

    keys = frozenset({"instructions"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at the key."""
        title, text = page.get("title"), page.get("instructions")
        if not isinstance(title, str) or not isinstance(text, str) or not title.isascii():
            return
        if title in text or not _is_term(page) or names(text, title) or not reads_english(text):
            return
        yield self.at(
            page,
            "instructions",
            f"`{page.key('instructions')}` never says the page's title, {code(title, 50)}",
            help=f"write {code(title, 60)} in the first sentence, or correct `title`",
            related=(Label(page.facts.path, page.at("title"), "the title"),),
            on_key=True,
        )


def _is_term(page: Page) -> bool:
    """The instructions of a recipe are not for a classifier."""
    location = page.location
    return is_classification(facts_of(page)) or (location is not None and location.kind is Kind.TERM)
