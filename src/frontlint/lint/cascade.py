"""What a cascade hands down, as a page that page rules can be asked about: the cascade is front matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from frontlint.findings.finding import Finding
from frontlint.frontmatter.document import Document, Value, value_at
from frontlint.frontmatter.places import Below, Places
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Config
from frontlint.hugo.config.targets import CASCADE_KEYS, NOT_IN_CASCADE, items_of
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.fields import Refusal, refusals_of_cascade
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.keys import fold
from frontlint.lint.page import Page

if TYPE_CHECKING:
    from frontlint.findings.fix import Fix
    from frontlint.schema.violation import Violation

Validate = Callable[[Page], "Iterable[Violation]"]
_NOT_HANDED_DOWN = frozenset({*CASCADE_KEYS, *NOT_IN_CASCADE})


class CascadePage(Page):
    """One cascade, its values at the top as in a page; what is below its `params` is among them.

    `route` leads to it in its file, or among all settings. `target` is the key
    of its target as written, None where it has none.
    """

    cascaded = True

    def __init__(
        self,
        document: Document,
        path: str,
        route: Route,
        config: Config,
        validate: Validate,
        shown: Route | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """The cascade at a route of a document; `path` is that of its file.

        `shown` is its route among all settings, where the file has only a part of them. `without` are keys,
        in lower case, that count for nothing.
        """
        self.route = route if shown is None else shown
        self._in_settings = shown is not None
        found = value_at(document.data, route)
        item = found if isinstance(found, dict) else {}
        self.target = next((key for key in item if lower(key) in CASCADE_KEYS[:2]), None)
        self.target_value: Value = None if self.target is None else item[self.target]
        nearest = document.places.nearest((*route, self.target or ""))
        self.target_span = document.places.value(nearest) if nearest else document.places.value(())
        self._params = next((key for key in item if lower(key) == "params"), "params")
        params = item.get(self._params)
        self._below = params if isinstance(params, dict) else {}
        data = {key: value for key, value in item.items() if lower(key) not in _NOT_HANDED_DOWN}
        data.update(self._below)
        data = {key: value for key, value in data.items() if lower(key) not in without}
        keys = fold(data)
        place = document.places.value(document.places.nearest(route))
        facts = PageFacts(path, True, {name: data[key] for name, key in keys.items()})
        places = Places.of((place.start, place.start, *place, _places_of(document, route, self._params)))
        inner = document._replace(data=data, places=places, problems=())
        super().__init__(inner, facts, config, validate)
        self.start = place

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Why Hugo refuses the pages that have these values from here."""
        return tuple(refusals_of_cascade(self.facts.front, self.config))

    def outwards(self, finding: Finding) -> Finding:
        """The finding with its field as a route in the file."""
        field = finding.field or ()
        if finding.field is None:  # about the target
            return finding._replace(field=(*self.route, self.target or ""))
        return finding._replace(field=self._outwards(field), fix=self._fix_outwards(finding.fix))

    def _outwards(self, field: Route) -> Route:
        below = bool(field) and field[0] in self._below
        return (*self.route, *((self._params,) if below else ()), *field)

    def _fix_outwards(self, fix: Fix | None) -> Fix | None:
        """The same fix in the file; frontlint writes pages, not settings."""
        if fix is None or self._in_settings:
            return None
        changes = [
            one._replace(change=one.change._replace(route=self._outwards(one.change.route)))
            if one.change.route
            else one
            for one in fix.changes
        ]
        return fix._replace(changes=tuple(changes))


def cascade_pages(page: Page, validate: Validate) -> Iterator[CascadePage]:
    """The cascades that a page's own front matter has."""
    key = page.key("cascade")
    if key is not None and page.facts.readable:
        for below, _ in items_of(page.document.data[key]):
            yield CascadePage(page.document, page.facts.path, (key, *below), page.config, validate)


def _places_of(document: Document, route: Route, params: str) -> Below:
    below = document.places.below(route)
    inner = document.places.below((*route, params))
    return {**below, **inner}
