"""The findings of changed pages, and those elsewhere that the base did not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from frontlint.base.record import NamedTuple
from frontlint.engine.base import Base, Review
from frontlint.engine.cascades import ignores_of_settings
from frontlint.engine.compare.causes import Causes, identity_of
from frontlint.engine.internal_error import INTERNAL
from frontlint.engine.judge import history_findings
from frontlint.engine.profile import phase
from frontlint.engine.snapshot import Snapshot
from frontlint.findings.finding import Finding
from frontlint.findings.fingerprint import faces_of
from frontlint.findings.ignore import SilencedFinding
from frontlint.git.changes import How
from frontlint.lint.rule import HistoryRule, SiteRule
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
        everything = snapshot.judged().findings if base.brought else ()
        return Since((), (), Review((), everything))
    with phase(snapshot.request.profile, "the site before"):
        old = _look_back(snapshot, base)
    if old is None or snapshot.request.crashes.findings:  # an empty site would have lost every page
        findings, silenced = snapshot.judged()
        shown = [finding for finding in findings if finding.path in base.changed]
        return _parted(snapshot, base, findings, shown, silenced)
    history = _history(old, snapshot, base)
    snapshot = _advised(snapshot, history)
    present = old.overview.conventions or snapshot.overview.conventions
    own = () if present else snapshot.request.settings.registry.website
    rules = (rule for rule in snapshot.rules.history.rules if rule.name not in own)
    broken = [rule for rule in rules if isinstance(rule, HistoryRule)]
    with_cause = history_findings(history, broken, snapshot.request.crashes)
    findings, silenced = snapshot.judged(with_cause, _settings_in_place_of_pages(snapshot, base, history))
    before = old.judged().findings
    causes = Causes(snapshot, old, base)
    new = set(map(id, _unmatched(findings, before)))
    names = {INTERNAL, *(rule.name for rule in broken)}

    def is_told(finding: Finding) -> bool:
        return finding.path in base.changed or finding.rule in names

    shown = [finding for finding in findings if is_told(finding) or id(finding) in new]
    since = _parted(snapshot, base, findings, shown, silenced)
    told_of = tuple(one if is_told(one) else causes.with_cause(one) for one in shown)
    return since._replace(findings=told_of)


def _history(old: Snapshot, new: Snapshot, base: Base) -> History:
    """Both states of the site, or of the part of it that the change has to do with."""
    if old.sites is not None:  # it was made of `new`
        return History(old.sites.new, old.sites.old, base.renamed, base.changed)
    if new.sites and new.kept and old.parts is new.kept.parts:  # `new` was made of it
        return History(new.sites.old, new.sites.new, base.renamed, base.changed)
    if old.site is None:  # one was made of the other, and nothing differs that other pages know of
        paths = sorted({path for change in base.changes for path in (change.path, change.old_path)})
        return History(old.part(paths), new.part(paths), base.renamed, base.changed)
    return History(old.whole, new.whole, base.renamed, base.changed)


def _advised(snapshot: Snapshot, history: History) -> Snapshot:
    """The snapshot with what the history adds to the advice of rules about the site."""
    rules = {rule.name: rule for rule in snapshot.rules.all(website=True) if isinstance(rule, SiteRule)}
    able = {name: rule for name, rule in rules.items() if type(rule).since is not SiteRule.since}
    parts = snapshot.parts
    if not any(finding.rule in able for finding in parts.by_site):
        return snapshot
    by_site = tuple(able[one.rule].since(one, history) if one.rule in able else one for one in parts.by_site)
    return snapshot.with_parts(parts._replace(by_site=by_site))


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
        for ignore in snapshot.parts.ignores
        if ignore.path in base.changed and request.wants(ignore.path)
    )
    ignores += tuple(one for one in ignores_of_settings(request.config) if one.path in base.changed)
    elsewhere = tuple(finding for finding in findings if id(finding) not in known) if base.brought else ()
    return Since(tuple(shown), silenced, Review(ignores, elsewhere))


def _look_back(snapshot: Snapshot, base: Base) -> Snapshot | None:
    """The site as it was; None where its settings could not be read, and so nothing is known of it."""
    if base.config is None:
        return None
    before = base.before(snapshot.request.replaced)
    if base.config != snapshot.written:
        return snapshot.apart().then(before, base.config)
    return snapshot.kept_with(before) or snapshot.apart().then(before)


def _settings_in_place_of_pages(snapshot: Snapshot, base: Base, history: History) -> frozenset[str]:
    """The file at which a loss without a page is reported, if a page that was asked for is gone."""
    gone = (change.old_path for change in base.changes if change.how in (How.DELETED, How.RENAMED))
    return frozenset({history.config_file().path} if any(map(snapshot.request.wants, gone)) else ())


def _unmatched(findings: Iterable[Finding], before: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that have no equal among those of before; two equal ones take two.

    A pair is not new if both places had the same problem before, be it with a third page that is gone now, or
    if they were a pair before: with other settings the file that two pages share may have another name.
    """
    before = tuple(before)
    left = Counter(map(identity_of, before))
    places = {place for finding in before for place in _places(finding)}
    pairs = {_both(finding) for finding in before if finding.pair is not None}
    for finding in findings:
        key = identity_of(finding)
        if finding.pair is not None:
            if _both(finding) not in pairs and not places.issuperset(_places(finding)):
                yield finding
        elif left[key]:
            left[key] -= 1
        else:
            yield finding


def _both(finding: Finding) -> tuple[str, frozenset[tuple[str, int]]]:
    """The rule and both places of a pair."""
    return finding.rule, frozenset((face.path, face.span.start) for face in faces_of(finding))


def _places(finding: Finding) -> Iterator[tuple[str, str, str, int]]:
    """Both places of a pair, each with its problem."""
    if finding.pair is not None:
        for face in faces_of(finding):
            yield finding.rule, finding.pair.problem, face.path, face.span.start
