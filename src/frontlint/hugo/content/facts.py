"""What the site needs to know of one page: flat, small and JSON-able, every value with its span."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Generic, NamedTuple, TypeVar

from frontlint.base.span import Span
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.frontspans import span_at

T = TypeVar("T")

ANY_NAME: Final = "*"
"""In `PageFacts.unread_names`: the front matter is too long to look through."""


class Located(NamedTuple, Generic[T]):
    """A value and where it is written: span in code points of the file, route in the front matter."""

    value: T
    span: Span
    route: Route = ()


class RefCall(NamedTuple):
    """One `ref` or `relref` shortcode of a body.

    `span` runs from `{{` to behind `}}`, `path_span` over the path without its quotes. `path` is None
    where none is given; `lang` and `output_format` are empty where not given. `in_html` tells that it
    stands in raw HTML, which Hugo drops, call and all, unless the project allows it (`Config.unsafe_html`).
    """

    name: str
    path: str | None
    span: Span
    path_span: Span
    lang: str = ""
    output_format: str = ""
    in_html: bool = False


class FrontRef(NamedTuple):
    """A ref in a text of the front matter, which Hugo runs where a template renders that text.

    `field` is the top-level key, or that below `params`, in lower case. The spans of `call` are the text's.
    """

    field: str
    call: RefCall


class ListKind(StrEnum):
    """What a list of links under a heading says about its items."""

    CHILDREN = "children"
    """Under Specialized or Children: the outermost items are children of the page."""
    TREE = "tree"
    """Under Hierarchy or Etymology: the list draws a tree, in which the page itself may stand."""


class ListItem(NamedTuple):
    """An item of a list in the body that says something about parents and children.

    `ref` is the link that the item begins with, None for an item without one; `text` is its first words
    (the link's text, without bold). `parent` is the index of the item around it, -1 for the outermost.
    """

    kind: ListKind
    ref: RefCall | None
    text: str
    parent: int
    span: Span


class Generation(StrEnum):
    """How a page was made, by the website's own marks; every rule of the website looks at this first."""

    FOREIGN = "foreign"
    """No mark of the website: any page of any Hugo site."""
    LEGACY = "legacy"
    """Older than the marks of today; asked for less."""
    CURRENT = "current"


class PageFacts(NamedTuple):
    """One content file, as far as other pages care.

    `path` is the file from the Hugo project's root, with `/`: `content/tags/a/_index.md`.
    `readable` is false when Hugo refuses the front matter: the page exists, nothing else is known of it.
    `front` has Hugo's own fields and the taxonomies (see `collect`), keys in lower case as Hugo keeps them,
    values as Hugo types them. `spans` is the row of their places (see `frontspans`; `located` reads it).
    `start` is where to point when the page as a whole is meant.
    `marks` are the website's own keys, spelled as in `collect.MARKS`, with their text.
    `parents` are the entries of the key `parent`, `stated_parents` the refs behind "a specialisation of".
    `refs` are those of the body, `front_refs` those in texts of the front matter.
    `unread_names` are all names that a front matter may hold which Hugo cannot read, see `unread`.
    """

    path: str
    readable: bool
    start: Span
    front: Mapping[str, Value] = MappingProxyType({})
    spans: array[int] = array("I")
    marks: Mapping[str, Located[str]] = MappingProxyType({})
    generation: Generation = Generation.FOREIGN
    has_body: bool = False
    refs: tuple[RefCall, ...] = ()
    parents: tuple[Located[str], ...] = ()
    stated_parents: tuple[RefCall, ...] = ()
    lists: tuple[ListItem, ...] = ()
    front_refs: tuple[FrontRef, ...] = ()
    unread_names: tuple[str, ...] = ()

    def find(self, *route: str | int) -> Span | None:
        """The span of a value of `front` or directly in one, by its route in lower case, if it is written."""
        return span_at(self.front, self.spans, route)

    def located(self, *route: str | int) -> Span:
        """The same, or the span of the nearest value around it that is written in this page."""
        for length in range(len(route), 0, -1):
            found = self.find(*route[:length])
            if found is not None:
                return found
        return self.start
