"""Replace placeholder texts.

Why: "Coming soon" was true on the day when it was written. Search results and shared cards show it to
readers for years, and nothing reminds the author.
Bad:
    description: 🚀 Coming soon! Stay tuned for the whole recipe.
    card:
      content: Discover more about  and how it can help.
Good:
    description: A sourdough that needs five minutes of work a day.
    card:
      content: Discover more about sourdough and how it can help.
Note: The rule looks at Instructions, abstract, description, tldr, headline and card. It does not report a
phrase in a longer sentence, such as "The second edition is coming soon." It also finds the gap that an empty
variable leaves.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.lint import Entry, Finding, Page, PageRule, Span, code, shorten, to_words
from frontlint.lint.option import option
from frontlint.site.texts import TEXT_KEYS, place


@dataclass(frozen=True, slots=True)
class Options:
    """What counts as a placeholder."""

    words: tuple[str, ...] = option(
        ("coming soon", "comming soon", "lorem ipsum", "TODO", "FIXME"),
        "Words and phrases that are placeholders; one in capitals is found in capitals only.",
    )


class PlaceholderText(PageRule):
    """A placeholder, or a gap in a text."""

    budget = 70_000  # the texts are searched for each phrase
    options_type = Options
    options: Options
    keys = TEXT_KEYS

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each phrase and each gap."""
        if not (page.look.says(self.options.words) or page.look.name_missing()):
            return
        from frontlint.prose.placeholders import fillers, gaps  # few pages come here

        for text in page.texts:
            for span in fillers(text.value, self.options.words):
                yield self._phrase(page, text, span)
            for span in gaps(text.value):
                yield self._gap(page, text, span)

    def _phrase(self, page: Page, text: Entry[str], span: Span) -> Finding:
        phrase = shorten(text.value[span.start : span.end])
        return self.at(
            page,
            place(page.document, text, span),
            f"{code(to_words(text.route))} contains the placeholder `{phrase}`",
            help=f"write the text, or delete `{phrase}`",
            label="a placeholder",
        )

    def _gap(self, page: Page, text: Entry[str], span: Span) -> Finding:
        gap = shorten(text.value[span.start : span.end])
        return self.at(
            page,
            place(page.document, text, span),
            f'a name is missing in {code(to_words(text.route))}: "{gap}"',
            help="write what the text is about in the gap",
            label="something is missing here",
        )
