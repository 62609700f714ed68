"""Put values in straight quotes.

Why: YAML has only the quotes `"` and `'`. Curly quotes from a word processor are part of the value: the tag
is “bread” with its quotes, and an address in curly quotes leads nowhere.
Bad:
    title: Rye bread
    tags: [“bread”, “rye”]
Good:
    title: Rye bread
    tags: ["bread", "rye"]
Fix: Writes the text without them. For a term, only the pages of the terms change. The fix changes a value
    that may be part of an address or choose a template only on request.
Note: A title or a description in curly quotes may be a quotation: the rule reports it only if two or more
values of the page are in curly quotes. TOML and JSON cannot read curly quotes at all: see `syntax`.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.fields import DATE_FIELDS
from frontlint.lint import (
    Finding,
    Fix,
    Format,
    Outputs,
    Page,
    PageRule,
    Route,
    Value,
    line_of,
    set_value,
    shorten,
    to_words,
    value_at,
)
from frontlint.lint.outputs import terms_changed
from frontlint.prose.signs import CURLY, SINGLE

_OPEN, _CLOSED = frozenset({*CURLY, SINGLE}), frozenset("“”‟")
_SINGLES = frozenset("\u2018\u2019")
_NAMES = ("aliases", "url", "slug", "type", "layout", "markup", "outputs", "keywords", "weight")
_ELSEWHERE = frozenset({"draft", "headless", *DATE_FIELDS})
"""Fields whose own rules say that Hugo cannot read them."""


class CurlyQuotes(PageRule):
    """A value between curly quotes that were meant as its delimiters."""

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such value."""
        document = page.document
        if page.signs.isdisjoint(_OPEN) or document.format is not Format.YAML:
            return
        in_lists = any(quote in page.values.list_texts for quote in _OPEN)
        wrapped = [route for route in _routes(document.data, in_lists) if _is_wrapped(page, route)]
        if not wrapped:
            return
        names = {*_NAMES, *page.config.taxonomy_keys}
        certain = len({route[0] for route in wrapped}) > 1
        for route in wrapped:
            name = str(route[0]).lower()
            if name in _ELSEWHERE or not (certain or name in names):
                continue
            inner = page.written(*route)[1:-1]
            yield self.at(
                page,
                route,
                f"the curly quotes are part of `{shorten(to_words(route), 50)}`: YAML needs straight quotes",
                help=f'write `"{shorten(inner, 60)}"`, with straight quotes',
                label=shorten(inner),
                fix=self._without(page, route, inner),
            )

    def _without(self, page: Page, route: Route, inner: str) -> Fix | None:
        """The text alone; only values that make no address are safe."""
        value = value_at(page.document.data, route)
        if not isinstance(value, str) or value[1:-1] != inner:
            return None
        line = line_of(page.document.format, route[-1], inner)
        title = f"write `{line}`" if len(line) <= 90 else "delete the curly quotes"
        name = str(route[0]).lower()
        terms = terms_changed(page, name, [value, inner])
        outputs, safe = Outputs(terms=terms), bool(terms) or name in ("description", "summary", "keywords")
        return self.fix(page, title, set_value(route, inner), safe=safe, outputs=outputs)


def _routes(data: dict[str, Value], in_lists: bool) -> Iterator[Route]:
    """The texts between curly quotes at the top, and those in lists there."""
    for key, value in data.items():
        if isinstance(value, str):
            if value[:1] in _OPEN:
                yield (key,)
        elif in_lists and isinstance(value, list):
            for index in [at for at, item in enumerate(value) if isinstance(item, str) and item[:1] in _OPEN]:
                yield key, index


def _is_wrapped(page: Page, route: Route) -> bool:
    """Whether a value begins and ends with a curly quote, and has none inside."""
    span = page.document.places.find(route)
    if span is None or span.length < 3:
        return False
    written = page.document.source.text[span.start : span.end]
    inside = written[1:-1]
    if written[0] == SINGLE:
        return written[-1] == "\u2019" and _SINGLES.isdisjoint(inside)
    return written[0] in _OPEN and written[-1] in _CLOSED and CURLY.isdisjoint(inside)
