"""Write a list as a list.

Why: Hugo does not split terms at commas, so `tags: linux, dev` is one term. A list in quotes is text, a dash
needs a space after it to begin a list item, and Hugo reads `resources` only as a list.
Bad:
    title: Rye bread
    tags: bread, rye
Good:
    title: Rye bread
    tags: [bread, rye]
Fix: Writes the list. For terms and keywords, only the pages of the terms change. For aliases, outputs and
    other keys it does so only on request, because Hugo then publishes other files or values.
Note: Hugo splits `aliases` and `outputs` at spaces and `keywords` at commas, so the rule ignores such texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.values.keys import fold
from frontlint.lint import (
    Finding,
    Fix,
    Format,
    Outputs,
    Page,
    PageRule,
    Route,
    code,
    lazy_pattern,
    set_value,
)
from frontlint.lint.outputs import terms_changed
from frontlint.site.lists_in_texts import items_in_brackets, list_line, terms_in

_LISTS = frozenset({"aliases", "keywords", "outputs", "menu", "menus"})
_MENUS = frozenset({"menu", "menus"})
_RESOURCE_KEYS = frozenset({"src", "name", "title", "params"})
_DASH = lazy_pattern(r"-(?=[^\W\d]|[\"'/])")
_DASHES = lazy_pattern(r"(?m)^[ \t]*+-(?=[^\W\d]|[\"'/])")


class TextForList(PageRule):
    """A text, or a mapping, where a list was meant."""

    checks_cascades = True
    yields_to = frozenset({"wrong-type", "syntax"})

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
            value = page.get(name)
            if isinstance(value, str) and name in _MENUS:
                yield from self._terms(page, (str(page.key(name)),), value)
            elif isinstance(value, str) and items_in_brackets(value):
                yield self._in_quotes(page, (str(page.key(name)),), value)
        resources = page.get("resources") if "resources" in page.keys else None
        if isinstance(resources, dict) and not _RESOURCE_KEYS.isdisjoint(fold(resources)):
            yield self._resources(page, (str(page.key("resources")),))

    def _terms(self, page: Page, route: Route, value: str) -> Iterator[Finding]:
        if items_in_brackets(value):
            yield self._in_quotes(page, route, value)
            return
        items = terms_in(value, str(route[-1]))
        if not items:
            return
        kind = "menu" if str(route[-1]).lower() in _MENUS else "term"
        signs = "commas" if "," in value else "semicolons"
        yield self.at(
            page,
            route,
            f"{code(str(route[-1]), 30)} is one {kind}, {code(value, 30)}: Hugo does not split it at {signs}",
            fix=self._as_list(page, route, value, items),
        )

    def _in_quotes(self, page: Page, route: Route, value: str) -> Finding:
        return self.at(
            page,
            route,
            f"{code(str(route[-1]), 30)} is the text {code(value, 30)}, because the list is in quotes",
            fix=self._as_list(page, route, value, items_in_brackets(value)),
        )

    def _as_list(self, page: Page, route: Route, value: str, items: list[str]) -> Fix | None:
        """Safe for terms, whose pages alone change, and for keywords, which make no files."""
        name = str(route[0]).lower()
        terms = terms_changed(page, name, [value, *items])
        safe = bool(terms) or name == "keywords"
        outputs = Outputs(terms=terms)
        change = set_value(route, [*items])
        return self.fix(
            page, list_line(page.document.format, str(route[-1]), items), change, safe=safe, outputs=outputs
        )

    def _resources(self, page: Page, route: Route) -> Finding:
        helps = {
            Format.YAML: "begin each resource with a dash: write `- src: …`",
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
            f"{code(str(route[-1]), 24)} is the text {code(value, 24)}: a list item needs a space after `-`",
            fix=self._with_spaces(page, route, items, value),
        )

    def _with_spaces(self, page: Page, route: Route, items: list[str], value: str) -> Fix | None:
        title = f"write `- {items[0]}`" if len(items[0]) <= 60 else "write a space after each dash"
        terms = terms_changed(page, str(route[0]).lower(), [value, *items])
        outputs = Outputs(terms=terms)
        return self.fix(page, title, set_value(route, [*items]), safe=bool(terms), outputs=outputs)
