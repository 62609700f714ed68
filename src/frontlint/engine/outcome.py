"""What a run has to say: findings in order, the pages they stand in, and the counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from frontlint.finding import Finding, Severity
from frontlint.hugo.config import Note
from frontlint.rule import RuleInfo
from frontlint.text.source import SourceFile, decode


class Sources:
    """The texts of a project's pages, read once, when somebody first points into them.

    Paths are those of findings: from the Hugo project's root, with `/`. A file that cannot be read any more
    is an empty text, so that a report is never lost over it.
    """

    def __init__(self, project: Path) -> None:
        self._project = project
        self._read: dict[str, SourceFile] = {}

    def get(self, path: str) -> SourceFile:
        """The text of one page."""
        if path not in self._read:
            try:
                data = (self._project / path).read_bytes()
            except OSError:
                data = b""
            self._read[path] = decode(path, data)
        return self._read[path]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of `check`.

    `findings` are sorted by path, span and rule, and hold every severity; `shown` is the lightest severity
    that a report for people lists (machine formats hold all). `pages` counts the pages that were checked,
    `seconds` is the wall time of the run. `rules` has the page of every rule that a finding names.
    `notes` are those that only the pages give: what frontlint does not follow of them.
    """

    project: Path
    findings: tuple[Finding, ...]
    pages: int
    seconds: float
    rules: Mapping[str, RuleInfo]
    shown: Severity = Severity.WARNING
    suppressed: int = 0
    notes: tuple[Note, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def worst(self) -> Severity | None:
        """The heaviest severity found, None on a clean run."""
        return min((finding.severity for finding in self.findings), key=lambda s: s.rank, default=None)

    def listed(self) -> tuple[Finding, ...]:
        """The findings that a report for people lists."""
        return tuple(finding for finding in self.findings if finding.severity.at_least(self.shown))
