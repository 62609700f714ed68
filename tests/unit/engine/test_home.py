"""Where results are kept on each platform, and when a folder is in a checkout."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from frontlint.engine.cache.home import is_inside, project_folder, user_folder

posix = pytest.mark.skipif(os.name == "nt", reason="folders as POSIX writes them")


@posix
@pytest.mark.parametrize("xdg", [None, "", "/x/caches", "/x/with blank", "relative", "./relative", "~/x"])
@pytest.mark.parametrize(("platform", "theirs"), [("linux", Unix), ("freebsd14", Unix), ("darwin", MacOS)])
def test_the_folder_is_that_of_platformdirs(
    platform: str,
    theirs: type[Unix] | type[MacOS],
    xdg: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if xdg is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", xdg)
    assert user_folder(os.environ, platform) == theirs("frontlint").user_cache_dir


@posix
@pytest.mark.parametrize("home", [None, "", "relative"])
def test_without_the_variable_the_system_knows_the_home(
    home: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pwd

    known = pwd.getpwuid(os.getuid())
    entry = pwd.struct_passwd((*known[:5], str(tmp_path), known[6]))
    monkeypatch.setattr(pwd, "getpwuid", lambda number: entry)
    assert user_folder({} if home is None else {"HOME": home}, "linux") == f"{tmp_path}/.cache/frontlint"

    def unknown(number: int) -> object:
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert user_folder({} if home is None else {"HOME": home}, "linux") is None


def test_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import windows

    local = "C:\\Users\\Änne\\AppData\\Local"
    ours = user_folder({"LOCALAPPDATA": local, "XDG_CACHE_HOME": "/x", "HOME": "/y"}, "win32")
    assert ours == local + "\\frontlint\\Cache"
    monkeypatch.setattr(windows, "get_win_folder", lambda name: local)
    theirs = windows.Windows("frontlint", appauthor=False).user_cache_dir
    assert theirs.replace("/", "\\") == ours
    assert (
        user_folder({"USERPROFILE": "C:\\Users\\a"}, "win32")
        == "C:\\Users\\a\\AppData\\Local\\frontlint\\Cache"
    )
    assert (
        user_folder({"LOCALAPPDATA": "\\\\server\\share"}, "win32") == "\\\\server\\share\\frontlint\\Cache"
    )
    for nothing in ({}, {"LOCALAPPDATA": "relative"}, {"LOCALAPPDATA": "C:relative"}, {"HOME": "/y"}):
        assert user_folder(nothing, "win32") is None


@posix
def test_a_home_that_does_not_exist_is_none(tmp_path: Path) -> None:
    assert user_folder({"HOME": str(tmp_path / "nowhere")}, "linux") is None
    (tmp_path / "file").write_text("")
    assert user_folder({"HOME": str(tmp_path / "file")}, "linux") is None
    assert user_folder({"HOME": str(tmp_path / "nowhere"), "XDG_CACHE_HOME": "/x"}, "linux") == "/x/frontlint"


def test_it_is_found_without_what_is_slow() -> None:
    import subprocess

    code = (
        "import sys; from frontlint.engine.cache.folder import Store; from pathlib import Path\n"
        "Store(Path('x'), Path('y')).read('last.bin')\n"
        "slow = {'platformdirs', 'hashlib', '_hashlib', 'hmac', 'secrets', 'tempfile'}\n"
        "print(sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_each_project_has_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    one = project_folder("/r", tmp_path / "a")
    assert one == project_folder("/r", tmp_path / "b" / ".." / "a")
    assert one != project_folder("/r", tmp_path / "b")
    assert one.parent == Path("/r")
    if os.name != "nt":
        (tmp_path / "link").symlink_to("a")
        assert project_folder("/r", tmp_path / "link") == one


def test_inside_is_a_matter_of_folders_not_of_names(tmp_path: Path) -> None:
    repo = tmp_path / "repo"
    (repo / "a").mkdir(parents=True)
    for inside in (repo, repo / "a", repo / "no" / "such", tmp_path / "x" / ".." / "repo" / "b"):
        assert is_inside(str(inside), [tmp_path / "none", repo]), inside
    for outside in (tmp_path, tmp_path / "repository", tmp_path / "other" / "repo", repo / ".." / "x"):
        assert not is_inside(str(outside), [repo]), outside
    assert not is_inside(str(repo), [])


@posix
def test_a_link_is_inside_where_it_is_and_where_it_leads(tmp_path: Path) -> None:
    repo, away = tmp_path / "repo", tmp_path / "away"
    repo.mkdir()
    away.mkdir()
    (repo / "out").symlink_to(away)
    (away / "in").symlink_to(repo)
    (tmp_path / "dangling").symlink_to(repo / "not yet")
    for inside in (
        repo / "out",
        repo / "out" / "deep",
        away / "in",
        away / "in" / "x",
        tmp_path / "dangling",
    ):
        assert is_inside(str(inside), [repo]), inside
    assert not is_inside(str(away), [repo])


def test_a_disk_that_ignores_case(tmp_path: Path) -> None:
    (tmp_path / "Repo").mkdir()
    if not (tmp_path / "rEPO").exists():
        pytest.skip("this disk tells them apart")
    assert is_inside(str(tmp_path / "rEPO" / "x"), [tmp_path / "Repo"])
