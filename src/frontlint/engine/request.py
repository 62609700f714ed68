"""What a run is asked to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.files import ProjectFiles, Replaced
from frontlint.base.record import dataclass, field
from frontlint.engine.discover import Targets
from frontlint.engine.internal_error import Crashes
from frontlint.engine.profile import Profile
from frontlint.findings.finding import Severity
from frontlint.hugo.config import Config
from frontlint.settings import Settings

if TYPE_CHECKING:
    from frontlint.engine.base import Base
    from frontlint.engine.baseline import Baseline


@dataclass(frozen=True, slots=True)
class Request:
    """What to check: a Hugo project, its settings and ours, and the part of it to report on.

    `cache` is the folder of the cache, None for a run without one; `jobs` is the number of processes, None
    for as many as pay. `replaced` replaces files on disk, by their paths from the project's root.
    `base` is what to compare with, None for all findings; `baseline` are the findings that are accepted.
    Without `inline_ignores` what authors ignore in their pages is found and reported like everything else.
    `profile` records where the time goes; then the run has one process.
    """

    project: Path
    config: Config
    settings: Settings
    targets: Targets = field(default_factory=Targets)
    shown: Severity = Severity.WARNING
    clock: datetime = field(default_factory=lambda: datetime.now(UTC))
    crashes: Crashes = field(default_factory=Crashes)
    cache: Path | None = None
    jobs: int | None = None
    replaced: Replaced = field(default_factory=dict)
    base: Base | None = None
    baseline: Baseline | None = None
    inline_ignores: bool = True
    profile: Profile | None = None

    @property
    def tree(self) -> ProjectFiles:
        """The files of the project."""
        return ProjectFiles(self.project, self.replaced)

    def wants(self, path: str) -> bool:
        """Whether a page is to be reported on: asked for, and not excluded, unless it was named itself."""
        if not self.targets.hold(path):
            return False
        return self.targets.name(path) or not self.settings.excluded(path)

    def wanted(self, paths: Sequence[str]) -> Sequence[str]:
        """Those of some sorted paths that are to be reported on."""
        asked = self.targets.among(paths)
        return [path for path in asked if self.wants(path)] if self.settings.exclude else asked


Advance = Callable[[int], object]
Watch = Callable[[int], AbstractContextManager[Advance]]


def unwatched(total: int) -> AbstractContextManager[Advance]:
    """Nobody looks on."""
    return nullcontext(lambda count: None)
