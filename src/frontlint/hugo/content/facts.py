"""What the site needs to know of one page: flat, small and JSON-able, every value with its span."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.frontspans import span_at
from frontlint.hugo.values.cast import as_terms
from frontlint.hugo.values.entries import entries

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


class NearMiss(NamedTuple):
    """A key of a page, or of its cascade, that is nearly a field of Hugo's, as written, and where it is.

    `above` is the route to the cascade that the key is in.
    `field` is the one that it most likely means, empty where the page has that field, too, or the value is of
    another kind.
    """

    key: str
    field: str
    span: Span
    above: Route = ()


class PageFacts(NamedTuple):
    """One content file, as far as other pages care.

    `path` is the file from the Hugo project's root, with `/`: `content/tags/a/_index.md`.
    `readable` is false when Hugo refuses the front matter: the page exists, nothing else is known of it.
    `front` has Hugo's own fields and the taxonomies (see `collect`), keys in lower case as Hugo keeps them,
    values as Hugo types them. `spans` is the row of their places (see `frontspans`; `located` reads it).
    `start` is where to point when the page as a whole is meant.
    `refs` are those of the body, `front_refs` those in texts of the front matter. `near_misses` are keys that
    may be slips. `read_on` tells that a page which is not readable was checked with a repair of ours.
    `repaired_at` is the place of the first problem of a page that was read with a repair, else -1.
    `unread_names` are all names that a front matter may hold which Hugo cannot read, see `unread`.
    """

    path: str
    readable: bool
    start: Span
    front: Mapping[str, Value] = MappingProxyType({})
    spans: array[int] = array("I")
    has_body: bool = False
    refs: tuple[RefCall, ...] = ()
    front_refs: tuple[FrontRef, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    read_on: bool = False
    unread_names: tuple[str, ...] = ()
    repaired_at: int = -1

    @property
    def unchecked(self) -> bool:
        """Whether the page could not be read to the end of its front matter."""
        return not self.readable and not self.read_on

    def without_front_matter(self) -> PageFacts:
        """The same page where others can rely on nothing of its front matter, although it was read on."""
        bare = PageFacts(self.path, readable=False, start=self.start)
        return bare._replace(
            has_body=self.has_body,
            refs=self.refs,
            read_on=True,
            unread_names=self.unread_names,
            repaired_at=self.repaired_at,
        )

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

    def values(self, key: str) -> Iterator[tuple[Route, str]]:
        """The texts of a field such as `aliases`, one or a list, each with its route."""
        return entries(self.front, key)

    def terms(self, plural: str) -> Iterator[tuple[Route, str]]:
        """The page's own terms in a taxonomy, each with its route."""
        return entries(self.front, plural, as_terms)

    def with_place(self, route: Route, text: str) -> Located[str]:
        """A value of `front` with its place."""
        return Located(text, self.located(*route), route)
