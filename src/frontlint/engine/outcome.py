"""What a run has to say: findings in order, the pages they are in, and the counts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.files import Replaced
from frontlint.base.limits import LIMITS, Limits
from frontlint.base.record import NamedTuple, dataclass, field
from frontlint.base.span import Span
from frontlint.findings.finding import Finding, Severity

if TYPE_CHECKING:
    from frontlint.engine.base import Change
    from frontlint.lint.rule import RuleInfo


class RuleInfos(Mapping[str, "RuleInfo"]):
    """The pages of some rules, by name; a rule is imported when somebody first asks for its page."""

    def __init__(self, names: Collection[str], load: Callable[[str], RuleInfo]) -> None:
        self._names = names
        self._load = load

    def __getitem__(self, name: str) -> RuleInfo:
        if name not in self._names:
            raise KeyError(name)
        return self._load(name)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def __len__(self) -> int:
        return len(self._names)


class Suppression(NamedTuple):
    """A line of the baseline, or a comment in a page, and the finding that does not count because of it.

    `rule` and `path` are those that it names; without a `finding` it accepts what may come. A line is in the
    `file` with a `number` from 1; of a comment `span` is the place in its page. `reason` is a line's: that
    of a comment is in its page. `new` tells that the change under review brought it.
    """

    rule: str
    path: str
    finding: Finding | None
    file: Path | None = None
    number: int = 0
    span: Span | None = None
    reason: str = ""
    new: bool = False

    @property
    def by_comment(self) -> bool:
        """Which of the two it is."""
        return self.file is None


class Unchecked(NamedTuple):
    """A site of several that could not be checked: its folder as people see it, and why, in a sentence.

    `path` and `line` (from 1) say what to put right, if that is known; the path is as people see it.
    """

    site: str
    message: str
    path: str | None = None
    line: int | None = None


class CheckedSite(NamedTuple):
    """A site of several: its folder, as a path from `Outcome.project`, and how many pages were checked."""

    site: str
    pages: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of `check`.

    `findings` are sorted by path, span and rule, and hold every severity; `shown` is the lightest severity
    that a report for people lists (machine formats hold all). `pages` counts the pages that were checked,
    `seconds` is the wall time of the run. `rules` has the page of every rule that a finding names.
    `notes` are sentences about what frontlint does not follow, and about settings that do nothing.
    `docs_url` is where the pages of the rules are published, None if they are not.
    `replaced` replaces files on disk: findings point into it. `suppressed` counts the findings that
    authors ignore in their pages, `accepted` those that the baseline holds; neither are among `findings`.
    `changed` are the pages that the change under review touches, None where none is known. `suppressions`
    has each ignored and accepted finding, and what the change accepts besides; `settings` are the files of
    settings that it touches, by paths from the project that may lead out of it. `limits` are those of the
    pages that were read. `unread` counts the pages of which the rest was not checked, because their front
    matter could not be read to its end. With `unsafe_fixes` the user wants to see those, too.

    `sites` are those of a report on several, `site_of` has the folder of the site of each finding,
    `unchecked` are the sites that should be in it, too. Where settings are shared by several, `idle` are the
    notes about patterns that match no page of this one, else None.
    """

    project: Path
    findings: tuple[Finding, ...]
    pages: int
    seconds: float
    rules: Mapping[str, RuleInfo]
    shown: Severity = Severity.WARNING
    suppressed: int = 0
    accepted: int = 0
    notes: tuple[str, ...] = ()
    docs_url: str | None = None
    replaced: Replaced = field(default_factory=dict)
    changed: frozenset[str] | None = None
    suppressions: tuple[Suppression, ...] = ()
    settings: tuple[Change, ...] = ()
    limits: Limits = LIMITS
    unread: int = 0
    unsafe_fixes: bool = False
    idle: frozenset[str] | None = None
    sites: tuple[CheckedSite, ...] = ()
    site_of: Mapping[Finding, str] = field(default_factory=dict)
    unchecked: tuple[Unchecked, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fixable(self, *, safe: bool = True) -> int:
        """How many findings have a fix that is safe, or one that is not."""
        return sum(finding.fix is not None and finding.fix.safe is safe for finding in self.findings)

    def offers(self, finding: Finding) -> bool:
        """Whether a finding has a fix that the user may want: `--unsafe-fixes` asks for all."""
        return finding.fix is not None and (finding.fix.safe or self.unsafe_fixes)

    def worst(self) -> Severity | None:
        """The heaviest severity found, None on a clean run."""
        return min((finding.severity for finding in self.findings), key=lambda s: s.rank, default=None)

    def accepted_by_change(self) -> tuple[Suppression, ...]:
        """What the change under review accepts: its ignores and its lines in the baseline."""
        return () if self.changed is None else tuple(one for one in self.suppressions if one.new)

    def listed(self) -> tuple[Finding, ...]:
        """The findings that a report for people lists."""
        return tuple(finding for finding in self.findings if finding.severity.at_least(self.shown))
