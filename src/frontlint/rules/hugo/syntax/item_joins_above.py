"""Begin all items of a list in the same column.

Why: When a list item begins further right than the one above it, YAML takes its line for more text of the
item above. Hugo then has one item `one - two` instead of two.
Bad:
    title: Rye bread
    tags:
      - bread
        - rye
Good:
    title: Rye bread
    tags:
      - bread
      - rye
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import (
    Finding,
    Format,
    Page,
    PageRule,
    Route,
    Span,
    Value,
    lazy_pattern,
    shorten,
    to_words,
)

_LISTS = ("aliases", "keywords", "outputs")
_DASH = lazy_pattern(r"[\r\n][ \t]*(-(?:[ \t]+\S|[^\W\d])[^\r\n]*)")


class ItemJoinsAbove(PageRule):
    """A line with a dash that continues the list item above it."""

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such line."""
        if page.document.format is not Format.YAML:
            return
        suspects = _suspects(page.document.data, ()) if _has_suspect(page.document.data) else ()
        for route in (*suspects, *_texts(page)):
            span = page.document.places.find(route)
            text = page.document.source.text
            if span is None or text[span.start : span.start + 1] in ("|", ">", '"', "'", ""):
                continue
            for match in _DASH.finditer(text, span.start, span.end):
                line = match[1].rstrip()
                yield self.at(
                    page,
                    Span(match.start(1), match.start(1) + len(line)),
                    f"`{shorten(line)}` is not a list item: Hugo joins it to the item above",
                    help="begin it in the same column as the item above, with a space after the dash",
                    label=f"part of {to_words(route)}",
                )._replace(field=route)


def _texts(page: Page) -> Iterator[Route]:
    """The fields that take lists and begin with a text: `tags: a`, and `- b` below it."""
    for name in page.keys & {*_LISTS, *page.config.taxonomy_keys}:
        value = page.get(name)
        if isinstance(value, str) and " -" in value:
            yield (str(page.key(name)),)


def _has_suspect(value: Value) -> bool:
    """Whether there is such an item: a look without routes."""
    if isinstance(value, list):
        texts = [item for item in value if isinstance(item, str)]
        joined = "\0".join(texts)  # one search is cheaper than many
        if " -" in joined or "\n-" in joined:
            return True
        return len(texts) < len(value) and any(
            _has_suspect(item) for item in value if isinstance(item, (dict, list))
        )
    return isinstance(value, dict) and any(
        _has_suspect(inner) for inner in value.values() if isinstance(inner, (dict, list))
    )


def _suspects(value: Value, route: Route) -> Iterator[Route]:
    """The list items with a dash after a blank, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, (dict, list)):
                yield from _suspects(inner, (*route, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                if " -" in item or "\n-" in item:
                    yield (*route, index)
            elif isinstance(item, (dict, list)):
                yield from _suspects(item, (*route, index))
