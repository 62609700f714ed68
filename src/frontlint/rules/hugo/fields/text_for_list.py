"""Write a list as a list.

Why: Hugo does not split a text of terms at commas, so `tags: linux, dev` is one term. A list in quotes is
text, a dash without a space begins no list item, and `resources` is read only as a list.
Bad:
    title: Rye bread
    tags: bread, rye
Good:
    title: Rye bread
    tags: [bread, rye]
Note: Hugo splits a text of `aliases` and `outputs` at spaces, and of `keywords` at commas; these are left
alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.values.keys import fold
from frontlint.lint import Finding, Format, Page, PageRule, Route, lazy_pattern, shorten

_LISTS = frozenset({"aliases", "keywords", "outputs"})
_RESOURCE_KEYS = frozenset({"src", "name", "title", "params"})
_PEOPLE = frozenset(
    {
        *(
            "author",
            "authors",
            "people",
            "persons",
            "speakers",
            "contributors",
            "artists",
            "writers",
            "editors",
        ),
        *("directors", "actors", "creators", "members", "translators", "illustrators", "composers", "guests"),
    }
)
"""Taxonomies of people, whose names may have a comma."""
_DASH = lazy_pattern(r"-(?=[^\W\d]|[\"'])")
_DASHES = lazy_pattern(r"(?m)^[ \t]*+-(?=[^\W\d]|[\"'])")
_DIGITS = lazy_pattern(r"[\d.,  ]+\Z")


class TextForList(PageRule):
    """A text, or a mapping, where a list was meant."""

    checks_cascades = True
    yields_to = frozenset({"wrong-type"})

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such value."""
        data = page.document.data
        if page.values.dashed and page.document.format is Format.YAML:
            for key in page.values.dashed:
                yield from self._dashes(page, (key,), str(data[key]))
        for name in (page.config.taxonomy_keys & page.keys) - page.values.lists:
            value = page.get(name)
            if isinstance(value, str):
                yield from self._terms(page, (str(page.key(name)),), value)
        for name in (_LISTS & page.keys) - page.values.lists:
            if isinstance(value := page.get(name), str) and _items_in_brackets(value):
                yield self._in_quotes(page, (str(page.key(name)),), value)
        resources = page.get("resources") if "resources" in page.keys else None
        if isinstance(resources, dict) and not _RESOURCE_KEYS.isdisjoint(fold(resources)):
            yield self._resources(page, (str(page.key("resources")),))

    def _terms(self, page: Page, route: Route, value: str) -> Iterator[Finding]:
        if _items_in_brackets(value):
            yield self._in_quotes(page, route, value)
            return
        items = [item.strip() for item in value.split(",")]
        is_name = len(items) == 2 and str(route[-1]).lower() in _PEOPLE  # `Smith, Ann`
        if len(items) < 2 or not all(items[:-1]) or _DIGITS.match(value) or is_name:
            return
        yield self.at(
            page,
            route,
            f"`{route[-1]}` is one term, `{shorten(value)}`: Hugo does not split it at commas",
            help=_line(page, route, [item for item in items if item]),
        )

    def _in_quotes(self, page: Page, route: Route, value: str) -> Finding:
        return self.at(
            page,
            route,
            f"`{route[-1]}` is the text `{shorten(value)}`, because the list is in quotes",
            help=_line(page, route, _items_in_brackets(value)),
        )

    def _resources(self, page: Page, route: Route) -> Finding:
        helps = {
            Format.YAML: "begin each resource with a dash: `- src: …`",
            Format.TOML: "write `[[resources]]` for each resource",
        }
        return self.at(
            page,
            route,
            "`resources` must be a list, so Hugo ignores this mapping",
            help=helps.get(page.document.format, 'write `"resources": [{"src": …}]`'),
            on_key=True,
        )

    def _dashes(self, page: Page, route: Route, value: str) -> Iterator[Finding]:
        """`-one` below a key."""
        places = page.document.places
        span = places.find(route)
        text = page.document.source.text
        if span is None or not _DASH.match(text, span.start):
            return
        if "\n" not in text[places.key(route).end : span.start]:
            return
        items = [item.strip() for item in _DASHES.split(text[span.start : span.end]) if item.strip()]
        yield self.at(
            page,
            route,
            f"`{route[-1]}` is the text `{shorten(value)}`: a dash without a space begins no list item",
            help=f"write `- {items[0]}`" if len(items[0]) <= 60 else "write a space after each dash",
        )


def _items_in_brackets(value: str) -> list[str]:
    """The items of a text that looks like a list in brackets; none for any other text."""
    text = value.strip()
    if not (text.startswith("[") and text.endswith("]")) or "](" in text:
        return []
    return [item for one in text[1:-1].split(",") if (item := one.strip().strip("\"'"))]


def _line(page: Page, route: Route, items: list[str]) -> str:
    """The line to write."""
    key, form = route[-1], page.document.format
    if form is Format.YAML and not any(set(item) & set("[]{}:#,\"'&*!|>%@`") for item in items):
        line = f"{key}: [{', '.join(items)}]"
    else:
        inner = ", ".join('"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"' for item in items)
        line = {Format.TOML: f"{key} = [{inner}]", Format.JSON: f'"{key}": [{inner}]'}.get(
            form, f"{key}: [{inner}]"
        )
    return f"write `{line}`" if len(line) <= 100 else "write each item separately, in a list"
