"""The findings of changed pages, and those elsewhere that the base did not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from frontlint.base.record import NamedTuple, replace
from frontlint.engine.base import Base, Review
from frontlint.engine.cascades import ignores_of_settings
from frontlint.engine.compare.causes import Causes, identity_of
from frontlint.engine.internal_error import INTERNAL
from frontlint.engine.judge import history_findings
from frontlint.engine.profile import phase
from frontlint.engine.request import Request
from frontlint.engine.result import PageResult
from frontlint.engine.steps import Snapshot, build, judge_snapshot, resources, scan, with_inventory
from frontlint.findings.finding import Finding
from frontlint.findings.fingerprint import faces_of
from frontlint.findings.ignore import SilencedFinding
from frontlint.git.changes import How
from frontlint.lint.rule import HistoryRule
from frontlint.site.history.history import History


class Since(NamedTuple):
    """What is to be shown of the site as it is, what the ignores silenced, and what is left."""

    findings: tuple[Finding, ...]
    silenced: tuple[SilencedFinding, ...]
    review: Review | None


def judge_since(snapshot: Snapshot, base: Base) -> Since:
    """What the changes since the base brought.

    Pages that were not changed are byte for byte what they were, so a finding in one of them is known by its
    rule and place. Each that the base did not have names the change that caused it.
    """
    if not base.changes:
        everything = judge_snapshot(snapshot).findings if base.brought else ()
        return Since((), (), Review((), everything))
    with phase(snapshot.request.profile, "the site before"):
        old = _look_back(snapshot, base)
    if old is None or snapshot.request.crashes.findings:  # an empty site would have lost every page
        findings, silenced = judge_snapshot(snapshot)
        shown = [finding for finding in findings if finding.path in base.changed]
        return _parted(snapshot, base, findings, shown, silenced)
    history = History(old.site, snapshot.site, base.renamed, base.changed)
    present = old.site.conventions.present or snapshot.site.conventions.present
    broken = [rule for rule in snapshot.rules.all(website=present) if isinstance(rule, HistoryRule)]
    with_cause = history_findings(history, broken, snapshot.request.crashes)
    findings, silenced = judge_snapshot(
        snapshot, with_cause, _settings_in_place_of_pages(snapshot, base, history)
    )
    before = judge_snapshot(old).findings
    causes = Causes(snapshot, old, base, judge_snapshot)
    new = set(map(id, _unmatched(findings, before)))
    names = {INTERNAL, *(rule.name for rule in broken)}

    def is_told(finding: Finding) -> bool:
        return finding.path in base.changed or finding.rule in names

    shown = [finding for finding in findings if is_told(finding) or id(finding) in new]
    since = _parted(snapshot, base, findings, shown, silenced)
    told_of = tuple(one if is_told(one) else causes.with_cause(one) for one in shown)
    return since._replace(findings=told_of)


def _parted(
    snapshot: Snapshot,
    base: Base,
    findings: Sequence[Finding],
    shown: Sequence[Finding],
    silenced: tuple[SilencedFinding, ...],
) -> Since:
    """The findings, and what a change may accept: ignores of its pages, findings that it left alone."""
    request, known = snapshot.request, set(map(id, shown))
    ignores = tuple(
        ignore
        for result in snapshot.results
        if result.ignores and result.facts.path in base.changed and request.wants(result.facts.path)
        for ignore in result.ignores
    )
    ignores += tuple(one for one in ignores_of_settings(request.config) if one.path in base.changed)
    elsewhere = tuple(finding for finding in findings if id(finding) not in known) if base.brought else ()
    return Since(tuple(shown), silenced, Review(ignores, elsewhere))


def _look_back(snapshot: Snapshot, base: Base) -> Snapshot | None:
    """The site as it was; None where its settings could not be read, and so nothing is known of it.

    A page that is the same is judged once, unless the settings of the project differ.
    """
    if base.config is None:
        return None
    request = replace(snapshot.request, config=base.config, replaced=base.replaced, base=None, cache=None)
    inventory, request = with_inventory(request)
    same = request.config == snapshot.request.config
    known = _shared(snapshot, request, inventory.pages, base) if same else {}
    results = scan(request, inventory.pages, snapshot.rules, None, lambda count: None, known)
    unread = dict(inventory.unread)
    site = build(request, results, {}, unread)
    return Snapshot(request, inventory.pages, snapshot.rules, results, site, unread)


def _shared(
    snapshot: Snapshot, request: Request, paths: Sequence[str], base: Base
) -> Mapping[str, PageResult]:
    """The results that are those of the base, too; a page that belongs to a bundle now and did not, or the
    other way round, was looked at with other rules."""
    moved = resources(paths, request.config) ^ resources(snapshot.paths, request.config)
    return {
        result.facts.path: result
        for result in snapshot.results
        if result.facts.path not in base.changed and result.facts.path not in moved
    }


def _settings_in_place_of_pages(snapshot: Snapshot, base: Base, history: History) -> frozenset[str]:
    """The file at which a loss without a page is told, if a page that was asked for is gone."""
    gone = (change.old_path for change in base.changes if change.how in (How.DELETED, How.RENAMED))
    return frozenset({history.config_file().path} if any(map(snapshot.request.wants, gone)) else ())


def _unmatched(findings: Iterable[Finding], before: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that have no equal among those of before; two equal ones take two.

    A pair is not new if both places had the same problem before, be it with a third page that is gone now.
    """
    before = tuple(before)
    left = Counter(map(identity_of, before))
    places = {place for finding in before for place in _places(finding)}
    for finding in findings:
        key = identity_of(finding)
        if finding.pair is not None:
            if not places.issuperset(_places(finding)):
                yield finding
        elif left[key]:
            left[key] -= 1
        else:
            yield finding


def _places(finding: Finding) -> Iterator[tuple[str, str, str, int]]:
    """Both places of a pair, each with its problem."""
    if finding.pair is not None:
        for face in faces_of(finding):
            yield finding.rule, finding.pair.problem, face.path, face.span.start
