"""A site before and after some fixes, and what speaks against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from frontlint.base.record import NamedTuple
from frontlint.engine.fixing.choice import Wanted
from frontlint.engine.snapshot import Snapshot
from frontlint.findings.finding import Finding
from frontlint.findings.ignore import SilencedFinding
from frontlint.frontmatter.edit.changes import Kind
from frontlint.lint.rule import PageRule, SiteRule

Key = tuple[str, str, tuple[str, ...] | None]
"""A finding's rule, page and field: without indexes, which move with each item that goes."""


class Objection(NamedTuple):
    """What speaks against some fixes. `key` is of the finding that comes, or stays."""

    key: Key
    reason: str
    stays: bool


class State(NamedTuple):
    """A snapshot with what is found in it.

    `findings` are those that count; `all` has every finding of a rule that is on, `hidden` those that an
    ignore or the baseline keeps from counting.
    """

    snapshot: Snapshot
    findings: tuple[Finding, ...]
    all: Counter[Key]
    shown: Counter[Key]
    hidden: Counter[Key]

    @classmethod
    def of(cls, snapshot: Snapshot) -> State:
        """Judges a snapshot."""
        request = snapshot.request
        found, silenced = _judged(snapshot)
        findings: Sequence[Finding] = found
        if request.baseline is not None:
            from frontlint.engine.acceptance import accept  # most sites have none

            brought = request.base.brought if request.base else frozenset[int]()
            findings = accept(request, request.baseline, found, brought).new
        shown = _counted(findings)
        hidden = _counted(found) - shown + _counted(one.finding for one in silenced)
        return cls(snapshot, tuple(findings), _counted(_every(snapshot, found)), shown, hidden)

    def is_read(self, path: str) -> bool:
        """Whether a page is known to the end of its front matter."""
        result = self.snapshot.ground.result(path)
        return result is None or not result.facts.unchecked


def _judged(snapshot: Snapshot) -> tuple[Sequence[Finding], Sequence[SilencedFinding]]:
    base = snapshot.request.base
    if base is None:
        return snapshot.judged()
    from frontlint.engine.compare.new_findings import judge_since  # most runs compare with nothing

    since = judge_since(snapshot, base)
    return since.findings, since.silenced


def _every(snapshot: Snapshot, found: Iterable[Finding]) -> Iterable[Finding]:
    """What the rules say, whether it counts or not; that of rules about ignores and history is in `found`."""
    settings, parts = snapshot.request.settings, snapshot.parts
    rules = snapshot.rules.all(website=bool(snapshot.overview.conventions))
    raw = {rule.name for rule in rules if isinstance(rule, (PageRule, SiteRule))}
    for finding in (*parts.by_page, *parts.by_site):
        state = settings.rules_for(finding.path).get(finding.rule)
        if state is None or state.on:
            yield finding
    yield from (finding for finding in found if finding.rule not in raw)


def _counted(findings: Iterable[Finding]) -> Counter[Key]:
    return Counter(map(key_of, findings))


def key_of(finding: Finding) -> Key:
    """What is counted."""
    field = finding.field
    names = None if field is None else tuple(step.lower() for step in field if isinstance(step, str))
    return finding.rule, finding.path, names


def objections(before: State, after: State, made: Sequence[Wanted]) -> list[Objection]:
    """What speaks against the fixes `made`: a finding that stays, one that comes, one that counts now.

    What appears in a page that could not be read before was there before.
    """
    gone = Counter(key_of(one.finding) for one in made)
    pages = {path for one in made for path in one.pages}
    unread = {path for path in pages if not before.is_read(path)} | reencoded(made)
    found: list[Objection] = []
    for key, count in after.all.items():
        if count <= before.all[key] - gone[key] or key[1] in unread:
            continue
        if gone[key]:
            found.append(Objection(key, "the problem would still be there", stays=True))
        elif not unread:
            found.append(Objection(key, f"it would bring a new problem: {key[0]} in `{key[1]}`", stays=False))
    for key, count in after.shown.items():
        if count > before.shown[key] and before.hidden[key]:
            reason = f"a problem in `{key[1]}` that is ignored or accepted would count: {key[0]}"
            found.append(Objection(key, reason, stays=False))
    return found


def reencoded(made: Sequence[Wanted]) -> set[str]:
    """The pages that some fixes save as UTF-8: what their rules saw before is not what they say."""
    return {change.path for one in made for change in one.fix.changes if change.change.kind is Kind.REENCODE}


def blamed(wanted: Sequence[Wanted], against: Sequence[Objection]) -> list[Wanted]:
    """Those of some fixes that an objection is about: the fix itself, or those of its page."""
    keys = {one.key for one in against if one.stays}
    pages = {one.key[1] for one in against if not one.stays}
    return [one for one in wanted if key_of(one.finding) in keys or not pages.isdisjoint(one.pages)]
