"""Delete doubled words.

Why: Readers stumble over a word that is written twice in a row, and spelling checkers do not look into front
matter.
Bad:
    description: Scrum is a a social technology for small teams.
Good:
    description: Scrum is a social technology for small teams.
Note: The rule looks at Instructions, abstract, description, tldr, headline and card, if they are in English.
It does not report what may be meant: "had had", "that that", "very very", "what it is is", names, and words
between which a sentence or a list item ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Entry, Finding, Page, PageRule, Span, code, shorten, to_words
from frontlint.site.texts import TEXT_KEYS, place

_AROUND = 15


class DoubledWord(PageRule):
    """A word twice in a row."""

    budget = 260_000  # each word of the texts is looked at
    keys = TEXT_KEYS

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each pair, at the second of the two words."""
        location = page.location
        if location is not None and not location.language.startswith("en"):
            return
        suspects = page.look.with_doubled_word()
        if not suspects:
            return
        from frontlint.prose.doubled import doubled_words  # few pages come here
        from frontlint.prose.english import reads_english

        for text in page.texts:
            pairs = list(doubled_words(text.value)) if text.value in suspects else ()
            if pairs and reads_english(text.value):
                yield from (self._finding(page, text, first, again) for first, again in pairs)

    def _finding(self, page: Page, text: Entry[str], first: Span, again: Span) -> Finding:
        word = shorten(text.value[again.start : again.end], 22)
        field, around = code(to_words(text.route), 24), _around(text.value, first, again)
        return self.at(
            page,
            place(page.document, text, again),
            f'{field} has `{word}` twice in a row: "{around}"',
            help=f"delete the second `{word}`",
            label="again",
        )


def _around(text: str, first: Span, again: Span) -> str:
    """The pair with a word or two on either side."""
    start, end = max(first.start - _AROUND, 0), again.end + _AROUND
    if start:
        start = text.find(" ", start, first.start) + 1 or first.start
    if end < len(text):
        end = max(text.rfind(" ", again.end, end), again.end)
    return shorten(text[start:end], 45)
