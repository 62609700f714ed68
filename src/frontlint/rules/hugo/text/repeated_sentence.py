"""Write each sentence of a text once.

Why: People and the classifier read Instructions, abstracts and descriptions. A repeated sentence comes from
copying: it looks careless, and the classifier gives it double weight.
Bad:
    description: Our oven bakes bread at dawn. The bread is sold before noon. The bread is sold before noon.
Good:
    description: Our oven bakes bread at dawn. The bread is sold before noon.
Note: The rule looks at Instructions, abstract, description, tldr, headline and card. It does not report
short sentences, headings, lead-ins that end with a colon, or sentences of two different list items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from frontlint.lint import Entry, Finding, Label, Page, PageRule, Span, code, shorten, to_words
from frontlint.prose.blocks import Sentence, opening, sentences, spoken
from frontlint.prose.look import Look
from frontlint.prose.repeats import HEAD, may_repeat_sentence
from frontlint.site.texts import TEXT_KEYS, place

_FEWEST_WORDS = 4
_FEWEST_CHARACTERS = 20


class RepeatedSentence(PageRule):
    """A sentence twice in one text field."""

    budget = 150_000  # each sentence of the texts is compared
    keys = TEXT_KEYS

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each run of sentences that was there before."""
        for text in page.texts if page.look.sentence_repeated() else ():
            if not (Look([text.value]).sentence_repeated() and may_repeat_sentence(text.value)):
                continue
            for first, again in _repeats(text.value):
                yield self._finding(page, text, first, again)

    def _finding(self, page: Page, text: Entry[str], first: Span, again: Span) -> Finding:
        source = page.document.source
        before = place(page.document, text, first)
        line, _ = source.lines.line_column(before.start)
        where = place(page.document, text, again)
        again_on, _ = source.lines.line_column(where.start)
        quoted = shorten(text.value[again.start : again.end], 40)
        return self.at(
            page,
            where,
            f"{code(to_words(text.route), 24)} says `{quoted}` twice, first on line {line}",
            help="delete it here" if again_on == line else f"delete it here, or on line {line}",
            label="said again here",
            related=(Label(page.facts.path, before, "said here already"),),
        )


def _repeats(text: str) -> list[tuple[Span, Span]]:
    """The first and the later place of what is repeated; a whole paragraph that is repeated is one pair."""
    seen: dict[tuple[int, str], int] = {}
    found = list(sentences(text))
    pairs: list[tuple[Span, Span]] = []
    last = (-2, -2)
    heads = [opening(text[sentence.span.start : sentence.span.end]) for sentence in found]
    shared = {head for head, count in Counter(heads).items() if count > 1}
    for index, sentence in enumerate(found):
        if heads[index] not in shared:
            continue
        key = (sentence.scope, _compared(text, sentence))
        first = seen.setdefault(key, index)
        if first == index or not key[1]:
            continue
        if (first - 1, index - 1) == last:
            before, again = pairs.pop()
            pairs.append((Span(before.start, found[first].span.end), Span(again.start, sentence.span.end)))
        else:
            pairs.append((found[first].span, sentence.span))
        last = (first, index)
    return pairs


def _compared(text: str, sentence: Sentence) -> str:
    """The sentence without what does not matter; nothing for a lead-in, or one that is too short to count."""
    written = text[sentence.span.start : sentence.span.end]
    words = "" if written.rstrip("*_").endswith(":") else spoken(written)
    if len(words.split()) < _FEWEST_WORDS or len(words) < _FEWEST_CHARACTERS:
        return ""
    return words if sum(map(str.isalnum, words)) >= HEAD else ""
