"""The page phase out of the cache and in several processes: always what a fresh run in one process gives."""

from __future__ import annotations

import os
import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontlint.base import files as tree
from frontlint.engine import page_phase as pages
from frontlint.engine.cache import stamp
from frontlint.engine.cache.codec import from_json, to_json
from frontlint.engine.cache.key import digest_of
from frontlint.engine.cache.names import KEPT
from frontlint.engine.check import check
from frontlint.engine.discover import Targets, survey
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.engine.steps import with_inventory
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from support import CLOCK, ROOT, make_project

PAGES = {
    "content/tags/a/_index.md": "---\ntitle: A\naliases: [/b]\n---\n",
    "content/posts/b.md": '---\ntitle: B\ndraft: yes\naliases:\n- /b\n---\n[a]({{< ref "/tags/a" >}})\n',
    "content/posts/c/index.md": "---\ntitle: C\n---\n",
    "content/posts/c/notes.md": "---\ntitle: Notes\ndate: soon\n---\n",
    "content/d.md": "---\ntitle: D\n---\n<!-- frontlint-ignore draft-not-boolean: x -->\n",
}


KEPT_OF_PAGES = sorted(name for name in KEPT if name in ("pages.bin", "records.bin"))
"""The results of pages; what a run found as a whole is not kept of a site that was just written."""


def request(project: Path, cache: Path | None = None, jobs: int | None = 1) -> Request:
    made = Request(project, load_config(project), load_settings(None, project), clock=CLOCK)
    return replace(made, cache=cache, jobs=jobs)


def same(one: Outcome, other: Outcome) -> bool:
    return replace(one, seconds=0) == replace(other, seconds=0)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "broken", tmp_path / "broken"))


def test_a_result_is_the_same_from_the_cache_and_from_another_process(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    scan_pages = pages.scan_pages

    def watched(*arguments: object) -> object:
        results = scan_pages(*arguments)  # type: ignore[arg-type]
        seen.extend(results)
        return results

    monkeypatch.setattr("frontlint.engine.steps.scan_pages", watched)
    (broken / "content" / "too-long.md").write_text(f"---\ntitle: {'x' * 2_000_000}\n---\n")
    check(request(broken))
    assert len(seen) > 80
    assert not all(result.facts.readable for result in seen)
    for result in seen:
        assert from_json(to_json(result)) == result
        assert pickle.loads(pickle.dumps(result)) == result


@pytest.mark.parametrize("forks", [True, False])
def test_several_processes_find_the_same(broken: Path, monkeypatch: pytest.MonkeyPatch, forks: bool) -> None:
    alone = check(request(broken))
    monkeypatch.setattr(pages, "can_fork", lambda: forks and os.name == "posix")
    assert same(check(request(broken, jobs=2)), alone)
    assert len(alone.findings) >= 80


def test_a_page_that_has_not_changed_is_not_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, cache = make_project(tmp_path / "p", PAGES), tmp_path / "cache"
    for path in PAGES:
        os.utime(project / path, ns=(10**18, 10**18))
    fresh = check(request(project, cache))
    opened: list[str] = []

    def watched(path: str, limit: int = 0) -> bytes:
        if path.endswith(".md"):
            opened.append(path)
        return Path(path).read_bytes()

    for module in (tree, stamp):
        monkeypatch.setattr(module, "read_bytes", watched)
    assert same(check(request(project, cache)), fresh)
    pointed_at = {"b.md", "_index.md"}  # by rules about the site: their places are looked up
    assert {Path(path).name for path in opened} == pointed_at
    opened.clear()
    (project / "content/d.md").write_text("---\ntitle: E\ndraft: on\n---\n", encoding="utf-8")
    again = check(request(project, cache))
    assert {Path(path).name for path in opened} == {"d.md", *pointed_at}
    assert same(again, check(request(project)))


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="the system cannot be asked")
@pytest.mark.parametrize("cold", [{0}, {48}, set(), None])
def test_a_disk_is_asked_ahead_where_pages_are_not_in_memory(
    cold: set[int] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"content/p{at:02}.md" for at in range(50)]
    project = make_project(tmp_path / "p", dict.fromkeys(names, "---\ntitle: P\n---\n"))

    def at_hand(path: str) -> bool:
        if cold is None:
            raise FileNotFoundError(path)
        return names.index(path.removeprefix(f"{project}/")) not in cold

    asked: list[str] = []
    monkeypatch.setattr(pages, "at_hand", at_hand)
    monkeypatch.setattr(pages, "ask_ahead", asked.append)
    outcome = check(request(project))
    assert outcome.pages == 50
    assert sorted(asked) == ([] if cold == set() else [f"{project}/{name}" for name in names])


