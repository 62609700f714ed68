"""Where a finding about the site points, until somebody looks: a name for a place, not an offset.

An anchor stays the same when text above it changes. `engine/locate.py` makes a span of it.
"""

from __future__ import annotations

from typing import TypeAlias

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import Entry


class Spot(StrEnum):
    """What kind of place an anchor names."""

    START = "start"
    """The page as a whole: its opening delimiter, else its first line."""
    VALUE = "value"
    """The value at a route of the front matter, in any case; else the nearest one around it."""
    KEY = "key"
    """The key at a route as it is written."""
    CASCADE = "cascade"
    """The value at a route in lower case, in a cascade of a page or of Hugo's settings."""
    REF = "ref"
    """The path of the page's ref with this number: those in texts of the front matter come first."""
    STATED = "stated"
    """The ref with this number among those that the website's sentences name as parents."""
    ITEM = "item"
    """The item with this number of the lists in which the website shows children."""


class Anchor(NamedTuple):
    """A place in a page. `route` is one of the front matter, or the number of a ref, sentence or item."""

    spot: Spot
    route: Route = ()

    @property
    def field(self) -> Route | None:
        """The route in the front matter, None for a place in the body or the page as a whole."""
        return self.route if self.spot in _IN_FRONT else None


_IN_FRONT = frozenset({Spot.VALUE, Spot.KEY, Spot.CASCADE})
START = Anchor(Spot.START)

Where: TypeAlias = "Entry[str] | Anchor | Route"
"""How a rule about the site names a place: by an entry, an anchor, or a route of `PageFacts.front`."""


def anchor_of(where: Where) -> Anchor:
    """The anchor at which something is."""
    if isinstance(where, Anchor):
        return where
    route = where.route if isinstance(where, Entry) else where
    return Anchor(Spot.VALUE, route) if route else START


def numbered(spot: Spot, number: int) -> Anchor:
    """The anchor of the ref, sentence or item with this number, from 0."""
    return Anchor(spot, (number,))
