"""What the site needs to know of one page: flat, small and JSON-able. Values and routes, never places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sys import intern
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.values.cast import TEXT, as_terms
from frontlint.hugo.values.entries import entries

T = TypeVar("T")

OF_ONE_PAGE = frozenset({"title", "linktitle", "aliases", "slug", "url"})
"""Keys whose texts few pages share: to remember such a text would cost as much as the text."""

ANY_NAME: Final = "*"
"""In `PageFacts.unread_names`: the front matter is too long to look through."""


class Entry(NamedTuple, Generic[T]):
    """A value and its route in the front matter; without a route, the page as a whole is meant.

    Its place is looked up when there is something to say about it (`engine/locate.py`).
    """

    value: T
    route: Route = ()


class RefCall(NamedTuple):
    """One `ref` or `relref` shortcode of a body.

    `path` is None if none is given; `lang` and `output_format` are empty if not given. `in_html` tells that
    it is inside raw HTML, which Hugo drops, call and all, unless the project allows it
    (`Config.unsafe_html`). Two equal calls are one value: their number in the page tells them apart.
    """

    name: str
    path: str | None
    lang: str = ""
    output_format: str = ""
    in_html: bool = False


class FrontRef(NamedTuple):
    """A ref in a text of the front matter, which Hugo runs where a template renders that text.

    `field` is the top-level key, or that below `params`, in lower case.
    """

    field: str
    call: RefCall


_TABLES = MappingProxyType(
    {"build": "build", "resources": "resources", "target": "target", "_target": "target"}
)


class NearMiss(NamedTuple):
    """A key of a page, or of its cascade, that is nearly a field of Hugo's, as written.

    `above` is the route to the cascade, or to the table of Hugo's such as `build`, that the key is in.
    `field` is the one that it most likely means, empty where the page has that field, too, or the value is of
    another kind.
    """

    key: str
    field: str
    above: Route = ()

    @property
    def in_table(self) -> bool:
        """Whether the key is in a table in which Hugo alone reads anything: no template asks for it."""
        return bool(self.table)

    @property
    def table(self) -> str:
        """The table, as `near_in_table` names it; empty for a key of a page or cascade."""
        steps = [step.lower() for step in self.above if isinstance(step, str)]
        if steps[-2:-1] in (["menu"], ["menus"]):
            return "menu"
        return _TABLES.get(steps[-1], "") if steps else ""


def packed(key: str, value: Value) -> Value:
    """The value of a key as `PageFacts.front` has it: with the texts of other pages where it can be."""
    if type(value) is str:
        return value if key in OF_ONE_PAGE else intern(value)
    if type(value) is not list:
        return value
    if key in OF_ONE_PAGE:
        return value[:]  # a list that was filled item by item has room for more
    if TEXT.issuperset(map(type, value)):
        return list(tuple(map(intern, value)))  # type: ignore[arg-type] # noqa: C414 - no room for more
    return [intern(item) if type(item) is str else item for item in value]


_EMPTY: Final[Mapping[str, Value]] = {}
"""Nobody writes to it. No `MappingProxyType`, which cannot be sent to another process."""


class PageFacts(NamedTuple):
    """One content file, as far as other pages care.

    `path` is the file from the Hugo project's root, with `/`: `content/tags/a/_index.md`.
    `readable` is false when Hugo refuses the front matter: the page exists, nothing else is known of it.
    `front` has Hugo's own fields and the taxonomies (see `collect`), keys in lower case as Hugo keeps them,
    values as Hugo types them.
    `refs` are those of the body, `front_refs` those in texts of the front matter. `near_misses` are keys that
    may be slips. `read_on` tells that a page which is not readable was checked with a repair of ours.
    `unread_names` are all names that a front matter may hold which Hugo cannot read, see `unread`.
    `by_lines` tells that each line of it says by itself what it means, so that one key can be looked up
    without reading the others (`Document.by_lines`).
    `plain_aliases` tells that it has aliases, and each says by itself which file it becomes
    (`urls/aliases.py:are_plain`).
    """

    path: str
    readable: bool
    front: Mapping[str, Value] = _EMPTY
    refs: tuple[RefCall, ...] = ()
    front_refs: tuple[FrontRef, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    read_on: bool = False
    unread_names: tuple[str, ...] = ()
    by_lines: bool = False
    plain_aliases: bool = False

    @property
    def unchecked(self) -> bool:
        """Whether the page could not be read to the end of its front matter."""
        return not self.readable and not self.read_on

    def without_front_matter(self) -> PageFacts:
        """The same page where others can rely on nothing of its front matter, although it was read on."""
        bare = PageFacts(self.path, readable=False)
        return bare._replace(refs=self.refs, read_on=True, unread_names=self.unread_names)

    def gives_plain_aliases(self, front: Mapping[str, Value]) -> bool:
        """Whether the aliases of a front matter in effect are the page's own, and plain ones."""
        return self.plain_aliases and front.get("aliases") is self.front.get("aliases")

    def values(self, key: str) -> Iterator[tuple[Route, str]]:
        """The texts of a field such as `aliases`, one or a list, each with its route."""
        return entries(self.front, key)

    def terms(self, plural: str) -> Iterator[tuple[Route, str]]:
        """The page's own terms in a taxonomy, each with its route."""
        return entries(self.front, plural, as_terms)
