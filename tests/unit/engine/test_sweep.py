"""What goes of the kept files, and what does not."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.home import project_folder
from frontlint.engine.cache.names import DAY, KEPT
from frontlint.engine.cache.sweep import MONTH, FileCount, clean, clean_all, sweep


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for all projects, with files of the projects a and b."""
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "user"))
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        keep(tmp_path / name)
    return folder_of(tmp_path / "a").parent


def folder_of(project: Path) -> Path:
    user = Path(os.environ["XDG_CACHE_HOME"])
    root = user / "frontlint" / "Cache" if os.name == "nt" else user / "frontlint"
    return project_folder(str(root), project)


def keep(project: Path) -> None:
    store = Store(folder_of(project), project)
    for name in KEPT:
        store.keep(name, (b"{}\n",))


def age(folder: Path, seconds: float) -> None:
    then = time.time() - seconds
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (then, then))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_go_after_a_month_and_the_others_stay(home: Path, tmp_path: Path) -> None:
    old, young = folder_of(tmp_path / "a"), folder_of(tmp_path / "b")
    (old / ".pages.bin.0123456789abcdef").write_text("of a run that was killed")
    (home / ".secret.0123456789abcdef").write_text("of another")
    age(home, MONTH + DAY)
    age(young, MONTH - DAY)
    sweep(str(home), time.time())
    assert names(home) == sorted([young.name, "secret", "swept"])
    assert names(young) == sorted([".gitignore", *KEPT])


def test_they_go_by_themselves_with_the_next_site(home: Path, tmp_path: Path) -> None:
    age(folder_of(tmp_path / "a"), MONTH + DAY)
    (tmp_path / "c").mkdir()
    keep(tmp_path / "c")
    assert not folder_of(tmp_path / "a").exists()
    assert folder_of(tmp_path / "b").exists()


def test_they_go_by_themselves_once_a_day(home: Path, tmp_path: Path) -> None:
    age(folder_of(tmp_path / "a"), MONTH + DAY)
    keep(tmp_path / "b")
    assert folder_of(tmp_path / "a").exists(), "looked for a moment ago"
    os.utime(home / "swept", (time.time() - 2 * DAY,) * 2)
    keep(tmp_path / "b")
    assert not folder_of(tmp_path / "a").exists()


def test_what_is_read_is_in_use(home: Path, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "a")
    age(folder, MONTH + DAY)
    assert Store(folder, tmp_path / "a").read("last.bin") is not None
    sweep(str(home), time.time())
    assert names(folder) == sorted([".gitignore", *KEPT]), "also those that were not asked for"


def test_a_folder_that_was_just_made_stays(home: Path) -> None:
    new = home / ("0" * 32)
    new.mkdir()
    sweep(str(home), time.time())
    assert new.exists()


def foreign(home: Path, folder: Path) -> list[Path]:
    """Files that are not ours, in our folders."""
    made = [
        home / "notes.txt",
        home / "secret.txt",
        home / ".secret.x",
        home / "other" / "last.bin",
        home / ("g" * 32) / "last.bin",
        folder / "notes.txt",
        folder / "last.bin.txt",
        folder / ".last.bin.swp",
        folder / "deep" / "last.bin",
    ]
    for path in made:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    return made


def test_nothing_of_others_goes(home: Path, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "a")
    made = foreign(home, folder)
    age(home, 2 * MONTH)
    sweep(str(home), time.time())
    clean(str(folder))
    clean_all(str(home))
    assert all(path.read_text() == "mine" for path in made)
    assert not any((folder / name).exists() for name in KEPT)
    assert not (home / "secret").exists()


def test_clean_takes_one_project_or_all(home: Path, tmp_path: Path) -> None:
    one, other = folder_of(tmp_path / "a"), folder_of(tmp_path / "b")
    size = sum((one / name).stat().st_size for name in KEPT)
    assert clean(str(one)) == FileCount(len(KEPT), size)
    assert clean(str(one)) == FileCount()
    assert (one.exists(), other.exists()) == (False, True)
    assert clean_all(str(home)).files == len(KEPT) + 2
    assert not home.exists()


def test_an_ignore_file_that_says_more_stays(home: Path, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "a")
    (folder / ".gitignore").write_text("# mine\n*\n")
    clean(str(folder))
    assert names(folder) == [".gitignore"]


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_what_links_lead_to_stays(home: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    for name in (*KEPT, ".gitignore"):
        (victim / name).write_text("*\n")
    folder = folder_of(tmp_path / "a")
    clean(str(folder))
    folder.symlink_to(victim)
    (folder_of(tmp_path / "b") / "last.bin").unlink()
    (folder_of(tmp_path / "b") / "last.bin").symlink_to(victim / "last.bin")
    sweep(str(home), time.time() + 2 * MONTH)
    clean(str(folder))
    clean_all(str(home))
    assert names(victim) == sorted([*KEPT, ".gitignore"])
    assert not folder_of(tmp_path / "b").exists()
