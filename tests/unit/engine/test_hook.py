"""What a commit and a keystroke look at, where the last run knows the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from frontlint.base.files import NOTHING, Replaced
from frontlint.engine import change
from frontlint.engine.base import Base
from frontlint.engine.base import Change as BaseChange
from frontlint.engine.discover import Targets
from frontlint.engine.page_phase import scan_here
from frontlint.engine.snapshot import Snapshot
from frontlint.engine.state import look
from frontlint.git.changes import How
from frontlint.hugo.config import load_config
from warm import Site, same

PAGE = "---\ntitle: {}\nweight: 1\n---\nThe text of {}.\n"
FILES = {f"content/p{number:02}.md": PAGE.format(number, number) for number in range(20)}
A, B = "content/p03.md", "content/p04.md"
WHOLE = Snapshot.whole
FINDING = "---\ntitle: 3\nweight: 1\ndraft: yes\n---\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path, {**FILES, "hugo.yaml": "baseURL: https://example.org/\n"})
    made.check()
    return made


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are judged one by one; a site is never put together whole."""
    found: list[str] = []

    def noted(plan: Any, tasks: Any, crashes: Any) -> Any:
        found.extend(task.path for task in tasks)
        return scan_here(plan, tasks, crashes)

    def whole(*arguments: object, **more: object) -> Any:
        pytest.fail("the whole site was put together")

    monkeypatch.setattr(change, "scan_here", noted)
    monkeypatch.setattr(change, "look", whole)
    monkeypatch.setattr(Snapshot, "whole", property(whole))
    return found


def since(site: Site, before: Replaced, now: Replaced = NOTHING) -> dict[str, object]:
    """What a request says that compares with a site where these files were different."""
    changes = tuple(BaseChange(How.CHANGED, path, path) for path in before)
    base = Base(changes, {**now, **before}, load_config(site.project))
    return {"base": base, "replaced": now}


def check_as_fresh(site: Site, judged: list[str], *pages: str, **changes: object) -> None:
    """Checks that a run judges these pages, and finds what a run without a cache finds."""
    warm = site.check(**changes)
    assert sorted(judged) == sorted(pages)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(change, "look", look)
        patch.setattr(Snapshot, "whole", WHOLE)
        assert same(warm, site.fresh(**changes))


def test_a_commit_of_a_text_asks_about_its_page_alone(site: Site, judged: list[str]) -> None:
    site.edit(A, FILES[A] + "One more sentence.\n")
    check_as_fresh(site, judged, A, **since(site, {A: FILES[A].encode()}))


def test_a_commit_of_a_finding_in_the_text_says_it(site: Site, judged: list[str]) -> None:
    site.edit(A, FILES[A].replace("weight", "description: The the same word\nweight"))
    changes = since(site, {A: FILES[A].encode()})
    check_as_fresh(site, judged, A, **changes)
    assert [one.rule for one in site.check(**changes).findings] == ["doubled-word"]


def test_a_page_with_a_new_time_and_the_same_bytes_is_not_judged(site: Site, judged: list[str]) -> None:
    site.edit(A, FILES[A])
    site.edit(B, FILES[B] + "More.\n")
    check_as_fresh(site, judged, B)
    judged.clear()
    check_as_fresh(site, judged)


def test_a_page_that_was_edited_once_is_known_by_its_bytes(site: Site, judged: list[str]) -> None:
    site.edit(A, FILES[A] + "More.\n")
    site.check()
    judged.clear()
    site.edit(A, FILES[A] + "More.\n")
    check_as_fresh(site, judged)
    site.edit(A, FILES[A] + "More of it.\n")
    judged.clear()
    check_as_fresh(site, judged, A, **since(site, {A: f"{FILES[A]}More.\n".encode()}))


def test_a_page_that_was_saved_since_is_judged_once_as_it_is_typed(site: Site, judged: list[str]) -> None:
    site.edit(A, FILES[A] + "Saved.\n")
    typed = (FINDING + "Typed.\n").encode()
    check_as_fresh(site, judged, A, replaced={A: typed}, targets=Targets((A,)))
    assert [one.rule for one in site.check(replaced={A: typed}, targets=Targets((A,))).findings] == [
        "draft-not-boolean"
    ]


def test_a_page_that_is_typed_as_it_is_known_is_not_judged(site: Site, judged: list[str]) -> None:
    check_as_fresh(site, judged, replaced={A: FILES[A].encode()}, targets=Targets((A,)))


def test_rules_are_asked_about_a_known_page_that_no_run_was_asked_about(
    tmp_path: Path, judged: list[str]
) -> None:
    text = FINDING
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(change, "look", None)
        made = Site(tmp_path, {**FILES, A: text, "hugo.yaml": "baseURL: https://example.org/\n"})
        made.check(targets=Targets((B,)))
    outcome = made.check(replaced={A: text.encode()}, targets=Targets((A,)))
    assert judged == [A]
    assert [one.rule for one in outcome.findings] == ["draft-not-boolean"]


def test_what_is_on_disk_beside_a_commit_is_not_judged(site: Site, judged: list[str]) -> None:
    """The page on disk has more than what is staged."""
    staged = (FILES[A] + "Staged.\n").encode()
    site.edit(A, FILES[A] + "Staged, and more.\n")
    check_as_fresh(site, judged, A, **since(site, {A: FILES[A].encode()}, {A: staged}))


def test_what_is_only_on_disk_is_neither_judged_nor_shown(site: Site, judged: list[str]) -> None:
    site.edit(A, FINDING)
    site.edit(B, FILES[B] + "More.\n")
    changes = since(site, {B: FILES[B].encode()}, {A: FILES[A].encode()})
    check_as_fresh(site, judged, B, **changes)
    assert site.check(**changes).findings == ()
