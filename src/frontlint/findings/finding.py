"""Findings: what frontlint says of a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.base.span import Region, Span
from frontlint.findings.anchor import Anchor, Where, anchor_of
from frontlint.frontmatter.route import Route

if TYPE_CHECKING:
    from frontlint.findings.fix import Fix  # most findings have none

LONGEST = 119
"""Code points in a message."""
INTERNAL = "internal-error"
"""The rule of findings about failures of frontlint itself: nothing hides them."""
UNPLACED = Span(0, 0)
"""The span of what has an anchor: its place is not looked up yet."""


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return _RANKS[self]

    def at_least(self, other: Severity) -> bool:
        """Whether this weighs as much as `other` or more."""
        return self.rank <= other.rank


_RANKS: Mapping[Severity, int] = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Label(NamedTuple):
    """Another place that belongs to a finding, with a few words about it.

    With an `anchor`, its place is not looked up yet, as in a `Finding`.
    """

    path: str
    span: Span
    text: str
    anchor: Anchor | None = None

    @classmethod
    def at(cls, path: str, where: Where, text: str) -> Label:
        """A label of a rule about the site, which knows values and routes, not places."""
        return cls(path, UNPLACED, text, anchor_of(where))


class Pair(NamedTuple):
    """What a finding is part of: a problem that two pages have together, seen from one of them.

    `problem` is what all its places share within the rule, such as the file that they publish. `rank` is that
    of this place among them, from 0 for the oldest page; `against` is the rank of the other place, which is
    at `span` in `path`, with its `field`; with an `anchor` until its place is looked up.
    """

    problem: str
    rank: int
    against: int
    path: str
    span: Span
    field: Route | None
    anchor: Anchor | None = None


class Finding(NamedTuple):
    """One fault: where, what, why it matters and what to write instead.

    `path` is that of the page, from the Hugo project's root; `span` is half-open, in code points of its
    text. `field` is the route in the front matter, or None for a place in the body or the file as a whole.
    `message` has under 120 characters and no final full stop; `label` are the words at the carets;
    `why` replaces the rule's own reason where the schema gives a better one. With a `pair` it is one of the
    two faces of a problem between pages, of which a run shows one (`engine/pairs.py`).

    `fix` is what puts it right, where there is one answer.

    `region` are the lines and columns of `span`, from who had the page at hand; None where nobody had. Who
    changes the span changes it, too.

    A rule about the site gives an `anchor` for a place; then the span is `UNPLACED` until
    `engine/locate.py` has looked it up. Equality of two such findings does not depend on offsets.
    """

    rule: str
    path: str
    span: Span
    message: str
    help: str = ""
    severity: Severity = Severity.WARNING
    field: Route | None = None
    label: str = ""
    why: str = ""
    related: tuple[Label, ...] = ()
    pair: Pair | None = None
    anchor: Anchor | None = None
    fix: Fix | None = None
    region: Region | None = None

    def with_severity(self, severity: Severity) -> Finding:
        """The same finding at another severity."""
        return self if severity is self.severity else self._replace(severity=severity)


def after_that(finding: Finding, first: int) -> Finding:
    """The finding in a page that was read with repairs: `first` is the place of its first problem."""
    if finding.span.start <= first:
        return finding
    words = f"after that: {finding.message}"
    return finding._replace(message=words) if len(words) <= LONGEST else finding


def sound(finding: Finding) -> Finding:
    """The finding itself. Raises ValueError where its place cannot be one: a rule has miscounted."""
    for span in (finding.span, *(label.span for label in finding.related)):
        if not span.runs_forward:
            raise ValueError(f"not a place in a page: {span.start}..{span.end}")
    return finding
