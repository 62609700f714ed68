"""What the site needs to know of one page: flat, small and JSON-able, every value with its span."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from frontlint.doc.document import Value
from frontlint.doc.route import Route
from frontlint.text.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A value and where it is written: span in code points of the file, route in the front matter."""

    value: T
    span: Span
    route: Route = ()


@dataclass(frozen=True, slots=True)
class RefCall:
    """One `ref` or `relref` shortcode of a body.

    `span` runs from `{{` to behind `}}`, `path_span` over the path without its quotes. `path` is None
    where none is given; `lang` and `output_format` are empty where not given.
    """

    name: str
    path: str | None
    span: Span
    path_span: Span
    lang: str = ""
    output_format: str = ""


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A `ref` in a list of the body, under a heading such as Specialized, Hierarchy or Children.

    `depth` counts the indents of its list item from 0; `bold` says nothing, `heading` is the heading's text.
    """

    ref: RefCall
    depth: int
    heading: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One content file, as far as other pages care.

    `path` is the file from the Hugo project's root, with `/`: `content/tags/a/_index.md`.
    `readable` is false when Hugo refuses the front matter: the page exists, nothing else is known of it.
    `front` has Hugo's own fields and the taxonomies (see `collect`), keys in lower case as Hugo keeps them,
    values as Hugo types them. `spans` gives start and end of the values in it, and of list items, by route
    in lower case. `start` is where to point when the page as a whole is meant.
    `marks` are the website's own keys, spelled as in MARKS, with their text.
    """

    path: str
    readable: bool
    start: Span
    front: Mapping[str, Value] = field(default_factory=dict)
    spans: Mapping[Route, Span] = field(default_factory=dict)
    marks: Mapping[str, Located[str]] = field(default_factory=dict)
    has_body: bool = False
    refs: tuple[RefCall, ...] = ()
    parents: tuple[Located[str], ...] = ()
    stated_parents: tuple[RefCall, ...] = ()
    listed_children: tuple[ListedPage, ...] = ()

    def located(self, *route: str | int) -> Span:
        """The span of a value of `front`, or of the nearest value around it that is written in this page."""
        steps: Route = route
        while steps and steps not in self.spans:
            steps = steps[:-1]
        return self.spans.get(steps, self.start)
