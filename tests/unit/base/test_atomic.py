"""A file is written as a whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TextIO

import pytest

from frontlint.base import atomic as whole
from frontlint.base.atomic import named_file, whole_file
from links import links, pipes


def test_what_stops_the_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    def write() -> None:
        with whole_file(path) as stream:
            stream.write("ne")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_text() == "old"
    assert [left.name for left in tmp_path.iterdir()] == ["report.json"]


def test_line_breaks_and_characters_are_written_as_they_are(tmp_path: Path) -> None:
    with whole_file(tmp_path / "x") as stream:
        stream.write("\ufeffa\r\nb\n\U0001f600")
    assert (tmp_path / "x").read_bytes() == "\ufeffa\r\nb\n\U0001f600".encode()


@links
def test_a_link_is_replaced_and_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "file").write_text("old")
    (tmp_path / "file").chmod(0o640)
    for name in ("link", "file"):
        with whole_file(tmp_path / name) as stream:
            stream.write("new")
    assert not (tmp_path / "link").is_symlink()
    assert [(tmp_path / name).read_text() for name in ("link", "real", "file")] == ["new", "old", "new"]
    assert os.name == "nt" or (tmp_path / "file").stat().st_mode & 0o777 == 0o640


@links
def test_a_named_file_may_be_the_users_own_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    with named_file(tmp_path / "link") as stream:
        stream.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
    assert os.name == "nt" or (tmp_path / "real").stat().st_mode & 0o777 == 0o640


@pipes
def test_a_pipe_that_is_named_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with named_file(tmp_path / "pipe") as stream:
        stream.write("new")
    assert os.read(reader, 9) == b"new"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


@pipes
def test_a_pipe_in_a_folder_of_our_own_is_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with whole_file(tmp_path / "pipe") as stream:
        stream.write("new")
    assert (tmp_path / "pipe").read_text() == "new"


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    with whole_file(tmp_path / "new") as stream:
        stream.write("new")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "any").stat().st_mode


def test_a_long_name_and_a_relative_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("n" * 250, "short"):
        with whole_file(Path(name)) as stream:
            stream.write("new")
        assert (tmp_path / name).read_text() == "new"


@links
@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="names are looked up by their whole path")
def test_a_folder_that_becomes_a_link_while_a_file_is_written(tmp_path: Path) -> None:
    for name in ("folder", "elsewhere"):
        (tmp_path / name).mkdir()
    with whole_file(tmp_path / "folder" / "a") as stream:
        (tmp_path / "folder").rename(tmp_path / "moved")
        (tmp_path / "folder").symlink_to("elsewhere")
        stream.write("new")
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/*")] == ["moved/a"]


@links
@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="names are looked up by their whole path")
@pytest.mark.parametrize("depth", ["folder", "folder/below"])
def test_a_folder_that_becomes_a_link_before_it_is_opened(tmp_path: Path, depth: str) -> None:
    """As if the link had come between the look at the path and the opening."""
    (tmp_path / "elsewhere" / "below").mkdir(parents=True)
    (tmp_path / "folder").symlink_to("elsewhere")
    real = tmp_path.resolve()
    with pytest.raises(OSError), whole._replacing(real / depth / "a") as stream:
        stream.write("new")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("write", [whole_file, named_file])
def test_a_folder_is_refused(tmp_path: Path, write: Callable[[Path], AbstractContextManager[TextIO]]) -> None:
    with pytest.raises(OSError, match=r"Is a directory|denied"), write(tmp_path) as stream:
        stream.write("new")
