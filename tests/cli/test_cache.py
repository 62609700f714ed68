"""`frontlint cache`, and where a run keeps its results."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from frontlint.engine.cache.names import KEPT
from processes import frontlint
from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

PAGES = {"content/a.md": "---\ntitle: A\n---\n"}


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a user."""
    folder = tmp_path / "user"
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(folder))
    return folder


@pytest.fixture
def site(tmp_path: Path, user: Path) -> Path:
    """A site that nobody has changed for long."""
    site = make_project(tmp_path / "site", PAGES)
    for path in (site, *site.rglob("*")):
        os.utime(path, ns=(10**18, 10**18))
    return site


def cache(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return frontlint("cache", *arguments, cwd=cwd)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_results_are_kept_where_dir_says_and_nowhere_else(site: Path, user: Path) -> None:
    before = files(site)
    assert frontlint("check", cwd=site).returncode == 0
    folder = Path(cache("dir", cwd=site).stdout.strip())
    assert files(folder) == sorted([".gitignore", *KEPT])
    assert folder.is_relative_to(user.resolve())
    assert files(site) == before
    assert cache("dir", site / "content" / "a.md", cwd=user).stdout.strip() == str(folder)
    assert cache("dir", "--source", site, cwd=user).stdout.strip() == str(folder)


def test_outside_of_a_site_dir_is_the_folder_of_all(tmp_path: Path, user: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    done = cache("dir", cwd=tmp_path / "elsewhere")
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(done.stdout.strip()).is_relative_to(user.resolve())
    assert not user.exists(), "to ask makes nothing"
    assert cache("dir", "nowhere", cwd=tmp_path / "elsewhere").returncode == 2
    assert cache("clean", cwd=tmp_path / "elsewhere").returncode == 2


def test_clean_takes_this_sites_results(site: Path, user: Path, tmp_path: Path) -> None:
    other = make_project(tmp_path / "other", PAGES)
    for one in (site, other):
        frontlint("check", cwd=one)
    folder = Path(cache("dir", cwd=site).stdout.strip())
    done = cache("clean", cwd=site)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"{len(KEPT)} files (")
    assert not folder.exists()
    assert Path(cache("dir", cwd=other).stdout.strip()).exists()
    assert cache("clean", cwd=site).stderr.startswith("nothing is kept in ")
    (user / "mine.txt").write_text("")
    assert cache("clean", "--all", cwd=tmp_path).returncode == 0
    assert files(user) == ["mine.txt"]
    assert frontlint("check", cwd=site).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="HOME is a variable of POSIX")
def test_without_a_home_they_say_what_to_set(site: Path, tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path / "nowhere"), "XDG_CACHE_HOME": ""}
    for command in ("dir", "clean"):
        done = frontlint("cache", command, cwd=site, env=env)
        assert (done.returncode, done.stdout) == (2, "")
        assert "set `XDG_CACHE_HOME`" in done.stderr
    inside = {"XDG_CACHE_HOME": str(site / "cache")}
    (site / "cache" / "frontlint").mkdir(parents=True)
    (site / "cache" / "frontlint" / "secret").write_text("of a stranger")
    for arguments in (["dir"], ["clean"], ["clean", "--all"]):
        done = frontlint("cache", *arguments, cwd=site, env=inside)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert "is in the checkout" in done.stderr
    assert (site / "cache" / "frontlint" / "secret").read_text() == "of a stranger"


def test_a_folder_that_is_typed_is_used(site: Path, user: Path, tmp_path: Path) -> None:
    done = frontlint("check", "--cache-dir", tmp_path / "mine", cwd=site)
    assert (done.returncode, "note" in done.stderr) == (0, False)
    assert files(tmp_path / "mine") == sorted([".gitignore", *KEPT])
    assert set(KEPT).isdisjoint(files(user))


def test_no_cache_keeps_nothing(site: Path, user: Path) -> None:
    assert frontlint("check", "--no-cache", cwd=site).returncode == 0
    assert not user.exists()


def test_an_old_folder_is_told_of_once_and_left(site: Path) -> None:
    (site / ".frontlint_cache").mkdir()
    (site / ".frontlint_cache" / "pages.jsonl").write_text("old")
    for arguments in ([], ["--no-cache"], ["content"]):
        done = frontlint("check", *arguments, cwd=site)
        assert done.stderr.count("note: `.frontlint_cache` is no longer used: delete it\n") == 1
        assert done.stderr.count(".frontlint_cache") == 1
    assert frontlint("check", "-q", cwd=site).stderr == ""
    assert (site / ".frontlint_cache" / "pages.jsonl").read_text() == "old"
