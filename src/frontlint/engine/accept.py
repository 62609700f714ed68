"""Which findings the baseline accepts, and which of its lines nothing needs any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from frontlint.engine.baseline import Accepted, Baseline, Key
from frontlint.engine.crash import INTERNAL
from frontlint.engine.fingerprint import anonymous, fingerprints
from frontlint.engine.outcome import Sources
from frontlint.engine.request import Request
from frontlint.finding import Finding
from frontlint.text.usage import UsageError

_NEVER = "history"
"""The group of rules whose findings are about one change, and cannot be accepted for good."""


class Acceptance(NamedTuple):
    """Findings sorted by the baseline, in their order; lines with the paths that their pages have now.

    `lines` are those that accept a finding, `stale` those that accept none.
    """

    new: tuple[Finding, ...]
    lines: tuple[Accepted, ...]
    stale: tuple[Accepted, ...]


def accept(request: Request, baseline: Baseline, findings: Sequence[Finding]) -> Acceptance:
    """Holds findings against the baseline; a renamed page takes its lines along, where git shows it."""
    keys = keys_of(request, findings)
    found = _match(baseline.lines, findings, keys)
    if found.new and _may_have_moved(request, found, keys):
        renamed = _renamed(request, baseline)
        if renamed:
            return _match([_moved(line, renamed) for line in baseline.lines], findings, keys)
    return found


def keys_of(request: Request, findings: Sequence[Finding]) -> dict[Finding, Key]:
    """The keys of the findings that a baseline can hold."""
    never = {INTERNAL, *request.settings.registry.groups.get(_NEVER, ())}
    usual = [finding for finding in findings if finding.rule not in never]
    sources = Sources(request.project, request.replaced)
    prints = fingerprints(usual, sources)
    for error in sources.failures:
        request.crashes.log("the fingerprint of a finding", error)
    return {
        finding: Key(finding.path, finding.rule, anonymous(finding.field), print_)
        for finding, print_ in zip(usual, prints, strict=True)
    }


def _match(lines: Sequence[Accepted], findings: Sequence[Finding], keys: Mapping[Finding, Key]) -> Acceptance:
    """Each line accepts one finding."""
    free: defaultdict[Key | None, list[Accepted]] = defaultdict(list)
    for line in reversed(lines):
        free[line.key].append(line)
    new: list[Finding] = []
    used: list[Accepted] = []
    for finding in findings:
        left = free.get(keys.get(finding))
        if left:
            used.append(left.pop())
        else:
            new.append(finding)
    return Acceptance(tuple(new), tuple(used), tuple(line for left in free.values() for line in left))


def _may_have_moved(request: Request, found: Acceptance, keys: Mapping[Finding, Key]) -> bool:
    """Whether a line without its page would accept a new finding if that were its page."""
    new = {keys[finding][1:] for finding in found.new if finding in keys}
    tree = request.tree
    return any(line.key[1:] in new and not tree.is_file(line.key.path) for line in found.stale)


def _renamed(request: Request, baseline: Baseline) -> Mapping[str, str]:
    """What git shows as renamed since the baseline was last committed; nothing where it cannot tell."""
    from frontlint.engine.compare import renamed_since

    try:
        return renamed_since(request.project, baseline.file)
    except UsageError:
        return {}


def _moved(line: Accepted, renamed: Mapping[str, str]) -> Accepted:
    path = renamed.get(line.key.path)
    return line if path is None else line._replace(key=line.key._replace(path=path))
