"""Replace what only keeps a place.

Why: "Coming soon" was true on the day it was written. Readers, search results and shared cards show it for
years, and nobody is reminded of it.
Bad:
    description: 🚀 Coming soon! Stay tuned for the whole recipe.
    card:
      content: Discover more about  and how it can help.
Good:
    description: A sourdough that needs five minutes of work a day.
    card:
      content: Discover more about sourdough and how it can help.
Note: Looks at Instructions, abstract, description, tldr, headline and card. A phrase that is part of a longer
sentence is left alone: "The second edition is coming soon." Also finds the gap that an empty variable leaves.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.lint import Finding, Located, Page, PageRule, Span, shorten, to_words
from frontlint.lint.option import option
from frontlint.prose.placeholders import fillers, gaps
from frontlint.site.texts import TEXT_KEYS, place


@dataclass(frozen=True, slots=True)
class Options:
    """What counts as a placeholder."""

    words: tuple[str, ...] = option(
        ("coming soon", "comming soon", "lorem ipsum", "TODO", "FIXME"),
        "Words and phrases that stand for a text to come; one in capitals is looked for in capitals only.",
    )


class PlaceholderText(PageRule):
    """A text that only keeps a place, or a gap in it."""

    budget = 70_000  # the texts are searched for each phrase
    options_type = Options
    options: Options
    keys = TEXT_KEYS

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each phrase and each gap."""
        if not (page.look.says(self.options.words) or page.look.name_missing()):
            return
        for text in page.texts:
            for span in fillers(text.value, self.options.words):
                yield self._phrase(page, text, span)
            for span in gaps(text.value):
                yield self._gap(page, text, span)

    def _phrase(self, page: Page, text: Located[str], span: Span) -> Finding:
        return self.at(
            page,
            place(page.document, text, span),
            f'{to_words(text.route)} says "{shorten(text.value[span.start : span.end])}" in place of a text',
            help="write the text that was meant, or take the phrase out",
            label="keeps a place",
        )

    def _gap(self, page: Page, text: Located[str], span: Span) -> Finding:
        return self.at(
            page,
            place(page.document, text, span),
            f'{to_words(text.route)} lacks a name in "{text.value[span.start : span.end]}"',
            help="write what it is about",
            label="something is missing here",
        )
