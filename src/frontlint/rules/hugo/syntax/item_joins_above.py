"""Begin all items of a list in the same column.

Why: If a list item begins further right than the one above it, YAML reads its line as more text of the item
above. Hugo then has one item, `one - two`, instead of two. If an item is empty, Hugo reads the keys below its
dash as its value: a `draft: true` there does not hold the page back.
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

from frontlint.frontmatter.places import Place
from frontlint.lint import (
    Finding,
    Format,
    Label,
    Page,
    PageRule,
    ProblemKind,
    Route,
    Severity,
    Span,
    Value,
    lazy_pattern,
    shorten,
    to_words,
)

_LISTS = frozenset({"aliases", "keywords", "outputs"})
_ADDRESS_OR_DRAFT = frozenset(
    {"aliases", "build", "draft", "expirydate", "headless", "publishdate", "slug", "url"}
)
"""The keys without which a page is published elsewhere, or although it was held back."""
_DASHED = lazy_pattern(r"-[^\s-]")
"""A text whose first line is a dash without a space, of which the rule text-for-list speaks."""
_DASH = lazy_pattern(r"[\r\n][ \t]*(-(?:[ \t]+\S|[^\W\d])[^\r\n]*)")


class ItemJoinsAbove(PageRule):
    """A line with a dash that continues the list item above it."""

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such line, and for each empty item that takes the lines below it."""
        if page.document.problems:
            yield from self._takers(page)
        texts = page.values.list_texts
        suspects = (
            _suspects(page.document.data, ()) if " -" in texts or ("\n" in texts and "\n-" in texts) else ()
        )
        fields = (page.keys & page.config.taxonomy_keys | page.keys & _LISTS) - page.values.lists
        routes = [*suspects, *(_texts(page, fields) if fields else ())]
        if not routes or page.document.format is not Format.YAML:
            return
        for route in routes:
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
                    help=f"write `- {shorten(line[1:].strip(), 60)}` in the same column as the item above",
                    label=f"part of {to_words(route)}",
                )._replace(field=route)

    def _takers(self, page: Page) -> Iterator[Finding]:
        for problem in page.document.problems:
            if problem.kind is not ProblemKind.JOINED:
                continue
            first = problem.first
            taken = _taken(page.document.places.root, first.start) if first else frozenset()
            yield self.at(
                page,
                problem.span,
                problem.message,
                help=problem.help,
                severity=Severity.WARNING if taken.isdisjoint(_ADDRESS_OR_DRAFT) else Severity.ERROR,
                label="what follows is a part of this",
                related=(Label(page.facts.path, first, "not a key of the page"),) if first else (),
            )


def _taken(place: Place, first: int) -> frozenset[str]:
    """The keys of the mapping that begins at `first`, in lower case; none where there is none."""
    below = place[4] or {}
    if any(inner[0] == first < inner[1] for inner in below.values()):
        return frozenset(str(key).lower() for key in below)
    return frozenset().union(*(_taken(inner, first) for inner in below.values()))


def _texts(page: Page, fields: frozenset[str]) -> Iterator[Route]:
    """The fields that take lists and begin with a text: `tags: a`, and `- b` below it."""
    for name in fields:
        value = page.get(name)
        if isinstance(value, str) and " -" in value and not _DASHED.match(value):
            yield (str(page.key(name)),)


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