def test_times_of_folders_are_asked_only_where_they_are_kept(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", PAGES)
    files, config = tree.ProjectFiles(project), load_config(project)
    timed, untimed = survey(files, config), survey(files, config, timed=False)
    assert untimed == timed._replace(folders={})
    assert all(time > 0 for time in timed.folders.values())
    kept = request(project, tmp_path / "cache")
    assert with_inventory(kept)[0] == timed
    assert with_inventory(replace(kept, cache=None))[0] == untimed


def test_a_change_within_a_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    project, cache = (
        make_project(tmp_path / "p", {"content/a.md": "---\ndraft: true\n---\n"}),
        tmp_path / "cache",
    )
    page = project / "content/a.md"
    check(request(project, cache))
    times = page.stat().st_mtime_ns
    page.write_text("---\ndraft: yess\n---\n", encoding="utf-8")
    os.utime(page, ns=(times, times))
    assert any(finding.rule == "draft-not-boolean" for finding in check(request(project, cache)).findings)


def test_a_neighbour_that_goes_makes_a_page_of_a_resource(tmp_path: Path) -> None:
    pages = {"content/c/index.md": "---\ntitle: C\n---\n", "content/c/a.md": "---\nslug: A&B\n---\n"}
    project, cache = make_project(tmp_path / "p", pages), tmp_path / "cache"
    assert "slug-form" not in {finding.rule for finding in check(request(project, cache)).findings}
    (project / "content/c/index.md").unlink()
    assert "slug-form" in {finding.rule for finding in check(request(project, cache)).findings}


def test_a_page_that_was_not_asked_about_is_checked_when_it_is(tmp_path: Path) -> None:
    project, cache = make_project(tmp_path / "p", PAGES), tmp_path / "cache"
    part = replace(request(project, cache), targets=Targets(("content/d.md",)))
    assert len(check(part).findings) < len(check(request(project)).findings)
    assert same(check(request(project, cache)), check(request(project)))


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", PAGES)
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    assert same(check(request(project, in_the_way / "cache")), check(request(project)))
    assert same(check(request(project, in_the_way)), check(request(project)))
    assert in_the_way.read_text(encoding="utf-8") == ""


def test_the_folder_keeps_itself_out_of_git(tmp_path: Path) -> None:
    project, cache = make_project(tmp_path / "p", PAGES), tmp_path / "cache"
    check(request(project, cache))
    assert (cache / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert sorted(file.name for file in cache.iterdir()) == [".gitignore", *KEPT_OF_PAGES]


def test_settings_that_count_make_another_key() -> None:
    assert digest_of({"a", "b"}, {"x": 1, "y": 2}) == digest_of({"b", "a"}, {"y": 2, "x": 1})
    assert len({digest_of(thing) for thing in (1, "1", None, True, [1], (1,), {1}, {1: 1}, b"1")}) == 9
    with pytest.raises(TypeError, match="tell two of these apart"):
        digest_of(object())


EDITS = st.lists(
    st.tuples(
        st.sampled_from([*PAGES, "content/posts/new.md", "content/tags/a/index.md"]),
        st.sampled_from(
            [
                None,
                "---\ntitle: A\n---\n",
                "---\ntitle: Z\naliases: [/b, /posts/c]\n---\n",
                '---\ntitle: A\ntags: [x, A]\ndraft: on\n---\n[a]({{< ref "posts/b" >}})\n',
                "---\ntitle: 'A\n---\n",
                "no front matter",
                "---\r\ntitle: A\r\nslug: 1.10\r\n---\r\n<!-- frontlint-ignore value-misread: x -->\r\n",
            ]
        ),
    ),
    max_size=6,
)


@pytest.mark.slow
@given(rounds=st.lists(EDITS, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_cached_run_is_a_fresh_run_after_any_edits(
    rounds: list[list[tuple[str, str | None]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    project, cache = make_project(folder / "p", PAGES), folder / "cache"
    for edits in rounds:
        assert same(check(request(project, cache)), check(request(project)))
        for path, text in edits:
            file = project / path
            if text is None:
                file.unlink(missing_ok=True)
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text.encode())
    assert same(check(request(project, cache)), check(request(project)))
