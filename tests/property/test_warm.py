"""Random edits on disk and in repositories: a run with what earlier runs kept finds what a run without does.

    PYTHONPATH=tests python -m property.test_warm 0 500

tries each seed of a range, on disk and in a repository. The variable FRONTLINT_WARM says how many seeds each
test tries, 15 if it is not set.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontlint.engine import page_phase, workers
from frontlint.engine.base import Base
from frontlint.engine.check import is_idle, last_run
from frontlint.engine.compare.changes import Walked, compare_staged, compare_with
from frontlint.engine.discover import Targets
from frontlint.engine.outcome import Outcome
from frontlint.hugo.config import load_config
from property.test_then import changes_of, edits_of_others, site_of
from repos import Repo, shield
from warm import Site, same

EXAMPLES = int(os.environ.get("FRONTLINT_WARM", "15"))
ASIDE = ("README.md", "assets/x.css", "data/x.yaml", "notes/a.md", "static/.keep")
"""Files that hardly any finding depends on."""


class World:
    """A random site on disk, and the texts of its files now and at the beginning."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.dice = dice
        self.files = site_of(dice)
        self.first = dict(self.files)
        self.site = Site(folder, self.files)

    def edit(self, changes: Mapping[str, str | None]) -> None:
        """Some changes on disk."""
        for path, text in changes.items():
            self.site.edit(path, text)
        self.files = {name: text for name, text in {**self.files, **changes}.items() if text is not None}

    def changes(self) -> dict[str, str | None]:
        """Some edits: new ones, those of a page that was edited before, or one that is taken back."""
        what, edited = self.dice.random(), self.edited()
        if what < 0.2 and edited:
            path = self.dice.choice(edited)
            return {path: self.first.get(path)}
        if what < 0.4 and edited:
            path = self.dice.choice(edited)
            text = self.files.get(path, "none\n")
            return {path: f"{text}More.\n" if path.endswith(".md") else None}
        if what < 0.5:
            return {self.dice.choice(ASIDE): self.dice.choice(["x", "y\n", "z"])}
        pages = [name for name in self.files if name.endswith(".md") and name.startswith("content/")]
        if not pages:
            return {"content/again.md": "---\ntitle: Again\n---\n"}
        here = {name: text for name, text in self.files.items() if name in (*pages, "hugo.yaml")}
        return (changes_of if what < 0.8 else edits_of_others)(here, self.dice)

    def edited(self) -> list[str]:
        both = (*self.files, *self.first)
        return sorted({name for name in both if self.files.get(name) != self.first.get(name)} - set(ASIDE))

    def asked(self) -> Targets:
        """What a run is asked about: all, or some pages, as a hook names them."""
        pages = sorted(name for name in self.files if name.startswith("content/"))
        if self.dice.random() < 0.6 or not pages:
            return Targets()
        return Targets(tuple(sorted(self.dice.sample(pages, min(len(pages), self.dice.choice([1, 2]))))))


def on_disk(world: World) -> Iterator[tuple[str, Outcome, Outcome]]:
    """What runs find with and without what was kept, after each of some edits."""
    dice, site = world.dice, world.site
    for at in range(5):
        targets, jobs = world.asked(), dice.choice([1, 1, 1, 2])
        yield f"{at} {targets}", site.check(targets=targets, jobs=jobs), site.fresh(targets=targets)
        changes = world.changes()
        world.edit(changes)
        if dice.random() < 0.7:  # else the next run sees it first, and may be about other pages
            yield f"{at} {changes}", site.check(jobs=jobs), site.fresh()
    yield "at the end", site.check(), site.fresh()


def in_repository(world: World) -> Iterator[tuple[str, Outcome, Outcome]]:
    """What hooks find, with what a run before the edits kept, and without."""
    dice, site = world.dice, world.site
    repo = Repo(site.project)
    start = repo.commit({})
    site.check()
    for at in range(3):
        staged = world.changes()
        world.edit(staged)
        paths = [path for path in staged if (site.project / path).exists() or is_known(repo, path)]
        if paths:
            repo.git("add", "--all", "--", *dice.sample(paths, dice.randrange(1, len(paths) + 1)))
        beside = world.changes() if dice.random() < 0.6 else {}
        world.edit(beside)
        told = f"{at} staged {staged}, beside it {beside}"
        for what, compare in (
            ("--staged", compare_staged),
            ("--staged, known", lambda project: compare_staged(project, walked=walked(site))),
            ("--since HEAD", lambda project: compare_with(project, "HEAD")),
            ("--since the first", lambda project: compare_with(project, start)),
        ):
            changes = compared(site, compare)
            warm, fresh = site.check(**changes), site.fresh(**changes)
            if is_idle(site.request(**changes), changes["base"]):  # then the pages are those of the last run
                warm = replace(warm, pages=fresh.pages)
            yield f"{told} {what}", warm, fresh
        if dice.random() < 0.5:
            yield f"{told} plain", site.check(), site.fresh()
        if dice.random() < 0.3:
            repo.commit({})


def walked(site: Site) -> Walked | None:
    """What the last run knows of the content on disk."""
    request = site.request()
    recalled = last_run(request).recalled
    return Walked(request.config, recalled.names) if recalled else None


def is_known(repo: Repo, path: str) -> bool:
    """Whether Git has a file, as it is to be committed."""
    return bool(repo.git("ls-files", "--", path))


def compared(site: Site, compare: Callable[[Path], object]) -> dict[str, Any]:
    """What a request says that compares a site with what it was."""
    found: Any = compare(site.project)
    before = load_config(site.project, replaced=found.before)
    config = load_config(site.project, replaced=found.now)
    return {
        "config": config,
        "replaced": found.now,
        "base": Base(found.changes, found.before, before, found.past),
    }


def differs(seed: int, outcomes: Callable[[World], Iterator[tuple[str, Outcome, Outcome]]]) -> str:
    """What differs with a random site and random edits; "" where nothing does."""
    with tempfile.TemporaryDirectory() as name:
        for told, warm, fresh in outcomes(World(Path(name), random.Random(seed))):
            if not same(warm, fresh):
                one, two = set(warm.findings), set(fresh.findings)
                return f"seed {seed}: {told}: {two - one} missing, {one - two} too many; {warm}, {fresh}"
    return ""


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """An author for commits; two processes share the work however little it is."""
    shield(monkeypatch)
    for module in (page_phase, workers):
        if hasattr(module, "_BATCH"):
            monkeypatch.setattr(module, "_BATCH", 2)


@pytest.mark.slow
@pytest.mark.usefixtures("alone")
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_warm_run_is_a_fresh_run(seed: int) -> None:
    assert differs(seed, on_disk) == ""


@pytest.mark.slow
@pytest.mark.usefixtures("alone")
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_warm_hook_is_a_hook_without_a_cache(seed: int) -> None:
    assert differs(seed, in_repository) == ""


def main(first: int, end: int) -> int:
    """Tries the seeds of a range; the number of those that differ."""
    wrong = 0
    with pytest.MonkeyPatch.context() as patch:
        shield(patch)
        patch.setenv("XDG_CACHE_HOME", tempfile.mkdtemp())
        for seed in range(first, end):
            for outcomes in (on_disk, in_repository):
                told = differs(seed, outcomes)
                wrong += bool(told)
                if told:
                    print(f"{outcomes.__name__}: {told[:2500]}\n", flush=True)
    print(f"seeds {first} to {end}: {wrong} differ")
    return wrong


if __name__ == "__main__":
    sys.exit(min(main(*(int(word) for word in sys.argv[1:3])), 1))
