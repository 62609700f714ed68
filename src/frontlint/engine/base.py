"""What a run compares with: the site before some changes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from frontlint.base.files import Replaced
from frontlint.base.record import NamedTuple, dataclass
from frontlint.git.changes import How
from frontlint.hugo.config import Config

if TYPE_CHECKING:
    from frontlint.engine.baseline import Baseline
    from frontlint.findings.finding import Finding
    from frontlint.findings.ignore import Ignore
    from frontlint.git.past import Past


class Change(NamedTuple):
    """One file that is not what it was, by its paths from the Hugo project's root.

    `path` is where it is, or was, if it is deleted; `old_path` is another one only for a renamed file.
    """

    how: How
    path: str
    old_path: str

    def __str__(self) -> str:
        """What happened: `content/a.md was deleted`."""
        to = f" to {self.path}" if self.how is How.RENAMED else ""
        return f"{self.old_path} was {self.how}{to}"


@dataclass(frozen=True)
class Base:
    """The site before the changes: `replaced` makes it of what is on disk.

    `config` is Hugo's as it was, None where it could not be read: then nothing is known of that site.
    `past` has the other files of the repository as they were. `brought` are the baseline's lines that the
    change adds, by their positions, `settings` the files of settings that it touches. `waiting` are lines
    that it adds to a baseline that is not in force in this run (see `engine/compare/review.py`).
    """

    changes: tuple[Change, ...]
    replaced: Replaced
    config: Config | None
    past: Past | None = None
    brought: frozenset[int] = frozenset()
    settings: tuple[Change, ...] = ()
    waiting: Baseline | None = None

    @cached_property
    def changed(self) -> frozenset[str]:
        """The paths of the files that are new or not what they were."""
        return frozenset(change.path for change in self.changes if change.how is not How.DELETED)

    def before(self, now: Replaced) -> Replaced:
        """What replaces the files of the base, where `now` replaces those on disk."""
        return {
            path: data for path, data in self.replaced.items() if path not in now or now[path] is not data
        }

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """New paths of renamed files, by the old ones."""
        return {change.old_path: change.path for change in self.changes if change.how is How.RENAMED}


class Review(NamedTuple):
    """What may be accepted by a change: its pages' `ignores`, and the findings that it has not brought."""

    ignores: tuple[Ignore, ...]
    elsewhere: tuple[Finding, ...]
