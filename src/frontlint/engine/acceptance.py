"""Which findings the baseline accepts, and which of its lines nothing needs any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.base.sources import Sources
from frontlint.engine.baseline import Baseline, BaselineLine, Key
from frontlint.engine.internal_error import INTERNAL
from frontlint.engine.request import Request
from frontlint.findings.finding import Finding
from frontlint.findings.fingerprint import anonymous, faces_of, fingerprints, paths_of

_NEVER = "history"
"""The group of rules whose findings are about one change, and cannot be accepted for good."""


class Acceptance(NamedTuple):
    """Findings sorted by the baseline, in their order; lines with the paths that their pages have now.

    `held` are the accepted findings, `lines` those that accept them, in the same order; `stale` are those
    that accept none. `used` and `left` are the positions of both in the baseline.
    """

    new: tuple[Finding, ...]
    held: tuple[Finding, ...]
    lines: tuple[BaselineLine, ...]
    stale: tuple[BaselineLine, ...]
    used: tuple[int, ...] = ()
    left: tuple[int, ...] = ()


def accept(
    request: Request,
    baseline: Baseline,
    findings: Sequence[Finding],
    last: Container[int] = frozenset(),
) -> Acceptance:
    """Holds findings against the baseline; a renamed page takes its lines along, where git shows it.

    The lines at the positions `last` accept what no other line does.
    """
    keys = keys_of(request, findings)
    found = _match(baseline.lines, findings, keys, last)
    if found.new and _may_have_moved(request, found, keys):
        renamed = _renamed(request, baseline)
        if renamed:
            return _match([_moved(line, renamed) for line in baseline.lines], findings, keys, last)
    return found


def held_against(request: Request, lines: Sequence[BaselineLine], findings: Sequence[Finding]) -> Acceptance:
    """What some lines accept of findings, for the paths that they have."""
    paths = {path for line in lines for path in line.key.paths}
    likely = [finding for finding in findings if not paths.isdisjoint(paths_of(finding))]
    return _match(lines, likely, keys_of(request, likely))


def keys_of(request: Request, findings: Sequence[Finding]) -> dict[Finding, Key]:
    """The keys of the findings that a baseline can hold."""
    never = {INTERNAL, *request.settings.registry.groups.get(_NEVER, ())}
    usual = [finding for finding in findings if finding.rule not in never]
    sources = Sources(request.project, request.replaced, request.settings.limits)
    prints = fingerprints(usual, sources)
    for error in sources.failures:
        request.crashes.log("the fingerprint of a finding", error)
    return {finding: _key(finding, print_) for finding, print_ in zip(usual, prints, strict=True)}


def _key(finding: Finding, print_: str) -> Key:
    fields = sorted(field for face in faces_of(finding) if (field := anonymous(face.field)) is not None)
    path, *others = paths_of(finding)
    return Key(path, finding.rule, fields[0] if fields else None, print_, *others)


def _match(
    lines: Sequence[BaselineLine],
    findings: Sequence[Finding],
    keys: Mapping[Finding, Key],
    last: Container[int] = frozenset(),
) -> Acceptance:
    """Each line accepts one finding."""
    free: defaultdict[Key | None, list[int]] = defaultdict(list)
    order = range(len(lines) - 1, -1, -1)
    for at in (*(at for at in order if at in last), *(at for at in order if at not in last)):
        free[lines[at].key].append(at)
    new: list[Finding] = []
    held: list[Finding] = []
    used: list[int] = []
    for finding in findings:
        left = free.get(keys.get(finding))
        if left:
            held.append(finding)
            used.append(left.pop())
        else:
            new.append(finding)
    idle = tuple(at for left in free.values() for at in left)
    accepting, stale = (tuple(lines[at] for at in part) for part in (used, idle))
    return Acceptance(tuple(new), tuple(held), accepting, stale, tuple(used), idle)


def _may_have_moved(request: Request, found: Acceptance, keys: Mapping[Finding, Key]) -> bool:
    """Whether a line without its page would accept a new finding if that were its page."""
    new = {_anywhere(keys[finding]) for finding in found.new if finding in keys}
    tree = request.tree
    return any(
        _anywhere(line.key) in new and not all(map(tree.is_file, line.key.paths)) for line in found.stale
    )


def _anywhere(key: Key) -> tuple[str, str | None, str]:
    return key.rule, key.field, key.fingerprint


def _renamed(request: Request, baseline: Baseline) -> Mapping[str, str]:
    """What git shows as renamed since the baseline was last committed; nothing where it cannot tell."""
    from frontlint.engine.compare.changes import renamed_since

    try:
        return renamed_since(request.project, baseline.file)
    except UsageError:
        return {}


def _moved(line: BaselineLine, renamed: Mapping[str, str]) -> BaselineLine:
    return line._replace(key=line.key.moved(renamed))
