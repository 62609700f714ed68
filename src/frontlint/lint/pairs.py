"""Problems between pages, told from both sides: which of the two faces is shown is for the engine to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from frontlint.findings.finding import Finding, Pair
from frontlint.frontmatter.route import Route

T = TypeVar("T")

FEW = 12
"""Of so many places each is held against each other one."""
ANCHORS = 3
"""Of more, all against the oldest few, and each against the next: a thousand are not a million pairs."""

ReportedPairs = set[tuple[tuple[str, int, Route | None], ...]]
"""The pairs of places that a rule has told already."""


def faced(
    problem: str, members: Sequence[T], face: Callable[[T, T], Finding | None], reported: ReportedPairs
) -> Iterator[Finding]:
    """Both faces of each pair of `members`, the oldest first.

    `face` gives the finding at its first argument against the second, None where the two are no rivals. What
    is among `reported` is left out: output formats and languages repeat a problem in the same places.
    """
    for newer, older in _pairs(len(members)):
        one, two = face(members[newer], members[older]), face(members[older], members[newer])
        if one is None or two is None:
            continue
        places = tuple(sorted((_place(one), _place(two)), key=repr))
        if places in reported:
            continue
        reported.add(places)
        if places[0] == places[1]:  # both have it from one cascade: there are no two sides
            yield one
        else:
            yield one._replace(pair=Pair(problem, newer, older, two.path, two.span, two.field))
            yield two._replace(pair=Pair(problem, older, newer, one.path, one.span, one.field))


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    """The newer and the older of each pair, by their ranks."""
    anchors = count if count <= FEW else ANCHORS
    for older in range(anchors):
        yield from ((newer, older) for newer in range(older + 1, count))
    yield from ((older + 1, older) for older in range(anchors, count - 1))


def _place(finding: Finding) -> tuple[str, int, Route | None]:
    return finding.path, finding.span.start, finding.field
