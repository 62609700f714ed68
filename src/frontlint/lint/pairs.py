"""Problems between pages, seen from both sides: the engine decides which of the two faces is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from frontlint.findings.anchor import Anchor
from frontlint.findings.finding import Finding, Pair
from frontlint.frontmatter.route import Route

T = TypeVar("T")

FEW = 12
"""Of so many places each is held against each other one."""
ANCHORS = 3
"""Of more, all against the oldest few, and each against the next: a thousand are not a million pairs."""

Place = tuple[str, Anchor | None, Route | None]
ReportedPairs = set[tuple[Place, ...]]
"""The pairs of places that a rule has reported already."""


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
            yield one._replace(pair=_against(two, problem, newer, older))
            yield two._replace(pair=_against(one, problem, older, newer))


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    """The newer and the older of each pair, by their ranks."""
    anchors = count if count <= FEW else ANCHORS
    for older in range(anchors):
        yield from ((newer, older) for newer in range(older + 1, count))
    yield from ((older + 1, older) for older in range(anchors, count - 1))


def _against(other: Finding, problem: str, rank: int, against: int) -> Pair:
    """What a finding with this rank says about the other one."""
    return Pair(problem, rank, against, other.path, other.span, other.field, other.anchor)


def _place(finding: Finding) -> Place:
    return finding.path, finding.anchor, finding.field
