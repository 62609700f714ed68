"""One page as a page rule sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from frontlint.base.once import once
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Problem, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.content.paths import Location, locate
from frontlint.hugo.fields import Refusal, RefusalKind, refusals
from frontlint.hugo.values.keys import fold
from frontlint.lint.values import Values, values_of
from frontlint.site.collect import start_of
from frontlint.site.term_lists import TermList, read_term_lists
from frontlint.site.texts import read_texts, text_values

if TYPE_CHECKING:
    from frontlint.base.source import SourceFile
    from frontlint.hugo.config import Config
    from frontlint.prose.look import Look
    from frontlint.schema.violation import Violation

T = TypeVar("T")
_NOT_KEPT = frozenset({"sitemap", "menu", "menus"})
"""Fields that Hugo may refuse, and of which the site needs nothing."""

_MOST_KEYS = 100
"""Sets of keys with more are not remembered."""


class Page:
    """One page as a page rule sees it: the document, its facts and the site's configuration.

    `location` says where Hugo puts the file (kind, section, language ...). `violations` are those of the
    page's schema, found when they are first asked for, once for all the rules of the group schema.
    `cascaded` tells that this is what a cascade hands down (`lint/cascade.py`), and no page.
    """

    cascaded: ClassVar[bool] = False

    def __init__(
        self,
        document: Document,
        facts: PageFacts,
        config: Config,
        violations: Callable[[Page], Iterable[Violation]] = lambda page: (),
    ) -> None:
        self.document = document
        self.facts = facts
        self.config = config
        self._validate = violations
        self._views: dict[object, Any] = {}

    @once
    def violations(self) -> tuple[Violation, ...]:
        """What the schema of the page's kind says, but for the fields at which Hugo refuses the page."""
        found = tuple(self._validate(self))
        if not found:
            return found
        refused = {_folded_steps(refusal.route[: _depth(refusal)]) for refusal in self.refusals}
        return tuple(
            violation
            for violation in found
            if not any(_folded_steps(violation.route[:depth]) in refused for depth in (1, 2))
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the reader met in the front matter."""
        return self.document.problems

    @once
    def refusals(self) -> tuple[Refusal, ...]:
        """Why Hugo refuses the page although it can read it; routes are in lower case, as in `front`."""
        if not self.facts.readable:
            return ()
        front = self.facts.front
        if more := _NOT_KEPT & self.keys:
            front = {**front, **{key: self.get(key) for key in more}}
        return tuple(map(self._as_spelled, refusals(front, self.config, self.facts.path)))

    def _as_spelled(self, refusal: Refusal) -> Refusal:
        """The refusal with the page's own spelling of its key in its message."""
        name = str(refusal.route[0]) if refusal.route else ""
        key = self.key(name) or name
        if key == name:
            return refusal
        message = refusal.message
        for end in (":", ".", "`"):
            message = message.replace(f"`{name}{end}", f"`{key}{end}", 1)
        return refusal._replace(message=message)

    @once
    def location(self) -> Location | None:
        """Where Hugo puts the file, by its name; None for one that it ignores."""
        return locate(self.facts.path, self.config)

    @once
    def zone(self) -> tzinfo:
        """The time zone of the page's language: that of times without one."""
        language = self.config.language(self.location.language) if self.location else None
        return (language or self.config.default).zone

    @once
    def term_lists(self) -> tuple[TermList, ...]:
        """The page's own terms, one list for each taxonomy of its language that it has a key for."""
        return tuple(read_term_lists(self.facts, self.location, self.config))

    @once
    def texts(self) -> tuple[Entry[str], ...]:
        """The texts that people read: Instructions, abstract, description, headline and the rest."""
        return tuple(read_texts(self.document))

    @once
    def look(self) -> Look:
        """One quick look over all `texts`: what rules about them ask first."""
        return _look()(text_values(self.document, self._folded))

    @once
    def signs(self) -> frozenset[str]:
        """What of the characters that rules look for is in the front matter (`prose/signs.py`)."""
        return _signs()(self.document.source, self.document.fence.content)

    @once
    def values(self) -> Values:
        """What the front matter holds, by type (`lint/values.py`): one walk for all rules that ask."""
        return values_of(self.document.data)

    def view(self, make: Callable[[Page], T]) -> T:
        """What a room above makes of the page, such as the website's facts: made once."""
        if make not in self._views:
            self._views[make] = make(self)
        found: T = self._views[make]
        return found

    @once
    def keys(self) -> frozenset[str]:
        """The top-level keys in lower case."""
        return self._both[1]

    @once
    def start(self) -> Span:
        """Where to point when the page as a whole is meant."""
        return start_of(self.document)

    @once
    def has_body(self) -> bool:
        """Whether anything but blanks follows the front matter."""
        text, body = self.document.source.text, self.document.fence.body
        return bool(text[body : body + 200].strip() or text[body:].strip())

    @once
    def _folded(self) -> Mapping[str, str]:
        return self._both[0]

    @once
    def _both(self) -> tuple[Mapping[str, str], frozenset[str]]:
        data = self.document.data
        return _of_keys(tuple(data)) if len(data) <= _MOST_KEYS else _of_keys.__wrapped__(tuple(data))

    def key(self, name: str) -> str | None:
        """The page's own spelling of a top-level key, or None where it has no such key."""
        found = self._folded.get(name)  # hardly ever not: rules ask in lower case
        return self._folded.get(name.lower()) if found is None else found

    def get(self, name: str) -> Value:
        """The value of a top-level key in any case, None where there is none."""
        folded = self._folded
        key = folded.get(name)
        if key is None:
            key = folded.get(name.lower())
        return None if key is None else self.document.data[key]

    def inner(self, group: str, name: str) -> tuple[Value, Route] | None:
        """The value of a key in a mapping, such as `sitemap.priority`, with its route, in any case."""
        mapping = self.get(group)
        if not isinstance(mapping, dict):
            return None
        key = name if name in mapping else fold(mapping).get(name.lower())
        return None if key is None else (mapping[key], (str(self.key(group)), key))

    def has(self, name: str) -> bool:
        """Whether the page has the key, in any case, with any value."""
        return name in self.keys or name.lower() in self.keys

    def written(self, *route: str | int) -> str:
        """The value at a route as the author wrote it."""
        span = self.at(*route)
        return self.document.source.text[span.start : span.end]

    def at(self, *route: str | int) -> Span:
        """The span of the value at a route, else of the nearest value around it."""
        places = self.document.places
        nearest = places.nearest(self.as_written(route))
        return places.value(nearest) if nearest else self.start

    def key_at(self, *route: str | int) -> Span:
        """The span of the key at a route; for a list item, of the item."""
        places = self.document.places
        nearest = places.nearest(self.as_written(route))
        if not nearest:
            return self.start
        return places.value(nearest) if isinstance(nearest[-1], int) else places.key(nearest)

    def as_written(self, route: Route) -> Route:
        """The route with the page's own spelling of its first key."""
        if route and isinstance(route[0], str):
            return (self.key(route[0]) or route[0], *route[1:])
        return route


@cache
def _look() -> type[Look]:
    """Imported when a page first has a text; the statement alone takes longer than a call."""
    from frontlint.prose.look import Look

    return Look


@cache
def _signs() -> Callable[[SourceFile, Span], frozenset[str]]:
    from frontlint.prose.signs import signs

    return signs


@lru_cache(maxsize=64)  # a site has few sets of keys
def _of_keys(keys: tuple[str, ...]) -> tuple[Mapping[str, str], frozenset[str]]:
    """Key in lower case -> key as written; and the first ones alone."""
    folded = fold(dict.fromkeys(keys))
    return folded, frozenset(folded)


def _depth(refusal: Refusal) -> int:
    """How much of its field a refusal is about: what else is wrong in `sitemap` is still reported."""
    return 2 if refusal.kind in (RefusalKind.VALUE, RefusalKind.MENU) else 1


def _folded_steps(route: Route) -> Route:
    return tuple(step.lower() if isinstance(step, str) else step for step in route)
