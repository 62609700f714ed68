"""List each item of a text once.

Why: A list in Instructions or a description tells people and the classifier what belongs to the page. A
repeated item comes from copying, and often another item was meant.
Bad:
    Instructions: |-
      Use this tag for bread.

      - Dough and yeast
      - Ovens
      - Dough and yeast
Good:
    Instructions: |-
      Use this tag for bread.

      - Dough and yeast
      - Ovens
Note: The rule looks at Instructions, abstract, description, tldr, headline and card. It does not report an
item of two different lists, or one with an inner list or a text below it.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Entry, Finding, Label, Page, PageRule, Span, code, shorten, to_words
from frontlint.prose.blocks import BlockKind, blocks, spoken
from frontlint.prose.repeats import may_repeat_item
from frontlint.site.texts import TEXT_KEYS, place


class RepeatedItem(PageRule):
    """A list item twice in one list."""

    budget = 110_000  # each list item of the texts is compared
    keys = TEXT_KEYS

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each item that its list has already."""
        for text in page.texts if page.look.item_repeated() else ():
            for first, again in _repeats(text.value) if may_repeat_item(text.value) else ():
                yield self._finding(page, text, first, again)

    def _finding(self, page: Page, text: Entry[str], first: Span, again: Span) -> Finding:
        before = place(page.document, text, first)
        line, _ = page.document.source.lines.line_column(before.start)
        quoted = shorten(text.value[again.start : again.end], 40)
        return self.at(
            page,
            place(page.document, text, again),
            f"a list in {code(to_words(text.route), 24)} has `{quoted}` twice, first on line {line}",
            help="delete this line, or write another item",
            label="listed again here",
            related=(Label(page.facts.path, before, "listed here already"),),
        )


def _repeats(text: str) -> Iterator[tuple[Span, Span]]:
    seen: dict[tuple[int, str], Span] = {}
    for block in blocks(text):
        is_item = block.kind is BlockKind.ITEM and block.alone
        words = spoken(text[block.span.start : block.span.end]) if is_item else ""
        if not any(map(str.isalnum, words)):
            continue
        first = seen.setdefault((block.list_number, words), block.span)
        if first is not block.span:
            yield first, block.span
