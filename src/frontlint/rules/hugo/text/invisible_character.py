"""Remove invisible characters from texts.

Why: Zero-width characters and direction marks come with text that is copied from web pages, chats and word
processors. A search does not find a word with one inside, and a term with one is another term. `â€™` is an
apostrophe that was decoded wrongly, and every reader sees it.
Bad:
    title: Bread
    description: The bakerâ€™s evidence‑based guide to rye bread.
Good:
    title: Bread
    description: The baker's evidence-based guide to rye bread.
Fix: Deletes the character, or writes the one that was meant. The text reads the same. For a term, only the
    pages of the terms change. The fix changes a title that is part of an address only on request.
Note: The rule looks at the title, the terms, Instructions, abstract, description, tldr, headline and card,
but not at code. It does not report joiners that emoji and many scripts need, or direction marks on a page
with right-to-left letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.edit import Edit, apply
from frontlint.lint import (
    Entry,
    Finding,
    Fix,
    Outputs,
    Page,
    PageRule,
    Route,
    clip,
    code,
    lazy_pattern,
    replace_piece,
    shorten,
    to_words,
)
from frontlint.lint.outputs import terms_changed
from frontlint.prose.invisible import SUSPECTS, Odd, Oddity, has_right_to_left, is_suspect, odd_pieces
from frontlint.prose.signs import ESCAPE, REFERENCE
from frontlint.site.texts import place

_WORD = lazy_pattern(r"\w+")
_NEAR = 200  # code points
_LONG = 1000  # code points: terms are shorter
_SIGNS = frozenset((*SUSPECTS, REFERENCE, ESCAPE))  # an escape may stand for anything
_TITLES = ("title", "linktitle", "short_title")


class InvisibleCharacter(PageRule):
    """A zero-width or bidi character, U+2011, a space as an entity, or mojibake."""

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each run of them."""
        if page.signs.isdisjoint(_SIGNS):
            return
        content = page.document.fence.content
        written = page.document.source.text[content.start : content.end]
        texts = [text for text in (*_names(page), *page.texts) if is_suspect(text.value)]
        right_to_left = bool(texts) and has_right_to_left(written)
        for text in texts:
            pieces = list(odd_pieces(text.value, right_to_left))
            plain = apply(text.value, map(_edit, pieces))
            for odd in pieces:
                message, help_ = _words(text, odd)
                where = place(page.document, text, odd.span)
                yield self.at(
                    page, where, message, help=help_, fix=self._plain(page, text, odd, plain, help_)
                )

    def _plain(self, page: Page, text: Entry[str], odd: Odd, plain: str, title: str) -> Fix | None:
        """Of this piece alone; `plain` is the text without any."""
        edit = _edit(odd)
        change = replace_piece(text.route, odd.span, text.value[slice(*odd.span)], edit.text)
        field = str(text.route[0]).lower()
        safe = field not in _TITLES or not _titles_make_urls(page)
        terms: tuple[str, ...] = ()
        if field in page.config.taxonomy_keys and len(text.value) < _LONG:
            terms = terms_changed(page, field, [text.value, plain, apply(text.value, [edit])])
        return self.fix(page, title, change, safe=safe, outputs=Outputs(terms=terms))


def _edit(odd: Odd) -> Edit:
    """What goes in place of a piece, in code points of its text."""
    if odd.kind is Oddity.MOJIBAKE:
        return Edit(odd.span, odd.name.replace("\u00a0", " ").replace("\ufeff", ""))
    if odd.kind is Oddity.ENTITY:
        return Edit(odd.span, " " if odd.is_space else "")
    return Edit(odd.span, "-" if odd.kind is Oddity.HYPHEN else "")


def _titles_make_urls(page: Page) -> bool:
    """Whether a permalink takes the title, or the slug, which is the title if there is none."""
    patterns = [one.pattern for language in page.config.languages for one in language.permalinks]
    return any(":title" in pattern or ":slug" in pattern for pattern in patterns)


def _names(page: Page) -> Iterator[Entry[str]]:
    """The titles and the terms of the page."""
    for name in (*_TITLES, *sorted(page.config.taxonomy_keys)):
        key, value = page.key(name), page.get(name)
        if key is None:
            continue
        routes: list[Route] = [(key,)] if isinstance(value, str) else []
        if isinstance(value, list):
            routes = [(key, index) for index, item in enumerate(value) if isinstance(item, str)]
        for route in routes:
            item = value[int(route[1])] if isinstance(value, list) else value
            if isinstance(item, str) and route in page.document.places:
                yield Entry(item, route)


def _words(text: Entry[str], odd: Odd) -> tuple[str, str]:
    """Message and help."""
    field = code(to_words(text.route), 24)
    if odd.kind is Oddity.MOJIBAKE:
        written, meant = clip(text.value[odd.span.start : odd.span.end], 20), clip(odd.name, 20).strip()
        help_ = f"write `{meant}`" if meant else "write a space"
        return f"{field} contains `{written}`, which was decoded wrongly", help_
    if odd.kind is Oddity.ENTITY:
        help_ = "write a plain space" if odd.is_space else f"delete `{odd.name}`"
        return f"{field} contains `{odd.name}`, which readers may see as it is written", help_
    if odd.kind is Oddity.HYPHEN:
        message = f"{field} contains a {odd.name}{_near(text, odd)}, so a search misses the word"
        return message, "write a plain `-`"
    return f"{field} contains an invisible {odd.name}{_near(text, odd)}", f"delete the {odd.name}"


def _near(text: Entry[str], odd: Odd) -> str:
    """The word before it, or after it if there is none near it."""
    start, end = odd.span
    before = _WORD.findall(text.value[max(start - _NEAR, 0) : start])
    if before:
        return f" after `{shorten(before[-1], 14)}`"
    after = _WORD.findall(text.value[end : end + _NEAR])
    return f" before `{shorten(after[0], 14)}`" if after else ""
