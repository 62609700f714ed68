"""A site on disk with what runs keep of it: time goes by as the test says, so that nothing is too young."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from frontlint.engine.cache.folder import Store
from frontlint.engine.check import check
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from support import CLOCK, make_project

OLD: Final = 10**18
"""A time long ago, in nanoseconds: nothing is young enough to be doubted."""
HOUR: Final = 3600 * 10**9


def same(one: Outcome, other: Outcome) -> bool:
    """Whether two runs found the same."""
    return replace(one, seconds=0) == replace(other, seconds=0)


class Site:
    """A project whose clock is ours: every edit is a second later than the last, and long ago."""

    def __init__(self, folder: Path, files: Mapping[str, str | bytes]) -> None:
        self.project = make_project(folder / "p", files)
        self.cache = folder / "cache"
        self._now = OLD
        for entry in self.project.rglob("*"):
            self.touch(entry)

    def edit(self, path: str, text: str | None) -> None:
        """Writes a file, or takes it away; folders that change are given the time of the edit."""
        file = self.project / path
        if text is None:
            file.unlink(missing_ok=True)
        else:
            for folder in reversed(file.relative_to(self.project).parents):
                (self.project / folder).mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
            self.touch(file)
        for folder in file.parents:
            if folder.is_relative_to(self.project) and folder.exists():
                self.touch(folder)

    def state(self) -> Mapping[Path, tuple[bytes | None, int]]:
        """All files with their bytes, all folders with none, each with its time."""
        entries = [self.project, *self.project.rglob("*")]
        return {
            entry: (None if entry.is_dir() else entry.read_bytes(), entry.stat().st_mtime_ns)
            for entry in entries
        }

    def restore(self, state: Mapping[Path, tuple[bytes | None, int]]) -> None:
        """The files that were there are as they were; no other may have come."""
        for entry, (data, _) in state.items():
            if data is not None:
                entry.write_bytes(data)
        for entry, (_, changed) in state.items():
            os.utime(entry, ns=(changed, changed))
        assert self.state() == state

    def request(self, **changes: object) -> Request:
        """What a run over all of it asks for, with a cache."""
        config, settings = load_config(self.project), load_settings(None, self.project)
        made = Request(self.project, config, settings, clock=CLOCK, jobs=1, cache=self.cache)
        return replace(made, **changes)  # type: ignore[arg-type]

    def check(self, **changes: object) -> Outcome:
        """A run with what earlier ones kept."""
        return check(self.request(**changes))

    def fresh(self, **changes: object) -> Outcome:
        """A run that keeps nothing."""
        return check(self.request(**{**changes, "cache": None}))

    def body(self, name: str) -> bytes:
        """What was kept under this name, without the seal."""
        body = Store(self.cache, self.project).read(name)
        assert body is not None
        return bytes(body)

    def damage(self, name: str, body: bytes, sealed: bool) -> None:
        """Puts something else in the place of a kept file, with a seal that fits or without."""
        if sealed:
            Store(self.cache, self.project).keep(name, (body,))
        else:
            (self.cache / name).write_bytes(body)

    def touch(self, entry: Path) -> None:
        """Gives a file or folder the time of now."""
        self._now += 10**9
        os.utime(entry, ns=(self._now, self._now))


def age(folder: Path) -> None:
    """Makes all that was changed a moment ago an hour old, each to its own nanosecond."""
    now = time.time_ns()
    for number, entry in enumerate([folder, *sorted(folder.rglob("*"))]):
        found = entry.lstat()
        if now - found.st_mtime_ns < HOUR // 2 and not entry.is_symlink():
            os.utime(entry, ns=(now - HOUR + number, now - HOUR + number))
