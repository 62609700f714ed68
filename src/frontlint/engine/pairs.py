"""Problems between pages: each is shown once, and what either page accepts is accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Finding
from frontlint.findings.ignore import Ignore, SilencedFinding
from frontlint.settings import Settings

About = Callable[[Finding], tuple[Ignore, ...]]
"""The ignores that are about a finding."""


class View(NamedTuple):
    """Who looks: which pages are reported on, and which of them the change under review touches."""

    wants: Callable[[str], bool]
    changed: Callable[[str], bool]


class Shown(NamedTuple):
    """A face of each problem that counts, and those that the ignores of one of their pages accept."""

    findings: list[Finding]
    silenced: list[SilencedFinding]


def one_face_each(found: Iterable[Finding], settings: Settings, view: View, about: About) -> Shown:
    """What is shown of problems between pages, all faces of which are among `found`.

    Of several pages with one problem, each is held against the oldest that it can be; a page for which the
    rule is off, or that ignores it, takes no part. So a problem of three pages is two findings, and goes on
    between the other two when the third one ignores it.
    """
    shown = Shown([], [])
    groups: defaultdict[tuple[str, str], dict[tuple[int, int], Finding]] = defaultdict(dict)
    for finding in found:
        if finding.pair is not None:
            pair = finding.pair
            groups[finding.rule, pair.problem][pair.rank, pair.against] = finding
    for faces in groups.values():
        if any(view.wants(face.path) for face in faces.values()):
            _settle(_Group(faces), settings, view, about, shown)
    return shown


class _Group:
    """The faces of one problem, by the ranks of the two places."""

    def __init__(self, faces: Mapping[tuple[int, int], Finding]) -> None:
        self._faces = faces
        self._rivals: defaultdict[int, list[int]] = defaultdict(list)
        for rank, against in sorted(faces):
            self._rivals[rank].append(against)

    @property
    def ranks(self) -> Sequence[int]:
        """The places, the oldest first."""
        return sorted(self._rivals)

    def any_of(self, rank: int) -> Finding:
        """A finding at a place: ignores and settings are about all of them alike."""
        return self._faces[rank, self._rivals[rank][0]]

    def rival(self, rank: int, among: frozenset[int]) -> int | None:
        """The oldest rival of a place."""
        return next((other for other in self._rivals[rank] if other in among), None)

    def face(self, rank: int, against: int, view: View) -> Finding | None:
        """The face of a pair that is shown: in the change, else at the newer place; None for neither."""
        faces = [self._faces[rank, against], self._faces[against, rank]]
        wanted = [face for face in faces if view.wants(face.path)]
        return max(wanted, key=lambda face: (view.changed(face.path), _rank(face)), default=None)


def _rank(face: Finding) -> int:
    return face.pair.rank if face.pair else 0


def _settle(group: _Group, settings: Settings, view: View, about: About, shown: Shown) -> None:
    on = [rank for rank in group.ranks if _is_on(group.any_of(rank), settings)]
    ignores = {rank: found for rank in on if (found := about(group.any_of(rank)))}
    live = frozenset(on) - ignores.keys()
    for rank in sorted(live):
        older = group.rival(rank, live)
        if older is not None and older < rank:
            shown.findings.extend(_as_set(group.face(rank, older, view), settings))
    reported: set[frozenset[int]] = set()
    for rank, found in ignores.items():
        other = group.rival(rank, frozenset(on))
        if other is None or frozenset((rank, other)) in reported:
            continue
        reported.add(frozenset((rank, other)))
        both = (*found, *ignores.get(other, ()))
        for face in _as_set(group.face(rank, other, view), settings):
            shown.silenced.append(SilencedFinding(face, both))


def _is_on(finding: Finding, settings: Settings) -> bool:
    return settings.rules_for(finding.path)[finding.rule].on


def _as_set(face: Finding | None, settings: Settings) -> Iterator[Finding]:
    """The face with the severity that is set for its page, if it is shown at all."""
    if face is not None:
        severity = settings.rules_for(face.path)[face.rule].severity
        yield face if severity is None else face.with_severity(severity)
